// Where the program netlint is. Knows nothing of the editor, so that it can be tested alone.
import { delimiter, isAbsolute, join, resolve } from "node:path";

/** What the search depends on. */
export interface Surroundings {
  /** The setting `netlint.path`. */
  setting: string;
  /** The folder of the extension, which may bring a netlint of its own. */
  extension: string;
  /** The first folder that is open. */
  folder: string | undefined;
  home: string;
  /** The environment's `PATH`. */
  path: string;
  windows: boolean;
  /** Whether a program is at this place. */
  exists: (file: string) => boolean;
}

/** The place of the program, or what was looked for in vain: the setting's file, or "" for the whole `PATH`. */
export type Found = { file: string } | { missing: string };

/** The setting decides alone where it says something; else the extension's own, else the first on the `PATH`. */
export function find(it: Surroundings): Found {
  const setting = it.setting.trim();
  if (setting !== "") {
    const wanted = expand(setting, it);
    // A bare name is one of the PATH, as in a shell.
    const file = /[\\/]/.test(wanted) ? at(wanted, it) : onPath(wanted, it);
    return file === undefined ? { missing: wanted } : { file };
  }
  const file = at(join(it.extension, "server", "netlint"), it) ?? onPath("netlint", it);
  return file === undefined ? { missing: "" } : { file };
}

function expand(setting: string, it: Surroundings): string {
  const home = setting.replace(/^~(?=$|[\\/])/, () => it.home);
  const whole = home.replaceAll("${workspaceFolder}", () => it.folder ?? "").replaceAll("${userHome}", () => it.home);
  return /[\\/]/.test(whole) && !isAbsolute(whole) && it.folder !== undefined ? resolve(it.folder, whole) : whole;
}

function at(file: string, it: Surroundings): string | undefined {
  const names = it.windows && !file.toLowerCase().endsWith(".exe") ? [`${file}.exe`] : [file];
  return names.find((name) => isAbsolute(name) && it.exists(name));
}

// Folders of the PATH that are not absolute depend on where one stands: a folder that was opened must not choose.
function onPath(name: string, it: Surroundings): string | undefined {
  for (const folder of it.path.split(delimiter).filter((folder) => isAbsolute(folder))) {
    const file = at(join(folder, name), it);
    if (file !== undefined) return file;
  }
  return undefined;
}
