const mostNamed = 3;

/** Names in a sentence, as many as one wants to read: `a, b, c and 4 more`. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${shown} and ${names.length - mostNamed} more` : shown;
}
