// Which match somebody means who writes words and chooses none. Pure.

export interface Called {
  name: string;
  aliases: readonly string[];
}

// meant is the match that is called just so, or else the only one, or the only one with
// these very words in a name while all others are merely spelled alike; null where several
// may be meant. Matches come best first.
export function meant<Match extends Called>(written: string, matches: Match[], total: number): Match | null {
  const words = written.trim().toLowerCase();
  const [first] = matches;
  const called = (match: Match, fits: (name: string) => boolean) => [match.name, ...match.aliases].some((name) => fits(name.toLowerCase()));
  if (!first || total === 1) return first ?? null;
  const exact = matches.filter((match) => called(match, (name) => name === words));
  if (exact.length > 0) return exact.length === 1 || exact[0] === first ? (exact[0] ?? null) : null;
  const having = matches.filter((match) => called(match, (name) => name.includes(words)));
  return having.length === 1 && having[0] === first ? first : null;
}
