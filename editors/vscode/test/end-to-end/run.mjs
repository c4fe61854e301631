// Installs the extension into VS Code's own server, opens a journal in a browser, and lets the probe inside ask.
// Prints what it found as JSON; pictures go to the folder OUT.
//   node run.mjs VSIX NETLINT JOURNAL TOOLS OUT
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const [vsix, netlint, journal, tools, out] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const patience = 30_000;
const { chromium } = createRequire(join(tools, "package.json"))("playwright-core");
const code = join(tools, "node_modules/code-server/lib/vscode/out/server-main.js");

const scratch = mkdtempSync(join(tmpdir(), "netlint-vscode-"));
const ended = [() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })];
try {
  console.log(JSON.stringify(await main(), null, 2));
} finally {
  for (const end of ended.reverse()) await end();
}

async function main() {
  mkdirSync(out, { recursive: true });
  const places = ["--server-data-dir", join(scratch, "data"), "--extensions-dir", join(scratch, "extensions")];
  const settings = {
    "netlint.path": netlint,
    "workbench.colorTheme": "Default Light Modern",
    "window.title": "${rootName}",
    "workbench.startupEditor": "none",
    "telemetry.telemetryLevel": "off",
    "security.workspace.trust.enabled": false,
    "chat.commandCenter.enabled": false,
    "editor.minimap.enabled": false,
    "window.commandCenter": false,
  };
  for (const kind of ["Machine", "User"]) {
    mkdirSync(join(scratch, "data/data", kind), { recursive: true });
    writeFileSync(join(scratch, "data/data", kind, "settings.json"), JSON.stringify(settings));
  }
  for (const file of [vsix, packed("probe")]) {
    execFileSync(process.execPath, [code, ...places, "--install-extension", file], { stdio: "ignore" });
  }

  let page;
  const { address, done } = await listen((message) => answer(page, message));
  const server = spawn(
    process.execPath,
    [code, ...places, "--host", "127.0.0.1", "--port", "0", "--without-connection-token", "--disable-workspace-trust",
     "--accept-server-license-terms", "--telemetry-level", "off"],
    { env: { ...process.env, NETLINT_PROBE: address }, stdio: ["ignore", "pipe", "ignore"] },
  );
  ended.push(async () => {
    server.kill();
    if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
  });
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync"],
  });
  ended.push(() => browser.close());
  page = await browser.newPage({ viewport: { width: 1040, height: 600 }, colorScheme: "dark" });
  const url = new URL(`http://127.0.0.1:${await port(server)}/`);
  url.searchParams.set("folder", journal);
  await page.goto(url.href);
  const limit = setTimeout(() => done.give({ probe: "the probe never answered" }), 5 * patience);
  const results = await done.promise;
  clearTimeout(limit);
  if (Object.values(results).some((it) => !["ok", "not offered"].includes(it))) {
    await page.screenshot({ path: join(out, "failed.png") });
  }
  return results;
}

/** The probe as an extension that can be installed. */
function packed(name) {
  const file = join(scratch, `${name}.vsix`);
  const vsce = join(here, "../../node_modules/@vscode/vsce/vsce");
  const options = ["--no-dependencies", "--allow-missing-repository", "--skip-license", "--out", file];
  execFileSync(process.execPath, [vsce, "package", ...options], { cwd: join(here, name), stdio: "ignore" });
  return file;
}

/** The port that the server chose. */
async function port(server) {
  for await (const line of createInterface({ input: server.stdout })) {
    const match = /listening on (\d+)/.exec(line);
    if (match) {
      server.stdout.resume();
      return match[1];
    }
  }
  throw new Error("VS Code's server ended before it listened");
}

/** Hears what the probe says, and answers it when that is done. */
async function listen(answer) {
  const done = {};
  done.promise = new Promise((resolve) => (done.give = resolve));
  const server = createServer(async (request, response) => {
    try {
      let text = "";
      for await (const part of request) text += part;
      const message = JSON.parse(text);
      if (message.done) done.give(message.done);
      else await answer(message);
      response.end("");
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  ended.push(() => server.close());
  return { address: `http://127.0.0.1:${server.address().port}/`, done };
}

/** What the probe wants: a text to be seen anywhere on the screen, or a picture. */
async function answer(page, { see, shot }) {
  if (see) await seen(page, see);
  if (shot) await page.screenshot({ path: join(out, `${shot}.png`) });
}

/** A text is on the screen, in a part of the workbench or in a webview: a frame in a frame, which comes when it comes. */
async function seen(page, { text, within }) {
  const visible = (place) => place.getByText(text).first().waitFor({ state: "visible", timeout: patience });
  if (within !== "webview") return visible(page.locator(within));
  const later = new Promise((resolve, reject) => {
    page.on("framenavigated", (frame) => visible(frame).then(resolve, () => {}));
    setTimeout(() => reject(new Error(`${text} was not seen`)), patience).unref();
  });
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  return Promise.any([later, ...frames.map(visible)]);
}
