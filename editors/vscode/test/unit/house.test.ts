// What is said twice, in JSON and in code, is said alike.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

// Tests run in the folder of the extension.
const read = (path: string) => readFileSync(path, "utf8");
const json = (path: string) => JSON.parse(read(path));
const manifest = json("package.json");
const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => read(`src/${name}`));

test("titles and settings are said in English and German, and all are used", () => {
  const english = Object.keys(json("package.nls.json"));
  assert.deepEqual(Object.keys(json("package.nls.de.json")), english);
  const used = [...read("package.json").matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]);
  assert.deepEqual([...new Set(used)].sort(), [...english].sort());
});

test("messages are said in German, and all are used", () => {
  const said = sources.flatMap((text) => [...text.matchAll(/l10n\.t\("([^"]+)"/g)].map((match) => match[1]));
  const german: Record<string, string> = json("l10n/bundle.l10n.de.json");
  assert.deepEqual([...new Set(said)].sort(), Object.keys(german).sort());
  const places = (text: string) => text.match(/\{\d\}/g) ?? [];
  for (const [english, text] of Object.entries(german)) assert.deepEqual(places(text), places(english), english);
});

test("every command is there, and none without a title", () => {
  const declared = manifest.contributes.commands.map((it: { command: string }) => it.command);
  const registered = [...read("src/extension.ts").matchAll(/command\("(\w+)"/g)].map((match) => `netlint.${match[1]}`);
  assert.deepEqual(registered.sort(), [...declared].sort());
});

test("the settings of the server are those that it reads", () => {
  const settings = Object.keys(manifest.contributes.configuration.properties);
  const server = read("../../crates/lsp/src/client.rs");
  const reads = [...server.matchAll(/value\.get\("(\w+)"\)/g)].map((match) => match[1]).filter((key) => key !== "netlint");
  assert.ok(reads.length > 0);
  for (const key of reads) assert.ok(settings.includes(`netlint.${key}`), key);
});

test("the version is netlint's, and the schema's address is its own", () => {
  const version = /\[workspace\.package\]\nversion = "([^"]+)"/.exec(read("../../Cargo.toml"))?.[1];
  assert.equal(manifest.version, version);
  assert.equal(manifest.contributes.tomlValidation[0].url, json("../../docs/netlint.schema.json").$id);
});

test("words are handles, names, dates and tags as a whole", () => {
  const { pattern, flags } = json("language-configuration.json").wordPattern;
  const words = "- 2026-11-20 coffee with @ada.l-x_1, Zoë: #rust (^intro). @josé".match(new RegExp(pattern, flags));
  const expected = ["2026-11-20", "coffee", "with", "@ada.l-x_1", "Zoë", "#rust", "^intro", "@josé"];
  assert.deepEqual(words, expected);
});

test("lists go on, tasks as tasks, and an empty item ends them", () => {
  const rules: { beforeText: string; action: { appendText: string } }[] =
    json("language-configuration.json").onEnterRules;
  const next = (line: string) => rules.find((rule) => new RegExp(rule.beforeText).test(line))?.action.appendText;
  assert.equal(next("- coffee with @ada"), "- ");
  assert.equal(next("* x"), "* ");
  assert.equal(next("+ x"), "+ ");
  assert.equal(next("- [ ] call @ada"), "- [ ] ");
  assert.equal(next("* [x] call @ada"), "* [ ] ");
  for (const line of ["- ", "-", "- [ ] ", "--", "prose", "## 2026-11-20", ""]) assert.equal(next(line), undefined, line);
});

test("the address of no download is in the lock", () => {
  assert.ok(!read("package-lock.json").includes('"resolved"'));
});
