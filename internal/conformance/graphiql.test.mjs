// Opens the GraphiQL page of a running server in a real browser, at the size of a desk
// and of a telephone, light and dark, and asks every example question.
//
//   GRAPHIQL_URL=http://127.0.0.1:8080/graphiql/ npm run graphiql
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const url = process.env.GRAPHIQL_URL;
if (!url || !URL.canParse(url)) {
  console.error("usage: GRAPHIQL_URL=http://HOST/graphiql/ npm run graphiql");
  process.exit(2);
}
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const skip = existsSync(executablePath) ? false : `no browser at ${executablePath}; apt-get install chromium, or set CHROMIUM`;

let browser;
before(async () => {
  if (skip) return;
  // Chromium has no sandbox for root, which is who runs containers.
  browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid() !== 0 });
});
after(() => browser?.close());

// open gives the page, and the list of everything it should not have done.
async function open(options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!["data:", "blob:"].includes(protocol) && origin !== new URL(url).origin) complaints.push(`foreign request: ${request.url()}`);
  });
  await page.goto(url);
  await page.locator(".graphiql-execute-button").waitFor();
  await page.locator(".graphiql-query-editor .view-line").first().waitFor();
  return { page, complaints };
}

for (const [width, height] of [[1440, 900], [390, 844]]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`every example is answered at ${width} px, ${colorScheme}`, { skip }, async () => {
      const { page, complaints } = await open({ viewport: { width, height }, colorScheme });
      const examples = page.locator(".examples li button");
      assert.notEqual(await examples.count(), 0, "the page offers no example questions");
      for (const example of await examples.all()) {
        const name = await example.textContent();
        await example.click();
        const answered = page.waitForResponse((response) => response.url().endsWith("/graphql"));
        await page.locator(".graphiql-execute-button").click();
        const { data, errors } = await (await answered).json();
        assert.deepEqual(errors ?? [], [], name);
        assert.ok(data, `${name}: no data`);
        await page.locator(".result-window .view-line", { hasText: "data" }).waitFor();
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `the page is ${wide} px wide on a screen of ${width}`);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }
}

test("a question of the reader's own is kept when an example is opened", { skip }, async () => {
  const { page, complaints } = await open({ viewport: { width: 1440, height: 900 } });
  await page.locator(".graphiql-query-editor .view-lines").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("query Mine { __typename }");
  await page.getByRole("button", { name: "Mine" }).waitFor();
  await page.locator(".examples li button").first().click();
  const tabs = page.locator(".graphiql-tab");
  await tabs.nth(1).waitFor();
  assert.equal(await tabs.first().getByRole("button").first().textContent(), "Mine");
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("a question in the address is opened", { skip }, async () => {
  const { page, complaints } = await open({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}?query=${encodeURIComponent("query Brought { __typename }")}`);
  await page.locator(".graphiql-query-editor .view-line", { hasText: "Brought" }).waitFor();
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("a field that the schema does not have is underlined", { skip }, async () => {
  const { page, complaints } = await open({ viewport: { width: 1440, height: 900 } });
  await page.locator(".graphiql-query-editor .view-lines").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("{ noSuchField }");
  await page.locator(".graphiql-query-editor .squiggly-error").waitFor();
  assert.deepEqual(complaints, []);
  await page.context().close();
});
