// Things by their ids, as an address names them.
import { ask } from "./api.ts";
import { NamesDocument } from "./generated/queries.mts";
import type { Context } from "./router.ts";
import type { Named } from "./thing.ts";

// named are the things that an address names so, each once, at most so many. The reader is
// told of ids at which there is nothing.
export async function named({ address, leftOut }: Context, name: string, most: number): Promise<Named[]> {
  const ids = [...new Set(address.searchParams.getAll(name).filter(Boolean))];
  const asked = ids.slice(0, most);
  if (asked.length === 0) return [];
  const { nodes } = await ask(NamesDocument, { ids: asked });
  const found = nodes.filter((node): node is Extract<typeof node, { name: string }> => node !== null && "name" in node);
  for (const id of asked) if (!found.some((thing) => thing.id === id)) leftOut({ name, value: id, id });
  for (const id of ids.slice(most)) leftOut({ name, value: id });
  return found;
}
