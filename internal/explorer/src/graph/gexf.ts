// The picture as a file for Gephi: things, lines, places, colours, and the years of lines.
// https://gexf.net/schema.html
import type { Vocabulary } from "../vocabulary.ts";
import { radius } from "./picture.ts";
import type { Network } from "./network.ts";

export function gexf(network: Network, words: Vocabulary): string {
  const nodes = [...network.spots.values()].map((spot) => {
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(words.colour(spot.type).slice(at, at + 2), 16));
    return `<node id="${xml(spot.id)}" label="${xml(spot.name)}"><attvalues><attvalue for="class" value="${xml(spot.type)}"/></attvalues><viz:color r="${r}" g="${g}" b="${b}"/><viz:size value="${radius(spot).toFixed(1)}"/><viz:position x="${(spot.x * 100).toFixed(1)}" y="${(spot.y * 100).toFixed(1)}" z="0"/></node>`;
  });
  const edges = [...network.lines.values()].map((line) => {
    const dates = [line.period?.earliest && ` start="${line.period.earliest}"`, line.period?.latest && ` end="${line.period.latest}"`].filter(Boolean).join("");
    return `<edge id="${xml(line.id)}" source="${xml(line.from)}" target="${xml(line.to)}" label="${xml(line.label)}" weight="${line.documents}"${dates}><attvalues><attvalue for="predicate" value="${xml(line.predicate)}"/><attvalue for="status" value="${line.status}"/></attvalues></edge>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>${xml(words.dataset.title)}</creator><description>dataset ${words.dataset.version}, ${xml(words.dataset.licence)}</description></meta>
<graph defaultedgetype="directed" mode="dynamic" timeformat="date">
<attributes class="node"><attribute id="class" title="class" type="string"/></attributes>
<attributes class="edge"><attribute id="predicate" title="predicate" type="string"/><attribute id="status" title="status" type="string"/></attributes>
<nodes>
${nodes.join("\n")}
</nodes>
<edges>
${edges.join("\n")}
</edges>
</graph>
</gexf>
`;
}

function xml(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
