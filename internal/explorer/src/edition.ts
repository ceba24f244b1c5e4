// Addresses name the dataset that the view was seen with, so that a link tells later
// readers whether they see the same: /graph?around=ID&data=VERSION. Pure.

const name = "data";
const version = /^[\w.-]{1,64}$/; // anything else is words of somebody, not to be repeated

// editionOf is the dataset that an address names; null where it names none.
export function editionOf(address: URL): string | null {
  const written = address.searchParams.get(name);
  return written && version.test(written) ? written : null;
}

// stamped is an address that names a dataset, and is otherwise written as it was.
export function stamped(address: URL, edition: string): URL {
  const rest = address.search.slice(1).split("&").filter((pair) => pair && !pair.startsWith(`${name}=`));
  const target = new URL(address);
  target.search = [...rest, `${name}=${encodeURIComponent(edition)}`].join("&");
  return target;
}
