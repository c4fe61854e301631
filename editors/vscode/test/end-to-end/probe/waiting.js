// Waiting for what VS Code comes to know.

/** How long anything may take; far more than it does, so that only what never comes fails. */
const PATIENCE = 20_000;

/** What the question answers, once that is something: it is asked again whenever VS Code tells of a change. */
exports.until = ({ vscode }, question, what) =>
  new Promise((resolve, reject) => {
    const parts = [];
    const end = (then) => {
      clearTimeout(timer);
      for (const part of parts) part.dispose();
      then();
    };
    const timer = setTimeout(() => end(() => reject(new Error(`waited in vain for ${what}`))), PATIENCE);
    const look = () => {
      const answer = question();
      if (answer) end(() => resolve(answer));
    };
    parts.push(
      vscode.languages.onDidChangeDiagnostics(look),
      vscode.window.tabGroups.onDidChangeTabs(look),
      vscode.workspace.onDidChangeTextDocument(look),
    );
    look();
  });

/** The finding of this rule in a file of the journal. */
exports.diagnosed = (it, file, rule) => {
  const all = () => it.vscode.languages.getDiagnostics(it.at(file));
  return exports.until(it, () => all().find((found) => found.code?.value === rule), `${rule} in ${file}`);
};

/** Just behind the first sign of a text. */
exports.place = (vscode, document, text) => {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`${text} is not in ${document.fileName}`);
  return document.positionAt(offset + 1);
};
