// The agenda beside the journal: the page of `netlint next --format html`, which has no script and needs nothing.
import * as vscode from "vscode";
import { complaint } from "../answers.ts";
import { folder, run } from "../netlint.ts";
import { page } from "../page.ts";

let panel: vscode.WebviewPanel | undefined;

/** Shows it, anew where it is shown already. */
export async function agenda(context: vscode.ExtensionContext): Promise<void> {
  const journal = await folder(true);
  if (journal === undefined) return;
  const ran = await run(context, journal, ["next", "--format", "html"]);
  if (ran === undefined) return;
  const html = page(ran.out);
  if (html === undefined) {
    void vscode.window.showErrorMessage(complaint("", ran.err));
    return;
  }
  if (panel === undefined) {
    const title = vscode.l10n.t("netlint: Agenda");
    const options = { enableScripts: false, enableCommandUris: false, localResourceRoots: [] };
    panel = vscode.window.createWebviewPanel("netlint.agenda", title, vscode.ViewColumn.Beside, options);
    panel.onDidDispose(() => (panel = undefined));
  }
  panel.webview.html = html;
  panel.reveal(undefined, true);
}
