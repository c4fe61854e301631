// One person: chosen from all, then shown as `netlint show` does, in a document that cannot be changed.
import { join } from "node:path";
import * as vscode from "vscode";
import { complaint, type Person, people } from "../answers.ts";
import { folder, run } from "../netlint.ts";

const SCHEME = "netlint-person";

interface Item extends vscode.QuickPickItem {
  person: Person;
}

/** Lets one choose, and shows who was chosen; the button beside each leads into the journal. With a handle it asks nothing. */
export async function person(context: vscode.ExtensionContext, given?: unknown): Promise<void> {
  const journal = await folder(true);
  if (journal === undefined) return;
  if (typeof given === "string") return show(journal, given.replace(/^@/, ""));
  const ran = await run(context, journal, ["list", "--format", "json"]);
  if (ran === undefined) return;
  if (ran.code === 2) {
    void vscode.window.showErrorMessage(complaint(ran.out, ran.err));
    return;
  }
  const goTo = { iconPath: new vscode.ThemeIcon("go-to-file"), tooltip: vscode.l10n.t("Go to the journal") };
  const pick = vscode.window.createQuickPick<Item>();
  pick.placeholder = vscode.l10n.t("Whom?");
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = people(ran.out).map((it) => ({
    person: it,
    label: it.name,
    description: `@${it.handle}`,
    detail: detail(it),
    buttons: it.file === undefined ? [] : [goTo],
  }));
  pick.onDidTriggerItemButton(({ item }) => {
    pick.hide();
    void open(journal, item.person);
  });
  pick.onDidAccept(() => {
    const chosen = pick.selectedItems[0];
    pick.hide();
    if (chosen !== undefined) void show(journal, chosen.person.handle);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

function detail(it: Person): string {
  const last = it.last === undefined ? vscode.l10n.t("nothing noted") : vscode.l10n.t("last noted {0}", it.last);
  const due = it.due === undefined ? [] : [vscode.l10n.t("due {0}", it.due)];
  return [...(it.circle === undefined ? [] : [it.circle]), last, ...due].join(" · ");
}

async function open(journal: string, it: Person): Promise<void> {
  const at = new vscode.Position(it.line - 1, 0);
  const uri = vscode.Uri.file(join(journal, it.file ?? ""));
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
}

async function show(journal: string, handle: string): Promise<void> {
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/@${handle}`, query: journal });
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
}

/** Gives those documents their text, and a new one when a journal is saved. */
export function pages(context: vscode.ExtensionContext): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri) {
      const ran = await run(context, uri.query, ["show", "--color", "never", "--", uri.path.slice(1)]);
      return ran === undefined ? "" : ran.code === 2 ? complaint(ran.out, ran.err) : ran.out;
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, provider),
    vscode.workspace.onDidSaveTextDocument(() => {
      const shown = vscode.workspace.textDocuments.filter((document) => document.uri.scheme === SCHEME);
      for (const document of shown) changed.fire(document.uri);
    }),
  );
}
