// Runs the program netlint for what the language server is not asked: the agenda, people, new entries.
import { execFile } from "node:child_process";
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname } from "node:path";
import * as vscode from "vscode";
import { type Found, find } from "./binary.ts";
import { root } from "./journal.ts";

/** What the program did. */
export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** The program as the settings of now say. Those of a folder that is not trusted are kept from us by VS Code. */
export function program(context: vscode.ExtensionContext): Found {
  return find({
    setting: vscode.workspace.getConfiguration("netlint").get("path", ""),
    extension: context.extensionPath,
    folder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
    home: homedir(),
    path: process.env["PATH"] ?? process.env["Path"] ?? "",
    windows: process.platform === "win32",
    exists: isProgram,
  });
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Says kindly that there is none, and where that can be changed. */
export async function sayMissing(missing: string): Promise<void> {
  const what = missing === "" ? vscode.l10n.t("none on the PATH") : vscode.l10n.t("no such file as {0}", missing);
  const settings = vscode.l10n.t("Open Settings");
  const text = vscode.l10n.t("netlint is not here: {0}. Install it, or say in netlint.path where it is.", what);
  if ((await vscode.window.showErrorMessage(text, settings)) === settings) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "netlint.path");
  }
}

/** Runs it in a journal's folder. Whoever asks for something to show gets no colors. */
export function run(context: vscode.ExtensionContext, folder: string, args: string[]): Promise<Ran | undefined> {
  const found = program(context);
  if ("missing" in found) {
    void sayMissing(found.missing);
    return Promise.resolve(undefined);
  }
  return new Promise((resolve) => {
    const options = { cwd: folder, maxBuffer: 64 << 20, env: { ...process.env, NO_COLOR: "1" }, windowsHide: true };
    execFile(found.file, args, options, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 2;
      resolve({ code, out, err: err === "" && code === 2 && error !== null ? error.message : err });
    });
  });
}

/** The folder of the journal that is meant: that of the file at hand, else of what is open; asks where several are. */
export async function folder(ask: boolean): Promise<string | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const open = vscode.workspace.workspaceFolders ?? [];
  if (document?.uri.scheme === "file" && (document.languageId === "netlint" || document.fileName.endsWith(".md"))) {
    const own = dirname(document.fileName);
    return root(own, vscode.workspace.getWorkspaceFolder(document.uri)?.uri.fsPath ?? own, existsSync);
  }
  const chosen = open.length > 1 && ask ? await vscode.window.showWorkspaceFolderPick() : open[0];
  if (chosen !== undefined) return root(chosen.uri.fsPath, chosen.uri.fsPath, existsSync);
  if (ask && open.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a folder with a journal first."));
  }
  return undefined;
}
