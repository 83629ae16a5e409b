const withNumber = /^([a-z_-]*)[45](?:\d\d|XX)([_-]?(?:error|response)?)$/i;

/**
 * A name for a new 401 response as the names beside it are: `Unauthorized`, beside `not-found-error` and `bad-request-error`
 * `unauthorized-error`, beside `Error404` `Error401`, beside `5XX` `401`.
 */
export function nativeName(others: readonly string[]): string {
  const numbered = mostOf(others.flatMap((name) => withNumber.exec(name)?.slice(1).join('401') ?? []));
  if (numbered && isMost(numbered.uses, others)) return numbered.text;
  const suffix = mostOf(others.flatMap((name) => /(?<=.)[_-]?(?:error|response)$/i.exec(name)?.[0] ?? []));
  return wordLike(others) + (suffix && suffix.uses > 1 && isMost(suffix.uses, others) ? suffix.text : '');
}

function wordLike(others: readonly string[]): string {
  const isUsual = (form: RegExp) => isMost(others.filter((name) => form.test(name)).length, others);
  if (isUsual(/^[A-Z][A-Z0-9_-]+$/)) return 'UNAUTHORIZED';
  return isUsual(/^[a-z]/) ? 'unauthorized' : 'Unauthorized';
}

/** True for more than a half. */
function isMost(count: number, all: readonly string[]): boolean {
  return count * 2 > all.length;
}

function mostOf(texts: readonly string[]): { readonly text: string; readonly uses: number } | undefined {
  const uses = new Map<string, number>();
  for (const text of texts) uses.set(text, (uses.get(text) ?? 0) + 1);
  return [...uses].map(([text, count]) => ({ text, uses: count })).sort((a, b) => b.uses - a.uses)[0];
}
