// plural is a count with what is counted: "1 link", "2,000 links".
export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
