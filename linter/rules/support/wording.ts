import { methodName } from '../../http/method-name.ts';
import { requiredNames } from '../../openapi/challenges.ts';
import type { EffectiveSecurity, Operation } from '../../openapi/model.ts';
import { brief, list, longestPath } from '../../text/words.ts';

export { brief, list };

/** An operation as people say it: `GET /pets`. */
export function nameOf({ method, path }: Operation): string {
  return `${brief(methodName(method))} ${brief(path, longestPath)}`;
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
