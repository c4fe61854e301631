// What netlint answers, as far as the extension shows it. The schemas are those of docs/next.schema.json and
// docs/outputs.md, which only grow: unknown keys are ignored, and what is no such document is nothing.

/** Who comes first on the agenda, and why. */
export interface Next {
  name: string;
  handle: string;
  reasons: string[];
}

/** The first person on the agenda of `netlint next --format json`. */
export function next(json: string): Next | undefined {
  const first = list(parse(json), "agenda")[0];
  if (first === undefined) return undefined;
  const reasons = list(first, "reasons").map((reason) => text(reason, "message") ?? "");
  const handle = text(first, "handle") ?? "";
  return { name: text(first, "name") ?? `@${handle}`, handle, reasons: reasons.filter((reason) => reason !== "") };
}

/** One of `netlint list --format json`. */
export interface Person {
  name: string;
  handle: string;
  circle: string | undefined;
  last: string | undefined;
  due: string | undefined;
  /** Where the person is declared, relative to the journal's folder. */
  file: string | undefined;
  /** The line there, from 1. */
  line: number;
}

/** The people of `netlint list --format json`, those who were heard of last at the end, as netlint sorts them. */
export function people(json: string): Person[] {
  return list(parse(json), "list").flatMap((it) => {
    const handle = text(it, "handle");
    if (handle === undefined) return [];
    const line = it["line"];
    return [
      {
        name: text(it, "name") ?? `@${handle}`,
        handle,
        circle: text(it, "circle"),
        last: isObject(it["last"]) ? text(it["last"], "day") : undefined,
        due: text(it, "due"),
        file: text(it, "file"),
        line: typeof line === "number" && line >= 1 ? line : 1,
      },
    ];
  });
}

/** The lines that say why something was refused, without colors, and no more than fit into a message. */
export function complaint(out: string, err: string): string {
  const lines = (err.trim() === "" ? out : err).trim().split(/\r?\n/);
  const short = lines.map((line) => line.trimEnd()).filter((line) => line !== "").slice(0, 4);
  return short.join("\n") || "netlint said nothing";
}

type Fields = Record<string, unknown>;

function parse(json: string): Fields {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function list(of: Fields, key: string): Fields[] {
  const value = of[key];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function text(of: Fields, key: string): string | undefined {
  const value = of[key];
  return typeof value === "string" ? value : undefined;
}
