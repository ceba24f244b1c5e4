// Stories of a person with the explorer, in a real browser, on a running server. None of
// them may write an error to the console or ask another host for anything.
//
//   EXPLORER_URL=http://127.0.0.1:8080 npm run explorer
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const url = process.env.EXPLORER_URL;
if (!url || !URL.canParse(url)) {
  console.error("usage: EXPLORER_URL=http://HOST npm run explorer");
  process.exit(2);
}
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const skip = existsSync(executablePath) ? false : `no browser at ${executablePath}; apt-get install chromium, or set CHROMIUM`;
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
before(async () => {
  if (skip) return;
  browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid() !== 0, // Chromium has no sandbox for root, which is who runs containers
    args: ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"], // WebGL without a graphics card
  });
});
after(() => browser?.close());

// story opens an address, lets a person act, and finds what the page should not have done.
function story(name, address, act, options = {}) {
  test(name, { skip }, async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(`console: ${message.text()} ${message.location().url}`);
    });
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (!["data:", "blob:"].includes(protocol) && origin !== new URL(url).origin) complaints.push(`foreign request: ${request.url()}`);
    });
    await page.goto(url + address);
    await settled(page);
    await act(page);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

// settled waits until the page holds what its address asks for, and its picture is drawn.
async function settled(page) {
  await page.locator("header.site").waitFor(); // the explorer has taken the place of the page that the server wrote
  await page.locator("main:not([aria-busy]):not(:has([aria-busy])) h1").first().waitFor({ state: "attached" });
}

// counts reads how many things and links the picture shows.
async function counts(page) {
  const told = await page.locator(".graph-status").textContent();
  const [things, links] = told.replaceAll(",", "").match(/\d+/g).map(Number);
  return { things, links };
}

// changed waits until the status line tells something else than before.
async function changed(page, act) {
  const status = page.locator(".graph-status");
  const before = await status.textContent();
  await act();
  await page.waitForFunction((old) => document.querySelector(".graph-status")?.textContent !== old, before);
}

story("Koizumi is found by a misspelling", "/", async (page) => {
  await page.locator(".hero").getByRole("combobox").pressSequentially("koizmi");
  const option = page.getByRole("option", { name: /Koizumi/ }).first();
  await option.waitFor();
  assert.match(await option.textContent(), /person/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Junichiro Koizumi" }).waitFor();
  assert.equal(new URL(page.url()).pathname, "/person/junichiro-koizumi");
});

story("a name is typed and entered before any answer comes", "/", async (page) => {
  await page.route("**/graphql", async (route) => {
    if (route.request().postData().includes("search(")) await new Promise((resolve) => setTimeout(resolve, 300)); // a slow server
    return route.fallback();
  });
  const box = page.locator(".hero").getByRole("combobox");
  await box.pressSequentially("junichiru");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Junichiro Koizumi" }).waitFor();
  await page.goBack();
  await box.pressSequentially("koizmi");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Junichiro Koizumi" }).waitFor();
  await page.goBack();
  await box.pressSequentially("summit");
  await page.keyboard.press("Enter"); // which may be many things
  await page.getByRole("heading", { level: 1, name: "Search: summit" }).waitFor();
});

story("from Koizumi to what he proposed, and who says so", "/person/junichiro-koizumi", async (page) => {
  const proposed = page.locator(".predicate-group", { has: page.getByRole("heading", { name: "proposed", exact: true }) }).first();
  const says = proposed.getByRole("button", { name: /document/ }).first();
  await says.click();
  assert.equal(await says.getAttribute("aria-expanded"), "true");
  await proposed.locator(".proof cite a").first().waitFor();
  await proposed.locator("a.thing").first().click();
  await page.waitForURL((now) => now.pathname !== "/person/junichiro-koizumi");
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Junichiro Koizumi" }).waitFor();
});

story("from Japan to the funds it pays into", "/graph?around=country/japan", async (page) => {
  const row = page.locator(".expansions li", { hasText: "contributes to" });
  await row.waitFor();
  const drawn = row.getByRole("button");
  if (await drawn.count()) await changed(page, () => drawn.click());
  await page.getByRole("button", { name: "Table" }).click();
  const funds = page.locator("tbody tr", { hasText: "contributes to" });
  await funds.nth(3).waitFor();
  await funds.first().getByRole("button", { name: "contributes to" }).click();
  await page.locator(".proof cite a").first().waitFor();
});

story("ASEAN is expanded without a flood", "/graph?around=organisation/asean", async (page) => {
  const first = await counts(page);
  assert.ok(first.things <= 24, `${first.things} things at first`);
  const more = page.getByRole("button", { name: /^Next \d+/ });
  await more.waitFor();
  const offered = Number((await more.textContent()).match(/\d+/)[0]);
  await changed(page, () => more.click());
  const then = await counts(page);
  assert.ok(then.things > first.things && then.things <= first.things + offered, `${then.things} things after ${first.things}, ${offered} offered`);
  await changed(page, () => page.getByRole("button", { name: "Undo" }).click());
  assert.deepEqual(await counts(page), first);
});

story("what stood in 1986", "/graph?around=organisation/asean~60", async (page) => {
  const all = await counts(page);
  await page.getByLabel("How time counts").selectOption("asOf");
  await page.getByLabel("To year").fill("1986");
  await changed(page, () => page.getByLabel("with undated").click());
  const stood = await counts(page);
  assert.ok(stood.links > 0 && stood.links < all.links, `${stood.links} of ${all.links} links`);
  assert.match(page.url(), /asOf=1986&undated=no/);
});

story("the graph is walked with the keyboard alone", "/graph?around=country/japan", async (page) => {
  await page.locator(".canvas").focus();
  for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"]) await page.keyboard.press(key);
  assert.match(await page.locator(".stage > [aria-live]").textContent(), /, .+, \d+ links? shown/);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.closest(".beside") !== null), true);
});

story("the keyboard reaches the picture at once", "/graph?around=country/japan", async (page) => {
  await page.locator("main").focus();
  await page.keyboard.press("Tab");
  await page.getByRole("link", { name: "Skip to the picture" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".canvas:focus").waitFor();
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/chosen=/);
});

story("the legend counts what is drawn", "/graph?around=organisation/asean~60&asOf=1986&undated=no", async (page) => {
  const { things, links } = await counts(page);
  const counted = async (group) => (await page.getByRole("group", { name: group }).locator(".count").allTextContents()).reduce((sum, told) => sum + Number.parseInt(told.replaceAll(",", ""), 10), 0);
  assert.equal(await counted("Kinds of things"), things);
  assert.equal(await counted("Kinds of links"), links);
  assert.equal(await counted("Status"), links);
});

story("what an address asks for in vain is named, with what is called alike", "/timeline?of=country/jpan", async (page) => {
  const notice = page.locator(".notice:visible");
  assert.match(await notice.textContent(), /country\/jpan/);
  await notice.getByRole("link", { name: "Japan", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Timeline of Japan" }).waitFor();
  assert.equal(await notice.count(), 0);
  for (const [address, told] of [
    ["/graph?around=country/japan&around=country/none", "country/none"],
    ["/graph?around=country/none", "country/none"],
    ["/graph?around=country/japan&asOf=99999", "asOf=99999"],
    ["/compare?of=country/japan&of=country/none", "country/none"],
    ["/trends?of=indicator/none", "indicator/none"],
    ["/paths?from=country/none&most=99", "country/none"],
    ["/paths?from=country/none&most=99", "most=99"],
    ["/disagreements?of=country/none", "country/none"],
    ["/timeline?from=soon", "from=soon"],
    ["/search?type=NONE", "type=NONE"],
  ]) {
    await page.goto(url + address);
    await settled(page);
    assert.ok((await notice.textContent()).includes(told), address);
  }
});

story("a link brings back the same picture", "/graph?around=country/japan&withoutPredicates=reporter+counterpart", async (page) => {
  const more = page.getByRole("button", { name: /^Next \d+/ });
  await changed(page, () => more.click());
  await page.waitForURL(/see=/);
  await page.mouse.move(2, 2);
  const before = await page.locator(".canvas").screenshot();
  const told = await counts(page);
  await page.goto(page.url());
  await settled(page);
  assert.deepEqual(await counts(page), told);
  assert.ok((await unlike(page, before, await page.locator(".canvas").screenshot())) < 0.002);
});

story("a link names its dataset, and one from another is opened with a word", "/graph?around=country/japan", async (page) => {
  const { data } = await (await fetch(`${url}/graphql?query={dataset{version}}`, { headers: { accept: "application/json" } })).json();
  const { version } = data.dataset;
  const notice = page.getByText(/^This link was made with dataset/);
  assert.equal(new URL(page.url()).searchParams.get("data"), version);
  assert.equal(await notice.isVisible(), false);
  const shown = await counts(page);
  await page.goto(`${url}/graph?around=country/japan&data=0123456789ab`);
  await settled(page);
  assert.equal(await notice.textContent(), `This link was made with dataset 0123456789ab; you see ${version}. Facts and counts may differ.`);
  assert.deepEqual(await counts(page), shown);
  await page.getByRole("button", { name: "Table" }).click();
  await notice.waitFor({ state: "hidden" });
  assert.equal(new URL(page.url()).searchParams.get("data"), version);
});

story("links that only primary sources tell of are left out", "/graph?around=organisation/asean~60", async (page) => {
  const all = await counts(page);
  await changed(page, () => page.getByRole("group", { name: "Said by" }).getByRole("checkbox", { name: /^primary/ }).uncheck());
  assert.match(page.url(), /withoutKinds=PRIMARY/);
  const others = await counts(page);
  assert.ok(others.links < all.links, `${others.links} of ${all.links} links`);
  await page.reload();
  await settled(page);
  assert.deepEqual(await counts(page), others);
});

// unlike is the share of pixels in which two pictures differ visibly.
async function unlike(page, ...pictures) {
  return page.evaluate(async (sources) => {
    const [a, b] = await Promise.all(
      sources.map(async (source) => {
        const image = new Image();
        image.src = `data:image/png;base64,${source}`;
        await image.decode();
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [image.width, image.height];
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height).data;
      }),
    );
    let differing = 0;
    for (let i = 0; i < a.length; i += 4) if (Math.max(...[0, 1, 2].map((k) => Math.abs(a[i + k] - b[i + k]))) > 48) differing++;
    return differing / (a.length / 4);
  }, pictures.map((picture) => picture.toString("base64")));
}

// Many more things than this graph has: the picture must open, move and filter with them.
story("five thousand things and ten thousand links are drawn, moved and filtered", "/", async (page) => {
  await page.route("**/graphql", async (route) => {
    if (!route.request().postData().includes("network(")) return route.fallback();
    const { data } = await (await route.fetch()).json();
    return route.fulfill({ json: { data: { network: multiplied(data.network, 5_000, 10_000) } } });
  });
  await page.goto(`${url}/graph?around=country/japan`);
  await settled(page);
  const all = await counts(page);
  assert.deepEqual(all, { things: 5_000, links: 10_000 });
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.waitForURL(/see=/);
  await changed(page, () => page.getByRole("checkbox").first().click());
  assert.ok((await counts(page)).things < 5_000);
});

// multiplied makes a large network with the kinds of things and links of a small one.
function multiplied({ nodes: seeds, links: ties }, things, links) {
  const at = (i) => ({ x: Math.sqrt(i / things) * 9 * Math.cos(i * 2.39996), y: Math.sqrt(i / things) * 9 * Math.sin(i * 2.39996) });
  const nodes = Array.from({ length: things }, (_, i) => ({ ...seeds[i % seeds.length], ...(i >= seeds.length && { id: `${seeds[i % seeds.length].id}-${i}` }), ...at(i) }));
  const made = Array.from({ length: links }, (_, i) => ({ ...ties[i % ties.length], id: `link ${i}`, from: nodes[i % things].id, to: nodes[(i * 7 + 1 + Math.floor(i / things)) % things].id }));
  return { nodes, links: made, hidden: 0 };
}

story("a GEXF holds what is drawn", "/graph?around=country/japan", holdsWhatIsTold);

story("what is shown is told, and can be taken, while the picture is still loading", "/", async (page) => {
  let open;
  const held = new Promise((resolve) => (open = resolve));
  await page.route("**/assets/draw-*.js", async (route) => (await held, route.continue()));
  await page.goto(`${url}/graph?around=country/japan`);
  await page.locator(".canvas[aria-busy]").waitFor();
  await holdsWhatIsTold(page);
  open();
  await settled(page);
});

// holdsWhatIsTold compares a file of the picture with the status line.
async function holdsWhatIsTold(page) {
  const { things, links } = await counts(page);
  await page.locator(".drop > summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "GEXF" }).click()]);
  const gexf = await readFile(await download.path(), "utf8");
  assert.equal(gexf.match(/<node /g).length, things);
  assert.equal(gexf.match(/<edge /g).length, links);
}

story("Japan is compared with China", "/compare?of=country/japan", async (page) => {
  await page.locator("main").getByRole("combobox", { name: "Compare" }).pressSequentially("China");
  await page.getByRole("option", { name: /^China/ }).first().click();
  await page.getByRole("heading", { level: 1, name: "Japan and China compared" }).waitFor();
  const rows = page.locator(".matrix tbody tr:not(.below)");
  const kept = page.getByRole("status").filter({ hasText: / of .* rows?$/ }); // the page shows the first of them
  const told = async () => Number((await kept.textContent()).replaceAll(",", "").match(/\d+/)[0]);
  const shared = await told();
  assert.ok(shared > 0, "they share nothing");
  await rows.first().getByRole("button", { name: /document/ }).first().click();
  await page.locator(".matrix .proof cite a").first().waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "CSV" }).click()]);
  const table = await readFile(await download.path(), "utf8");
  assert.equal(table.split("\r\n").length, shared + 2, "lines of the CSV, with its head and its end");
  await page.getByLabel("Show").selectOption({ label: "everything" });
  await page.waitForURL(/show=all/);
  await settled(page);
  assert.ok((await told()) > shared, `${await told()} rows of everything, ${shared} shared`);
  await page.goBack();
});

story("the path from Fukuda to the Cultural Fund", "/paths", async (page) => {
  const from = page.locator("main").getByRole("combobox", { name: "From" });
  await from.pressSequentially("Takeo Fukuda");
  await page.getByRole("option", { name: /person/ }).first().click();
  await page.waitForURL(/from=/);
  await page.locator(".chip").first().waitFor();
  await page.locator("main").getByRole("combobox", { name: "To" }).pressSequentially("Cultural Fund");
  await page.getByRole("option", { name: /fund$/ }).first().click();
  await page.getByRole("heading", { level: 1, name: "From Takeo Fukuda to ASEAN Cultural Fund" }).waitFor();
  const steps = page.locator(".path").first().locator(".step");
  assert.match(await steps.first().textContent(), /Takeo Fukuda/);
  assert.match(await steps.last().textContent(), /ASEAN Cultural Fund/);
  await steps.last().getByRole("button", { name: /document/ }).click();
  await page.locator(".proof cite a").first().waitFor();
  await page.reload();
  await steps.first().waitFor();
});

story("what documents tell differently is read, or that they do not", "/disagreements", async (page) => {
  const first = page.locator(".disagreement").first();
  if (!(await first.count())) return page.locator(".empty").waitFor();
  assert.ok((await first.locator(".side").count()) >= 2, "a disagreement has two sides");
  for (const side of await first.locator(".side").all()) {
    await side.getByRole("button", { name: /so/ }).click();
    await side.locator(".proof cite a").first().waitFor();
  }
});

story("a figure is asked who says so, with the keyboard", "/trends", async (page) => {
  const points = page.locator(".chart .point");
  await points.first().waitFor();
  await page.locator(".chart .point[tabindex='0']").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.locator(".chosen-point .proof cite a").first().waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-pressed")), "true");
  const chosen = await page.locator(".chosen-point h2").textContent();
  await page.reload();
  await page.getByRole("heading", { level: 2, name: chosen }).waitFor();
});

story("a document is opened with what it is and says", "/documents", async (page) => {
  const first = page.locator(".sources a").first();
  const title = await first.textContent();
  const about = await page.locator(".sources p").first().textContent();
  await first.click();
  await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
  assert.match(new URL(page.url()).pathname, /^\/document\//);
  await page.getByRole("heading", { name: /^It says \d/ }).waitFor();
  await page.locator(".thing-head").getByText(about, { exact: true }).waitFor();
  await page.locator(".said .sentence").first().waitFor();
  await page.goto(`${url}/documents?of=${new URL(page.url()).pathname.slice(1)}`);
  await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
});

story("a timeline begins with what is oldest, whether it has a beginning or only an end", "/timeline", async (page) => {
  const years = await page.locator(".years h2").allTextContents();
  assert.ok(years.length > 3);
  assert.deepEqual(years, [...years].sort((a, b) => Number(a) - Number(b)));
});

story("a thing is cited by the name it keeps, and its code stands last", "/country/japan", async (page) => {
  const headings = await page.locator(".predicate-group h3").allTextContents();
  assert.ok(headings.indexOf("ISO 3166 code") === headings.length - 1, headings.join(", "));
  const iri = await page.locator(".take code").textContent();
  assert.match(iri, /^https:.*country\/japan$/);
  for (const format of ["BibTeX", "RIS", "CSL-JSON"]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".take").getByRole("button", { name: format, exact: true }).click()]);
    const written = await readFile(await download.path(), "utf8");
    assert.ok(written.includes(iri) && !written.includes(new URL(url).host), `${format}: ${written}`);
  }
});

story("the whole is taken away", "/data", async (page) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^csv/ }).click()]);
  const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
  assert.ok(lines.length > 2, "the table has no rows");
});

const addresses = ["/", "/search?q=fund", "/country/japan", "/graph?around=country/japan", "/graph?around=country/japan&beside=table", "/graph?around=country/japan&beside=tree",
  "/paths", "/paths?from=person/takeo-fukuda&to=fund/asean-cultural-fund", "/compare", "/compare?of=country/japan&of=country/china&show=all",
  "/trends", "/timeline", "/timeline?of=country/jpan&status=NONE", "/disagreements", "/documents", "/document/asean-japan-dialogue-2003", "/ontology", "/data"];
for (const address of addresses) {
  for (const colorScheme of ["light", "dark"]) {
    for (const [width, height] of [[1440, 900], [390, 844]]) {
      story(
        `${address} is accessible and fits, ${width} px, ${colorScheme}`,
        address,
        async (page) => {
          await page.waitForLoadState("networkidle");
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => window.axe.run());
          assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).slice(0, 3).join(" | ")}`), []);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= width, `the page is ${wide} px wide on a screen of ${width}`);
        },
        { viewport: { width, height }, colorScheme },
      );
    }
  }
}
