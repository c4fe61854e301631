// Runs inside VS Code, and asks its own API what a user would see. Each feature is one entry of `features`; what the
// server does not offer yet says so.
const vscode = require("vscode");
const { readFileSync } = require("node:fs");
const features = require("./features.js");

exports.activate = () => {
  if (process.env.NETLINT_PROBE) void main(process.env.NETLINT_PROBE);
};

/** Tells the one outside, and waits until it is done: `{ shot: NAME }`, `{ see: { text, within } }`, `{ done: RESULTS }`. */
async function tell(address, message) {
  const answer = await fetch(address, { method: "POST", body: JSON.stringify(message) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
}

async function main(address) {
  const results = {};
  try {
    const extension = vscode.extensions.getExtension("netlint.netlint");
    const api = await extension.activate();
    const folder = vscode.workspace.workspaceFolders[0].uri;
    const it = {
      vscode,
      at: (name) => vscode.Uri.joinPath(folder, name),
      onDisk: (name) => readFileSync(vscode.Uri.joinPath(folder, name).fsPath, "utf8"),
      open: async (name) => {
        const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, name));
        await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
        return document;
      },
      see: (within, text) => tell(address, { see: { text, within } }),
      shot: (name) => tell(address, { shot: name }),
    };
    for (const [name, { needs, ask }] of Object.entries(features)) {
      if (needs !== undefined && !api.capabilities()?.[needs]) {
        results[name] = "not offered";
        continue;
      }
      try {
        await ask(it);
        results[name] = "ok";
      } catch (error) {
        // What comes after it would only wait in vain.
        results[name] = String(error.stack ?? error);
        break;
      }
    }
  } catch (error) {
    results.probe = String(error.stack ?? error);
  }
  await tell(address, { done: results });
}
