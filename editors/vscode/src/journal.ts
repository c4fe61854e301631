// Which folder a journal is in. Knows nothing of the editor.
import { dirname, join } from "node:path";

/** The nearest folder at or above this one that holds a `netlint.toml`; else the fallback. */
export function root(from: string, fallback: string, exists: (file: string) => boolean): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (exists(join(folder, "netlint.toml"))) return folder;
    if (dirname(folder) === folder) return fallback;
  }
}
