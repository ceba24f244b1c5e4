// Pictures of pages as small PNG files: a page has few colours, and one in place of all that
// are like it, as between the edge of a letter and its paper, looks the same at a third of
// the size.
import { crc32, deflateSync } from "node:zlib";

// paletted writes pixels, four bytes each, as PNG 1.2 with a palette; none is transparent.
export function paletted(pixels, width, height) {
  const { colours, nearest } = paletteOf(pixels);
  const lines = Buffer.alloc(height * (width + 1)); // each begins with its filter: none
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = nearest(colourAt(pixels, y * width + x));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8); // 8 bits a pixel, by palette
  const palette = Buffer.from(colours.flatMap(parts));
  const chunks = [chunk("IHDR", head), chunk("PLTE", palette), chunk("IDAT", deflateSync(lines, { level: 9 })), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...chunks]);
}

const colourAt = (pixels, i) => (pixels[4 * i] << 16) | (pixels[4 * i + 1] << 8) | pixels[4 * i + 2];
const alike = 0xf0f0f0; // colours that differ in the other bits alone
const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

function paletteOf(pixels) {
  const counts = new Map();
  for (let i = 0; i < pixels.length / 4; i++) counts.set(colourAt(pixels, i), (counts.get(colourAt(pixels, i)) ?? 0) + 1);
  const commonest = new Map(); // of those alike
  for (const [colour] of [...counts].sort(([, a], [, b]) => b - a)) commonest.set(colour & alike, commonest.get(colour & alike) ?? colour);
  const colours = [...commonest.values()].slice(0, 256);
  const known = new Map(colours.map((colour, i) => [colour, i]));
  const nearest = (colour) => {
    if (!known.has(colour)) known.set(colour, colours.reduce((best, other, i) => (distance(other, colour) < distance(colours[best], colour) ? i : best), 0));
    return known.get(colour);
  };
  return { colours, nearest };
}

function distance(a, b) {
  const other = parts(b);
  return parts(a).reduce((sum, part, i) => sum + (part - other[i]) ** 2, 0);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
