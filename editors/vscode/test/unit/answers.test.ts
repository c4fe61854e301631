import assert from "node:assert/strict";
import { test } from "node:test";
import { complaint, next, people } from "../../src/answers.ts";

test("who comes first, and why", () => {
  const first = { handle: "grace", name: "Grace Hopper", reasons: [{ message: "no thanks" }, { message: "" }, {}] };
  const agenda = JSON.stringify({ version: 1, agenda: [first, { handle: "ada", name: "Ada" }] });
  assert.deepEqual(next(agenda), { handle: "grace", name: "Grace Hopper", reasons: ["no thanks"] });
  assert.equal(next(JSON.stringify({ agenda: [] })), undefined);
});

test("people with what is known of them", () => {
  const ada = { handle: "ada", name: "Ada Lovelace", circle: null, last: { day: "2026-10-20" }, due: "2026-11-10" };
  const list = [{ ...ada, file: "people.net.md", line: 5 }, { handle: "bob", last: null, line: 0 }, { name: "nobody" }, 7];
  const [first, second, ...others] = people(JSON.stringify({ list }));
  assert.deepEqual(first, { ...ada, circle: undefined, last: "2026-10-20", file: "people.net.md", line: 5 });
  assert.equal(second?.name, "@bob");
  assert.equal(second?.line, 1);
  assert.deepEqual(others, []);
});

test("what is no such document is nothing, not a failure", () => {
  for (const text of ["", "{", "null", "[]", "7", '{"agenda":{}}', '{"list":"x"}', '{"agenda":[null]}']) {
    assert.equal(next(text), undefined, text);
    assert.deepEqual(people(text), [], text);
  }
});

test("a complaint is short, and never empty", () => {
  assert.equal(complaint("out", "error: x\r\n\n  help: y  \n"), "error: x\n  help: y");
  assert.equal(complaint("1\n2\n3\n4\n5\n", " "), "1\n2\n3\n4");
  assert.equal(complaint("", ""), "netlint said nothing");
});
