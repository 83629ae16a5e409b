/** `a`, `a and b`, `a, b and c`; of many the first three. */
export function list(words: readonly string[], conjunction: 'and' | 'or'): string {
  const shown = words.length > 4 ? [...words.slice(0, 3), `${words.length - 3} more`] : words;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} ${conjunction} ${shown.at(-1)}`;
}

/** Longer names are cut in messages. */
const longestName = 60;

/** The same for paths. */
export const longestPath = 120;

/** A name as a message has it: on one line, cut when it is longer than `longest` code units. */
export function brief(name: string, longest = longestName): string {
  const line = name
    .slice(0, 2 * longest)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length > longest) return `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
  return line === '' ? '(a name without letters)' : line;
}
