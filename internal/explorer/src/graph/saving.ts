// A picture as a file: SVG, and PNG made of it.
import { h } from "../dom.ts";
import { save } from "../take.ts";
import type { Vocabulary } from "../vocabulary.ts";
import type { Network } from "./network.ts";
import { picture } from "./picture.ts";

const [width, height] = [1400, 1000]; // pixels; PNG has twice as many each way

export function saveSvg(network: Network, words: Vocabulary, file: string): void {
  save(svg(network, words), `${file}.svg`, "image/svg+xml");
}

export async function savePng(network: Network, words: Vocabulary, file: string): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg(network, words))}`;
  await image.decode();
  const canvas = h("canvas", { width: 2 * width, height: 2 * height });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && save(blob, `${file}.png`, "image/png"));
}

// svg stands alone: it has the colours of the page written in.
function svg(network: Network, words: Vocabulary): string {
  const { color, backgroundColor } = getComputedStyle(document.body);
  const drawn = picture(network, words, { width, height, ink: color, paper: backgroundColor });
  drawn.setAttribute("width", String(width));
  drawn.setAttribute("height", String(height));
  return new XMLSerializer().serializeToString(drawn);
}
