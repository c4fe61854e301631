// Notes what happened, as `netlint log` does: it decides where the entry belongs, and refuses what would not parse.
import * as vscode from "vscode";
import { complaint } from "../answers.ts";
import { folder, run } from "../netlint.ts";

/** Asks for an entry until one is noted or nobody wants to go on. With a text it asks nothing. */
export async function log(context: vscode.ExtensionContext, given?: unknown): Promise<void> {
  const journal = await folder(true);
  if (journal === undefined) return;
  let text = typeof given === "string" ? given : await ask("");
  while (text !== undefined && text.trim() !== "") {
    // netlint reads the disk, and would write below what is not saved.
    const unsaved = await save();
    if (unsaved !== undefined) {
      void vscode.window.showErrorMessage(vscode.l10n.t("{0} could not be saved.", unsaved));
      return;
    }
    const ran = await run(context, journal, ["log", "--yes", "--", text]);
    if (ran === undefined) return;
    if (ran.code === 0) {
      void vscode.window.showInformationMessage(ran.out.trim().split(/\r?\n/).slice(0, 3).join("\n"));
      return;
    }
    const edit = vscode.l10n.t("Edit");
    if ((await vscode.window.showErrorMessage(complaint(ran.out, ran.err), edit)) !== edit) return;
    text = await ask(text);
  }
}

function ask(value: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: "netlint",
    prompt: vscode.l10n.t("What happened?"),
    placeHolder: vscode.l10n.t("coffee with @ada: she is hiring"),
    value,
    ignoreFocusOut: true,
  });
}

/** Saves the journals that are open, and says which one could not be. */
async function save(): Promise<string | undefined> {
  for (const document of vscode.workspace.textDocuments) {
    const isJournal = document.languageId === "netlint" && document.uri.scheme === "file";
    if (isJournal && document.isDirty && !(await document.save())) return document.fileName;
  }
  return undefined;
}
