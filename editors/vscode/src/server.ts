// The language server: one for the window, since it keeps the journals of all folders apart itself.
import * as vscode from "vscode";
import { type DocumentSelector, LanguageClient, type ServerCapabilities, Trace } from "vscode-languageclient/node";
import { program, sayMissing } from "./netlint.ts";

/** Starts, stops and starts it anew. */
export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  /** One change at a time: a second restart waits for the first. */
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly channel: vscode.LogOutputChannel,
  ) {}

  /** What the server offers, once it has started. */
  get capabilities(): ServerCapabilities | undefined {
    return this.client?.initializeResult?.capabilities;
  }

  /** Starts it with the settings of now, after ending the one that runs. */
  restart(): Promise<void> {
    this.turn = this.turn.then(() => this.stop()).then(() => this.start());
    return this.turn;
  }

  dispose(): Promise<void> {
    this.turn = this.turn.then(() => this.stop());
    return this.turn;
  }

  private async start(): Promise<void> {
    const found = program(this.context);
    if ("missing" in found) {
      void sayMissing(found.missing);
      return;
    }
    this.channel.info(`${found.file} lsp`);
    const client = new LanguageClient(
      "netlint",
      "netlint",
      { command: found.file, args: ["lsp"] },
      {
        documentSelector: selector(),
        outputChannel: this.channel,
        initializationOptions: vscode.workspace.getConfiguration("netlint"),
        diagnosticCollectionName: "netlint",
      },
    );
    this.client = client;
    try {
      await client.start();
      await client.setTrace(Trace.fromString(vscode.workspace.getConfiguration("netlint").get("trace.server", "off")));
    } catch (error) {
      this.channel.error(String(error));
      const text = vscode.l10n.t("The language server of netlint did not start: {0}", String(error));
      void vscode.window.showErrorMessage(text);
    }
  }

  private async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      // It may have failed to start, or have ended by itself; either way it is gone.
      this.channel.warn(String(error));
    }
  }
}

// The configuration is sent, too, so that findings follow it before it is saved.
function selector(): DocumentSelector {
  const pages = vscode.workspace.getConfiguration("netlint").get("pages", false);
  const selector = [
    { scheme: "file", language: "netlint" },
    { scheme: "untitled", language: "netlint" },
    { scheme: "file", pattern: "**/netlint.toml" },
  ];
  return pages ? [...selector, { scheme: "file", language: "markdown" }] : selector;
}
