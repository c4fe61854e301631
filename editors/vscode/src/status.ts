// The status bar: how many findings there are, and who comes first on the agenda.
import * as vscode from "vscode";
import { type Next, next } from "./answers.ts";
import { folder, program, run } from "./netlint.ts";

/** How long after a change the agenda is asked anew: several files may be saved at once. */
const PAUSE = 500;

/** Keeps the item true. */
export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("netlint", vscode.StatusBarAlignment.Left, 0);
  private readonly parts: vscode.Disposable[] = [this.item];
  private first: Next | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly context: vscode.ExtensionContext) {
    this.item.name = "netlint";
    this.item.command = "netlint.agenda";
    const isJournal = (file: string) => file.endsWith(".md") || file.endsWith("netlint.toml");
    this.parts.push(
      vscode.languages.onDidChangeDiagnostics(() => this.show()),
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (isJournal(document.fileName)) this.refresh();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.refresh()),
      // The day may have changed while one was away.
      vscode.window.onDidChangeWindowState((state) => {
        if (state.focused) this.refresh();
      }),
    );
    this.show();
    this.item.show();
    this.refresh();
  }

  /** Asks for the agenda, soon. */
  refresh(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), PAUSE);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const part of this.parts) part.dispose();
  }

  private async ask(): Promise<void> {
    const journal = await folder(false);
    // That it is missing was said when the server should have started.
    if (journal === undefined || "missing" in program(this.context)) return;
    const ran = await run(this.context, journal, ["next", "--format", "json"]);
    this.first = ran === undefined ? undefined : next(ran.out);
    this.show();
  }

  private show(): void {
    const found = vscode.languages.getDiagnostics().flatMap(([, all]) => all.filter(isProblem));
    const name = this.first === undefined ? "" : `  ${this.first.name}`;
    this.item.text = `$(organization) ${found.length}${name}`;
    const count = found.length;
    const findings =
      count === 0
        ? vscode.l10n.t("no findings")
        : count === 1
          ? vscode.l10n.t("1 finding")
          : vscode.l10n.t("{0} findings", count);
    const who = this.first?.name;
    const then = who === undefined ? vscode.l10n.t("nobody waits") : vscode.l10n.t("next: {0}", who);
    this.item.tooltip = [`netlint: ${findings}`, then, ...(this.first?.reasons ?? [])].join("\n");
  }
}

// Hints are not listed among the problems either.
function isProblem(it: vscode.Diagnostic): boolean {
  return it.source === "netlint" && it.severity !== vscode.DiagnosticSeverity.Hint;
}
