// The extension: starts the language server, and offers what a server cannot. All that is known of journals is
// netlint's; here is only what VS Code needs to be told.
import * as vscode from "vscode";
import { agenda } from "./commands/agenda.ts";
import { log } from "./commands/log.ts";
import { pages, person } from "./commands/person.ts";
import { Server } from "./server.ts";
import { Status } from "./status.ts";

/** What other extensions, and the tests, may ask. */
export interface Api {
  /** What the language server offers, in the words of its protocol; nothing while there is none. */
  capabilities(): object | undefined;
}

/** VS Code calls it once. */
export async function activate(context: vscode.ExtensionContext): Promise<Api> {
  const channel = vscode.window.createOutputChannel("netlint", { log: true });
  const server = new Server(context, channel);
  const status = new Status(context);
  const command = (name: string, then: (given?: unknown) => unknown) =>
    vscode.commands.registerCommand(`netlint.${name}`, then);
  context.subscriptions.push(
    channel,
    status,
    pages(context),
    command("log", async (given) => {
      await log(context, given);
      status.refresh();
    }),
    command("agenda", () => agenda(context)),
    command("person", (given) => person(context, given)),
    command("preview", preview),
    command("restart", () => server.restart()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      // The rest is asked for by the server when it changes.
      const needing = ["netlint.path", "netlint.pages", "netlint.trace.server"];
      if (needing.some((key) => change.affectsConfiguration(key))) void server.restart();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void server.restart()),
    server,
  );
  await server.restart();
  return { capabilities: () => server.capabilities };
}

/** Markdown's preview offers itself for Markdown's own language only, but shows whatever it is given. */
async function preview(given?: unknown): Promise<void> {
  const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
  await vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
}
