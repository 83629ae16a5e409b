import type { AuthParam, Challenge } from '../http/challenge.ts';
import type { HeaderValue } from '../openapi/model.ts';
import { challengesOf, rangeOf } from '../openapi/value-challenges.ts';
import type { Range } from '../text/range.ts';

/** A part of a value of `WWW-Authenticate`; the range is that of the part in its file, in UTF-16 code units. */
export type ChallengePart =
  | { readonly kind: 'scheme'; readonly challenge: Challenge; readonly range: Range }
  /** The name of a parameter, or its value. */
  | { readonly kind: 'param'; readonly challenge: Challenge; readonly param: AuthParam; readonly range: Range }
  /** What stands between these: all of the value. */
  | { readonly kind: 'value'; readonly challenges: readonly Challenge[]; readonly range: Range };

/** The part of a value that shows at an offset of its file. */
export function challengePartAt(value: HeaderValue, offset: number): ChallengePart {
  const { challenges } = challengesOf(value);
  const around = (part: Range): Range | undefined => {
    const range = rangeOf(value, part);
    return range.start <= offset && offset <= range.end ? range : undefined;
  };
  for (const challenge of challenges) {
    const scheme = around(challenge.scheme.range);
    if (scheme) return { kind: 'scheme', challenge, range: scheme };
    for (const param of challenge.params) {
      const range = around(param.range);
      if (range) return { kind: 'param', challenge, param, range };
    }
  }
  return { kind: 'value', challenges, range: value.place.node.range };
}
