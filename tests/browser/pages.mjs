// Opens pages in a real Chromium and says what is wrong with them, one line each; nothing is wrong when nothing is said.
//
//   node pages.mjs TOOLS PICTURES < [{"name": "...", "path": "/...", "cards": 3}]
//
// TOOLS is the folder with node_modules, PICTURES the one for screenshots. `cards` is how many people a report has; a
// page for which it is null is only looked at.

import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [tools, pictures] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(tools), "package.json"));
const { chromium } = require("playwright-core");
const axe = require("axe-core");

const pages = JSON.parse(fs.readFileSync(0, "utf8"));
fs.mkdirSync(pictures, { recursive: true });
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: quiet });

/** Whatever a page does that it should not. */
function watch(page, url, problem) {
  page.on("console", (message) => problem(`console: ${message.text()}`));
  page.on("pageerror", (error) => problem(`error: ${error.message}`));
  page.on("request", (request) => request.url() === url || problem(`request: ${request.url()}`));
  page.on("dialog", (dialog) => {
    problem(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
}

async function open(url, options, problem) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  watch(page, url, problem);
  await page.goto(url);
  return page;
}

async function look({ name }, url, width, colorScheme, problem) {
  const page = await open(url, { viewport: { width, height: 900 }, colorScheme }, problem);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) problem(`is ${wide} pixels wide`);
  await page.screenshot({ path: path.join(pictures, `${name}-${width}-${colorScheme}.png`), fullPage: true });
  // Everything that opens is looked at, too.
  await page.evaluate(() => document.querySelectorAll("details").forEach((it) => { it.open = true; }));
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => axe.run());
  for (const { id, nodes } of found.violations) problem(`axe ${id}: ${nodes.map((node) => node.html).join(" ").slice(0, 300)}`);
  await page.context().close();
}

/** Tab moves on until something is reached. */
async function tabTo(page, selector, problem) {
  for (let step = 0; step < 400; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((it) => document.activeElement.matches(it), selector)) return true;
  }
  problem(`the keyboard does not reach ${selector}`);
  return false;
}

const order = (page) => page.$$eval("#cards > article", (all) => all.map((it) => [it.dataset.last ?? "", it.dataset.due ?? "", Number(it.dataset.balance), it.id]));
const isSorted = (list, before) => list.every((it, at) => at === 0 || before(list[at - 1], it));
const emptyLast = (key) => (a, b) => b[key] === "" || (a[key] !== "" && a[key] <= b[key]);

async function use({ cards }, url, problem) {
  const page = await open(url, { viewport: { width: 1280, height: 900 } }, problem);
  const visible = () => page.locator("#cards > article:visible").count();
  if (cards === 0) {
    if (await page.locator("#find").isVisible()) problem("there is nothing to search");
    return page.context().close();
  }
  if (await tabTo(page, "#words", problem)) {
    const name = (await page.locator("#cards h3 a").first().textContent()).toUpperCase();
    await page.keyboard.type(name);
    const shown = await visible();
    if (shown < 1 || (cards > 1 && shown >= cards)) problem(`searching ${name} shows ${shown} of ${cards}`);
    const words = await page.locator("#found").textContent();
    if (!words.startsWith(`${shown} `)) problem(`it says ${words} of ${shown}`);
    await page.locator("#words").fill("no such person anywhere");
    if (await visible() !== 0) problem("nobody is called so, and somebody is shown");
    await page.locator("#words").fill("");
    if (await visible() !== cards) problem("not everybody is back");
  }
  if (await tabTo(page, "#order", problem)) {
    const before = await order(page);
    const sorts = [emptyLast(0), emptyLast(1), (a, b) => a[2] >= b[2]];
    for (const sort of sorts) {
      await page.keyboard.press("ArrowDown");
      const now = await order(page);
      if (!isSorted(now, sort)) problem(`${await page.locator("#order").inputValue()} is not in order`);
      if (now.length !== cards) problem("sorting loses people");
    }
    await page.locator("#order").selectOption("name");
    if (JSON.stringify(await order(page)) !== JSON.stringify(before)) problem("by name it is not as before");
  }
  if (await tabTo(page, "#cards h3 a", problem)) {
    await page.keyboard.press("Enter");
    if (!/#p\d+$/.test(page.url())) problem("a card has no address");
  }
  await page.context().close();
}

async function print({ name, cards }, url, problem) {
  const page = await open(url, { viewport: { width: 800, height: 900 }, colorScheme: "dark" }, problem);
  await page.emulateMedia({ media: "print" });
  const color = await page.evaluate(() => getComputedStyle(document.body).color);
  if (color !== "rgb(28, 27, 25)") problem(`paper is white, and letters are ${color}`);
  if (cards !== null && await page.locator("nav").isVisible()) problem("links are printed");
  const pdf = await page.pdf({ path: path.join(pictures, `${name}.pdf`), format: "A4" });
  if (pdf.subarray(0, 5).toString() !== "%PDF-") problem("it cannot be printed");
  await page.context().close();
}

async function withoutScript({ cards }, url, problem) {
  const page = await open(url, { javaScriptEnabled: false, viewport: { width: 390, height: 900 } }, problem);
  if (await page.locator("#cards > article:visible").count() !== cards) problem("without a script, not everybody is there");
  if (await page.locator("#find").isVisible()) problem("without a script, there is a search that does nothing");
  await page.context().close();
}

for (const it of pages) {
  const isReport = it.cards !== null;
  const url = pathToFileURL(it.path).href;
  const said = (what) => (words) => console.log(`${it.name} ${what}: ${words}`);
  for (const width of [390, 1280]) {
    for (const scheme of ["light", "dark"]) await look(it, url, width, scheme, said(`${width} ${scheme}`));
  }
  await print(it, url, said("printed"));
  if (isReport) {
    await use(it, url, said("used"));
    await withoutScript(it, url, said("without script"));
  }
}
await browser.close();
