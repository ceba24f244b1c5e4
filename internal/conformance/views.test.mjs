// What the explorer's pages of facts, figures and documents promise, in a real browser on
// a running server: what is missing is told, long pages are folded, a misprint flattens no
// chart, documents are found by kind, and each page is as its address says.
//
//   PAGES_URL=http://127.0.0.1:8080 npm run pages
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const site = process.env.PAGES_URL;
if (!site || !URL.canParse(site)) {
  console.error("usage: PAGES_URL=http://HOST npm run pages");
  process.exit(2);
}
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const built = (await fetch(`${site}/assets/explorer.js`)).ok;
const skip = !built ? "the pages are not built: run make test" : existsSync(executablePath) ? false : `no browser at ${executablePath}; apt-get install chromium, or set CHROMIUM`;
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
before(async () => {
  if (skip) return;
  browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid() !== 0 }); // no sandbox for root
});
after(() => browser?.close());

// asked gives what the API answers, to hold a page against.
async function asked(query, variables = {}) {
  const answer = await fetch(`${site}/graphql`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await answer.json();
  assert.equal(errors, undefined);
  return data;
}

function view(name, address, act) {
  test(name, { skip }, async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    await open(page, address);
    await act(page);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`), []);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

async function open(page, address) {
  await page.goto(site + address);
  await stands(page);
}

async function stands(page) {
  await page.locator("header.site").waitFor();
  await page.locator("main:not([aria-busy]) h1").first().waitFor();
}

const japan = "country/japan";

view("what is known to be missing is told, with and without JavaScript", `/${japan}`, async (page) => {
  const { entity } = await asked("query($id: ID!) { entity(id: $id) { coverage { missing why } } }", { id: japan });
  assert.ok(entity.coverage.length > 0, "nothing is known to be missing");
  const gaps = page.locator(".gaps li");
  assert.equal(await gaps.count(), entity.coverage.length);
  for (const [i, { missing, why }] of entity.coverage.entries()) assert.deepEqual(await gaps.nth(i).locator("p").allTextContents(), [missing, why]);
  const written = await (await fetch(`${site}/${japan}`, { headers: { Accept: "text/html" } })).text();
  assert.match(written, /What is known to be missing/);
});

view("a long page is folded, with counts, and unfolds", `/${japan}`, async (page) => {
  const fold = page.locator(".folded").first();
  const count = Number(await fold.locator(".count").textContent());
  assert.equal(await fold.locator(".facts").count(), 0, "what is folded is made before it is asked for");
  await fold.locator("summary").click();
  await fold.locator(".facts > li").first().waitFor();
  const more = fold.getByRole("button", { name: /^Show all/ });
  if (await more.count()) await more.click();
  assert.equal(await fold.locator(".facts > li").count(), count);
});

view("a figure far outside its line is drawn at the edge, named, and shown where asked", "/trends", async (page) => {
  const lead = page.locator(".outsiders");
  if (!(await lead.count())) return; // this edition has none on the first chart
  const named = await lead.getByRole("button").count();
  assert.equal(await page.locator(".trend-table .outside").count(), named);
  const highest = async () => (await page.locator(".chart .grid text").allTextContents()).at(-1);
  const fitted = await highest();
  await lead.getByRole("button").first().click();
  await page.locator(".chosen-point .proof cite a").first().waitFor();
  await page.getByLabel("Scale").selectOption("all");
  await page.waitForURL(/scale=all/);
  await page.waitForFunction((before) => [...document.querySelectorAll(".chart .grid text")].at(-1)?.textContent !== before, fitted);
  await page.getByLabel("Scale").selectOption("log");
  await page.waitForURL(/scale=log/);
  await page.reload();
  await stands(page);
  assert.equal(await page.getByLabel("Scale").inputValue(), "log");
});

view("documents are found by kind and put in order of time, and say how much they say", "/documents?kind=PRESS&sort=newest", async (page) => {
  const first = page.locator(".sources li").first();
  await first.getByText(/\d+ statements?$/).waitFor();
  const kinds = await page.locator(".sources p").allTextContents();
  assert.ok(kinds.length > 0 && kinds.every((about) => /· press( |$)/.test(about)), kinds.find((about) => !/press/.test(about)));
  const dates = await page.locator(".sources time").evaluateAll((all) => all.map((time) => time.title.match(/\d{4}/)?.[0]));
  assert.deepEqual(dates, [...dates].sort().reverse());
});

view("a document tells what was read from it, passage by passage", "/document/asean-japan-dialogue-2003", async (page) => {
  const { statements } = await asked('{ statements(where: { document: "document/asean-japan-dialogue-2003" }, first: 0) { totalCount } }');
  const more = page.getByRole("button", { name: /^Show \d+ more/ });
  while (await more.count()) {
    const before = await page.locator(".said li").count();
    await more.click();
    await page.waitForFunction((count) => document.querySelectorAll(".said li").length > count, before);
  }
  assert.equal(await page.locator(".said li").count(), statements.totalCount);
});

view("a search that finds nothing leads on", "/search?q=qqqqzzz", async (page) => {
  await page.locator(".kinds a").first().click();
  await page.locator(".found li").first().waitFor();
});

view("a server that stops is told of, and asked again", "/ontology", async (page) => {
  await page.route("**/graphql", (route) => route.abort());
  await page.getByRole("link", { name: "Timeline", exact: true }).click();
  await page.getByRole("alert").getByText("The server does not answer").waitFor();
  await page.unroute("**/graphql");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator(".years > li").first().waitFor();
});
