import assert from "node:assert/strict";
import { test } from "node:test";
import { root } from "../../src/journal.ts";

test("a journal begins at the nearest netlint.toml above, else where one says", () => {
  const exists = (file: string) => ["/a/netlint.toml", "/a/b/c/netlint.toml"].includes(file);
  assert.equal(root("/a/b/c/d", "/x", exists), "/a/b/c");
  assert.equal(root("/a/b", "/x", exists), "/a");
  assert.equal(root("/a", "/x", exists), "/a");
  assert.equal(root("/b/c", "/x", exists), "/x");
});
