import type { ParsedChallenges } from '../http/challenge.ts';
import { parseChallenges } from '../http/parse-challenges.ts';
import { sourceRange } from '../syntax/scalar-positions.ts';
import type { Range } from '../text/range.ts';
import { firstLine } from '../workspace/place.ts';
import type { HeaderValue } from './model.ts';

/** So many challenges, and so many mistakes, are looked at in one value. */
export const mostOfOneValue = 20;

/** What a value says. The line break at the end of a block scalar belongs to the way it is written. */
export function challengesOf({ place: { node }, text }: Pick<HeaderValue, 'place' | 'text'>): ParsedChallenges {
  const isBlock = node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
  const { challenges, problems } = parseChallenges(isBlock ? text.replace(/\n+$/, '') : text);
  return { challenges: challenges.slice(0, mostOfOneValue), problems: problems.slice(0, mostOfOneValue) };
}

/** The part of the file that shows a part of a value; where the two can't be matched, the first line of the value. */
export function rangeOf({ place }: Pick<HeaderValue, 'place'>, part: Range): Range {
  const range = place.node.kind === 'scalar' && part.start < part.end ? sourceRange(place.file.tree, place.node, part) : undefined;
  return range ?? firstLine(place);
}
