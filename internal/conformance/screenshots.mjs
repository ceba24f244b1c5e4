// Takes the pictures of the README: builds the program as it stands, starts it on the
// shipped data, and visits it in a real browser.
//
//   npm run screenshots            writes ../explorer/pictures/*.png
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { paletted } from "./palette.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = fileURLToPath(new URL("../explorer/pictures/", import.meta.url));
const heaviest = 150_000; // bytes; readers of the README load them all

// What is shown of each page: what a reader would look for first on it.
const pictures = [
  { name: "fund", address: "/fund/asean-cultural-fund", ready: ".small-picture svg.picture" },
  { name: "graph", address: "/graph?around=country/japan~30&withoutClasses=OBSERVATION", ready: ".canvas canvas" },
  { name: "compare", address: "/compare?of=country/japan&of=country/china&of=country/republic-of-korea", ready: ".matrix tbody tr" },
];

mkdirSync(folder, { recursive: true });
const workshop = mkdtempSync(join(tmpdir(), "screenshots-"));
const program = join(workshop, "aseangraph");
execFileSync("go", ["build", "-o", program, "./cmd/aseangraph"], { cwd: root, stdio: "inherit" });
const server = spawn(program, ["serve", "--addr", "127.0.0.1:0"], { stdio: ["ignore", "ignore", "pipe"] });
try {
  const site = await listening(server.stderr);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    chromiumSandbox: process.getuid() !== 0, // Chromium has no sandbox for root, which is who runs containers
    args: ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"], // WebGL without a graphics card
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: "light", reducedMotion: "reduce" });
  for (const { name, address, ready } of pictures) await take(await context.newPage(), site + address, ready, join(folder, `${name}.png`));
  await browser.close();
} finally {
  server.kill();
  rmSync(workshop, { recursive: true });
}

async function listening(stderr) {
  for await (const line of createInterface(stderr)) {
    const [, address] = line.match(/listening on (\S+)/) ?? [];
    if (address) return address;
  }
  throw new Error("the server ended before it listened");
}

async function take(page, address, ready, path) {
  await page.goto(address);
  await page.locator(ready).first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(500); // pictures drawn by WebGL come to rest
  const { width, height, pixels } = await pixelsOf(await page.screenshot({ animations: "disabled" }), page.context());
  await page.close();
  const picture = paletted(pixels, width, height);
  if (picture.length > heaviest) throw new Error(`${path} would have ${picture.length} bytes, more than ${heaviest}`);
  writeFileSync(path, picture);
  console.log(`${path}: ${picture.length} bytes`);
}

// pixelsOf lets the browser, which wrote the picture, read it: four bytes a pixel.
async function pixelsOf(picture, context) {
  const page = await context.newPage();
  const read = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const { width, height } = image;
    const canvas = new OffscreenCanvas(width, height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const reader = new FileReader(); // numbers one by one would take a minute
    const done = new Promise((tell) => (reader.onload = tell));
    reader.readAsDataURL(new Blob([canvas.getImageData(0, 0, width, height).data]));
    await done;
    return { width, height, pixels: reader.result.split(",")[1] };
  }, `data:image/png;base64,${picture.toString("base64")}`);
  await page.close();
  return { ...read, pixels: Buffer.from(read.pixels, "base64") };
}
