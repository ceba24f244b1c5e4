// Opens the pages written on the server in a real browser, at the size of a desk and of a
// telephone, light and dark, without the explorer's script: each must be readable by
// itself, accessible as far as axe can tell, and load nothing from elsewhere.
//
//   PAGES_URL=http://127.0.0.1:8080 npm run pages
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const site = process.env.PAGES_URL;
if (!site || !URL.canParse(site)) {
  console.error("usage: PAGES_URL=http://HOST npm run pages");
  process.exit(2);
}
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const skip = existsSync(executablePath) ? false : `no browser at ${executablePath}; apt-get install chromium, or set CHROMIUM`;
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let browser;
before(async () => {
  if (skip) return;
  // Chromium has no sandbox for root, which is who runs containers.
  browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid() !== 0 });
});
after(() => browser?.close());

const asked = await fetch(`${site}/graphql?query=${encodeURIComponent("{ statements(first: 1) { nodes { id } } documents(first: 1) { nodes { id } } }")}`);
const { data } = await asked.json();
const addresses = ["/", "/search?q=asean", "/search", "/export", "/country/japan", "/country/jpan", `/${data.statements.nodes[0].id}`, `/${data.documents.nodes[0].id}`];

for (const [width, height] of [[1440, 900], [390, 844]]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`pages at ${width} px, ${colorScheme}`, { skip }, async () => {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme, bypassCSP: true }); // so that axe may run
      const page = await context.newPage();
      const foreign = [];
      page.on("request", (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol !== "data:" && origin !== new URL(site).origin) foreign.push(request.url());
      });
      await page.route("**/assets/*.js", (route) => route.abort());
      for (const address of addresses) {
        await page.goto(site + address);
        await page.addScriptTag({ path: axe });
        const { violations } = await page.evaluate(() => globalThis.axe.run(document));
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), [], address);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${address} is ${wide} px wide on a screen of ${width}`);
      }
      assert.deepEqual(foreign, []);
      await context.close();
    });
  }
}
