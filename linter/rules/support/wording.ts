import { requiredNames } from '../../openapi/challenges.ts';
import type { Operation } from '../../openapi/model.ts';

/** An operation as people say it: `GET /pets`. */
export function nameOf({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path}`;
}

/** What an operation demands: `bearerAuth`, `bearerAuth and apiKey`, `bearerAuth or apiKey`. */
export function demandOf(operation: Operation): string {
  const alternatives = (operation.security.declaration?.requirements ?? []).filter(({ schemes }) => schemes.length > 0);
  if (alternatives.length > 3) return `one of ${list(requiredNames(operation), 'or')}`;
  return alternatives
    .map(({ schemes }) =>
      list(
        schemes.map(({ name }) => name),
        'and',
      ),
    )
    .join(' or ');
}

/** `a`, `a and b`, `a, b and c`; of many the first three. */
export function list(words: readonly string[], conjunction: 'and' | 'or'): string {
  const shown = words.length > 4 ? [...words.slice(0, 3), `${words.length - 3} more`] : words;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} ${conjunction} ${shown.at(-1)}`;
}
