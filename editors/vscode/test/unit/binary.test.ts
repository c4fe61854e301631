import assert from "node:assert/strict";
import { delimiter } from "node:path";
import { test } from "node:test";
import { find, type Surroundings } from "../../src/binary.ts";

function among(files: string[], changes: Partial<Surroundings> = {}): Surroundings {
  const path = ["", ".", "bin", "/usr/bin", "/opt/bin"].join(delimiter);
  const exists = (file: string) => files.includes(file);
  const usual = { setting: "", extension: "/ext", folder: "/folder", home: "/home/me", path, windows: false, exists };
  return { ...usual, ...changes };
}

test("the extension's own comes before the PATH, and the setting before both", () => {
  const all = ["/ext/server/netlint", "/opt/bin/netlint", "/mine/netlint"];
  assert.deepEqual(find(among(all, { setting: " /mine/netlint " })), { file: "/mine/netlint" });
  assert.deepEqual(find(among(all)), { file: "/ext/server/netlint" });
  assert.deepEqual(find(among(all.slice(1))), { file: "/opt/bin/netlint" });
  assert.deepEqual(find(among([])), { missing: "" });
});

test("a setting that leads nowhere is said, and nothing else is taken for it", () => {
  const found = find(among(["/opt/bin/netlint"], { setting: "~/nowhere/netlint" }));
  assert.deepEqual(found, { missing: "/home/me/nowhere/netlint" });
});

test("a setting may name the home, the folder, or a program of the PATH", () => {
  const files = ["/home/me/.cargo/bin/netlint", "/folder/target/netlint", "/usr/bin/netlint-nightly"];
  assert.deepEqual(find(among(files, { setting: "~/.cargo/bin/netlint" })), { file: files[0] });
  assert.deepEqual(find(among(files, { setting: "${userHome}/.cargo/bin/netlint" })), { file: files[0] });
  assert.deepEqual(find(among(files, { setting: "${workspaceFolder}/target/netlint" })), { file: files[1] });
  assert.deepEqual(find(among(files, { setting: "target/netlint" })), { file: files[1] });
  assert.deepEqual(find(among(files, { setting: "netlint-nightly" })), { file: files[2] });
  assert.deepEqual(find(among(files, { setting: "target/netlint", folder: undefined })), { missing: "target/netlint" });
});

test("folders of the PATH that depend on where one stands are left out", () => {
  assert.deepEqual(find(among(["bin/netlint", "./netlint", "netlint"])), { missing: "" });
});

test("Windows knows programs by their ending", () => {
  assert.deepEqual(find(among(["/ext/server/netlint.exe"], { windows: true })), { file: "/ext/server/netlint.exe" });
  assert.deepEqual(find(among(["/a/n.EXE"], { windows: true, setting: "/a/n.EXE" })), { file: "/a/n.EXE" });
});
