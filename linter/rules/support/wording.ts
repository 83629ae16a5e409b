import { requiredNames } from '../../openapi/challenges.ts';
import type { EffectiveSecurity, Operation } from '../../openapi/model.ts';

/** An operation as people say it: `GET /pets`. */
export function nameOf({ method, path }: Operation): string {
  return `${brief(method.toUpperCase())} ${brief(path, longestPath)}`;
}

/** What an operation demands: `bearerAuth`, `bearerAuth and apiKey`, `bearerAuth or apiKey`. */
export function demandOf(security: EffectiveSecurity): string {
  const alternatives = (security.declaration?.requirements ?? []).filter(({ schemes }) => schemes.length > 0);
  const demands = alternatives.map(({ schemes }) =>
    list(
      schemes.map(({ name }) => brief(name)),
      'and',
    ),
  );
  const distinct = [...new Set(demands)];
  return distinct.length > 3
    ? `one of ${list(
        requiredNames(security).map((name) => brief(name)),
        'or',
      )}`
    : distinct.join(' or ');
}

/** `a`, `a and b`, `a, b and c`; of many the first three. */
export function list(words: readonly string[], conjunction: 'and' | 'or'): string {
  const shown = words.length > 4 ? [...words.slice(0, 3), `${words.length - 3} more`] : words;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} ${conjunction} ${shown.at(-1)}`;
}

/** Longer names are cut in messages. */
const longestName = 60;
const longestPath = 120;

/** A name as a message has it: on one line, cut when it is longer than `longest` code units. */
export function brief(name: string, longest = longestName): string {
  const line = name
    .slice(0, 2 * longest)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length > longest) return `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
  return line === '' ? '(a name without letters)' : line;
}
