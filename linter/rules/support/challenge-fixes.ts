import type { Fix } from '../../findings/finding.ts';
import { exampleChallenge, realmFor } from '../../fixes/challenge-text.ts';
import type { FixContext } from '../../fixes/fix-style.ts';
import type { Challenge } from '../../http/challenge.ts';
import { schemesInForce } from '../../openapi/challenges.ts';
import type { HeaderValue, Operation } from '../../openapi/model.ts';
import { challengesOf } from '../../openapi/value-challenges.ts';
import type { TextEdit } from '../../text/edit.ts';
import { editValue } from './used-challenges.ts';
import { brief } from './wording.ts';

/** The suggestion to write an example challenge for the schemes of some operations in place of a value; none when there is no such example. */
export function exampleFixes(context: FixContext, value: HeaderValue, operations: readonly Operation[]): readonly Fix[] {
  const schemes = schemesInForce(operations);
  const text = exampleChallenge(schemes, realmIn(context, value));
  if (text === undefined) return [];
  // The line break at the end of a block of lines stays.
  const range = { start: 0, end: value.text.replace(/\n+$/, '').length };
  const edits = () => editValue(value, [{ range, text }]);
  return [{ title: `Replace with ${brief(text)}`, kind: 'suggestion', preferred: true, edits }];
}

/** The realm for a new challenge in a value: what it has already, else what another value in its file would get. */
export function realmIn(context: FixContext, value: HeaderValue): string {
  const params = challengesOf(value).challenges.flatMap((challenge) => challenge.params);
  const known = params.find(({ name }) => name.text.toLowerCase() === 'realm');
  return known?.value.content || realmFor(context, value.place.file);
}

/** The edits of a value that give a challenge without data further parameters: a realm comes first. */
export function withParams({ scheme, params, range }: Challenge, added: readonly string[]): readonly TextEdit[] {
  const [realms, others] = [true, false].map((isRealm) => added.filter((param) => param.startsWith('realm=') === isRealm).join(', '));
  const behindScheme = { start: scheme.range.end, end: scheme.range.end };
  const atEnd = { start: range.end, end: range.end };
  if (params.length === 0) return [{ range: atEnd, text: ` ${added.join(', ')}` }];
  return [...(realms ? [{ range: behindScheme, text: ` ${realms},` }] : []), ...(others ? [{ range: atEnd, text: `, ${others}` }] : [])];
}
