import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { isHarmless, page } from "../../src/page.ts";

test("only a page that forbids itself everything is shown", () => {
  const page = (policy: string, body = "") =>
    `<meta http-equiv="Content-Security-Policy" content="${policy}"><body>${body}</body>`;
  assert.ok(isHarmless(page("default-src 'none'; style-src 'sha256-x'")));
  assert.ok(isHarmless(page("default-src 'none'", "&lt;script&gt;")));
  for (const bad of [
    "",
    "<p>hi</p>",
    page("default-src 'self'"),
    page("default-src 'none'; script-src 'self'"),
    page("default-src 'none'; style-src 'unsafe-inline'"),
    page("default-src 'none'", "<script>alert(1)</script>"),
  ]) {
    assert.ok(!isHarmless(bad), bad);
  }
});

test("the style of the editor is allowed by its hash, and by nothing more", () => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-x'">`;
  const shown = page(`<html><head>${policy}</head><body>$& $1</body></html>`) ?? "";
  const style = /<style>([^<]*)<\/style>/.exec(shown)?.[1] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  assert.ok(shown.includes(`style-src 'sha256-${hash}' 'sha256-x'`), shown);
  assert.ok(shown.includes("<body>$& $1</body>") && isHarmless(shown));
  assert.equal(page("<p>netlint failed</p>"), undefined);
});
