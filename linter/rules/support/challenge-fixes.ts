import type { Fix } from '../../findings/finding.ts';
import { exampleChallenge, realmFor } from '../../fixes/challenge-text.ts';
import type { FixContext } from '../../fixes/fix-style.ts';
import type { Challenge } from '../../http/challenge.ts';
import { schemesInForce } from '../../openapi/challenges.ts';
import type { HeaderValue, Operation } from '../../openapi/model.ts';
import type { TextEdit } from '../../text/edit.ts';
import { editValue } from './used-challenges.ts';
import { brief } from './wording.ts';

/** The suggestion to write an example challenge for the schemes of some operations in place of a value; none when there is no such example. */
export function exampleFixes(context: FixContext, value: HeaderValue, operations: readonly Operation[]): readonly Fix[] {
  const schemes = schemesInForce(operations);
  const text = exampleChallenge(schemes, realmFor(context, value.place.file));
  if (text === undefined) return [];
  const edits = () => editValue(value, [{ range: { start: 0, end: value.text.length }, text }]);
  return [{ title: `Replace with ${brief(text)}`, kind: 'suggestion', preferred: true, edits }];
}

/** The edit of a value that gives a challenge without data further parameters. */
export function withParams({ params, range }: Challenge, text: string): TextEdit {
  return { range: { start: range.end, end: range.end }, text: `${params.length > 0 ? ',' : ''} ${text}` };
}
