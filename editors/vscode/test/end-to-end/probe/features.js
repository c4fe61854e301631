// What is asked, in this order; what changes the journal comes last. `needs` is what the server must offer for it, in
// the words of the protocol.
const assert = require("node:assert/strict");
const { until, place, diagnosed } = require("./waiting.js");

const PEOPLE = "people.net.md";
const DAYS = "2026.net.md";

/** What one of VS Code's own providers answers at a text of a file. */
async function provided({ vscode, open, at }, command, file, text, ...more) {
  const document = await open(file);
  return vscode.commands.executeCommand(`vscode.${command}`, at(file), place(vscode, document, text), ...more);
}

const ofFile = (command) => async (it) => {
  await it.open(PEOPLE);
  const answer = await it.vscode.commands.executeCommand(`vscode.${command}`, it.at(PEOPLE));
  assert.ok(answer.length > 0);
};

module.exports = {
  language: {
    async ask({ open }) {
      assert.equal((await open(PEOPLE)).languageId, "netlint");
    },
  },
  diagnostics: {
    async ask(it) {
      await it.open(PEOPLE);
      const overdue = await diagnosed(it, PEOPLE, "overdue-contact");
      assert.match(overdue.message, /@ada is 12 days overdue/);
      assert.match(String(overdue.code.target), /overdue-contact/);
      assert.ok(overdue.relatedInformation.some((place) => place.location.uri.path.endsWith(DAYS)));
      // A file that is not open is checked, too.
      await diagnosed(it, DAYS, "missing-thanks");
    },
  },
  configuration: {
    async ask(it) {
      const document = await it.open("netlint.toml");
      const edit = new it.vscode.WorkspaceEdit();
      edit.insert(document.uri, new it.vscode.Position(1, 0), "inclde = []\n");
      await it.vscode.workspace.applyEdit(edit);
      const all = () => it.vscode.languages.getDiagnostics(document.uri);
      await until(it, () => all().find((found) => found.message.includes("inclde")), "an unknown key");
      await it.vscode.commands.executeCommand("workbench.action.files.revert");
      await until(it, () => all().length === 0, "no unknown key");
    },
  },
  statusBar: {
    async ask(it) {
      await it.open(PEOPLE);
      await it.see(".statusbar", "Grace Hopper");
    },
  },
  completion: {
    needs: "completionProvider",
    async ask(it) {
      const list = await provided(it, "executeCompletionItemProvider", DAYS, "@grace", "@");
      assert.ok(list.items.some((item) => /ada/.test(item.label.label ?? item.label)));
    },
  },
  hover: {
    needs: "hoverProvider",
    async ask(it) {
      const hovers = await provided(it, "executeHoverProvider", DAYS, "@ada");
      assert.match(hovers.flatMap((hover) => hover.contents.map((part) => part.value ?? part)).join("\n"), /Ada Lovelace/);
    },
  },
  definition: {
    needs: "definitionProvider",
    async ask(it) {
      const [first] = await provided(it, "executeDefinitionProvider", DAYS, "@ada");
      assert.ok((first.uri ?? first.targetUri).path.endsWith(PEOPLE));
    },
  },
  references: {
    needs: "referencesProvider",
    async ask(it) {
      const found = await provided(it, "executeReferenceProvider", PEOPLE, "@ada");
      assert.ok(found.some((place) => place.uri.path.endsWith(DAYS)));
    },
  },
  rename: {
    needs: "renameProvider",
    async ask(it) {
      const edit = await provided(it, "executeDocumentRenameProvider", DAYS, "@ada", "@lovelace");
      assert.deepEqual(edit.entries().map(([uri]) => uri.path.split("/").pop()).sort(), [DAYS, PEOPLE]);
    },
  },
  symbols: { needs: "documentSymbolProvider", ask: ofFile("executeDocumentSymbolProvider") },
  folding: { needs: "foldingRangeProvider", ask: ofFile("executeFoldingRangeProvider") },
  codeLenses: { needs: "codeLensProvider", ask: ofFile("executeCodeLensProvider") },
  problems: {
    async ask(it) {
      const document = await it.open(DAYS);
      const at = place(it.vscode, document, "cofee");
      it.vscode.window.activeTextEditor.selection = new it.vscode.Selection(at, at);
      await it.vscode.commands.executeCommand("workbench.actions.view.problems");
      await it.see(".markers-panel", "unanswered-streak");
      await it.shot("problems");
      await it.vscode.commands.executeCommand("workbench.action.closePanel");
    },
  },
  agenda: {
    async ask(it) {
      await it.vscode.commands.executeCommand("netlint.agenda");
      await it.see("webview", "no thanks to @grace are noted");
      await it.shot("agenda");
    },
  },
  preview: {
    async ask(it) {
      await it.vscode.commands.executeCommand("workbench.action.closeAllEditors");
      await it.open(PEOPLE);
      await it.vscode.commands.executeCommand("netlint.preview");
      const shown = () => it.vscode.window.tabGroups.all.flatMap((group) => group.tabs).map((tab) => tab.input);
      await until(it, () => shown().find((input) => input?.viewType?.includes("markdown.preview")), "a preview");
      await it.see("webview", "She likes engines and long walks.");
    },
  },
  person: {
    async ask(it) {
      await it.open(PEOPLE);
      await it.vscode.commands.executeCommand("netlint.person", "@ada");
      const text = it.vscode.window.activeTextEditor.document.getText();
      assert.match(text, /Ada Lovelace @ada/);
      assert.match(text, /12 days overdue/);
    },
  },
  quickFix: {
    async ask(it) {
      const document = await it.open(DAYS);
      await diagnosed(it, DAYS, "unknown-verb");
      const at = place(it.vscode, document, "cofee");
      const range = new it.vscode.Range(at, at);
      const ask = ["vscode.executeCodeActionProvider", document.uri, range, "quickfix", 20];
      const actions = await it.vscode.commands.executeCommand(...ask);
      const fix = actions.find((action) => action.edit && action.title.includes("coffee"));
      assert.ok(fix, JSON.stringify(actions.map((action) => action.title)));
      await it.vscode.workspace.applyEdit(fix.edit);
      assert.ok(document.getText().includes("- coffee with @grace\n"));
      // What is not saved counts.
      const left = () => it.vscode.languages.getDiagnostics(document.uri).some((d) => d.code?.value === "unknown-verb");
      await until(it, () => !left(), "the finding to go");
      await document.save();
    },
  },
  formatting: {
    async ask(it) {
      const document = await it.open(DAYS);
      const edit = new it.vscode.WorkspaceEdit();
      const end = document.lineAt(document.lineCount - 1).range.end;
      edit.insert(document.uri, end, "## 2026-08-01\n*   call   @jean:   hi  \n");
      await it.vscode.workspace.applyEdit(edit);
      await it.vscode.commands.executeCommand("editor.action.formatDocument");
      assert.ok(document.getText().endsWith("## 2026-08-01\n\n- call @jean: hi\n"), document.getText().slice(-80));
      await document.save();
    },
  },
  log: {
    async ask(it) {
      await it.open(PEOPLE);
      await it.vscode.commands.executeCommand("netlint.log", "call @mary: about the slides");
      assert.match(it.onDisk(DAYS), /## 2026-11-22\n\n- call @mary: about the slides\n/);
    },
  },
  restart: {
    async ask(it) {
      await it.vscode.commands.executeCommand("netlint.restart");
      await it.open(PEOPLE);
      await diagnosed(it, PEOPLE, "overdue-contact");
    },
  },
};
