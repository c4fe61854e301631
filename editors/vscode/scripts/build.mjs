// Bundles the extension into dist/; with --tests, its unit tests instead.
import { copyFileSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const shared = { absWorkingDir: here, bundle: true, platform: "node", target: "node18", logLevel: "warning" };

if (process.argv.includes("--tests")) {
  rmSync(join(here, "dist/test"), { recursive: true, force: true });
  const tests = readdirSync(join(here, "test/unit")).map((name) => `test/unit/${name}`);
  await build({ ...shared, entryPoints: tests, outdir: "dist/test", format: "esm", outExtension: { ".js": ".mjs" } });
} else {
  copyFileSync(join(here, "../../LICENSE-MIT"), join(here, "LICENSE.txt"));
  await build({
    ...shared,
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.js",
    format: "cjs",
    external: ["vscode"],
    minify: true,
  });
}
