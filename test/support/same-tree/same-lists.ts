import type { Comment, SyntaxProblem } from '../../../linter/syntax/node.ts';
import { rangeText } from './describe.ts';

/** The first difference between the problems of two trees, whatever their order; undefined when there is none. */
export function problemsDifference(actual: readonly SyntaxProblem[], expected: readonly SyntaxProblem[], text: string): string | undefined {
  const order = (one: SyntaxProblem, other: SyntaxProblem) =>
    one.range.start - other.range.start || one.range.end - other.range.end || (one.message < other.message ? -1 : 1);
  const said = ({ message, range }: SyntaxProblem) => `${JSON.stringify(message)} at ${rangeText(range, text)}`;
  return listDifference('problems', actual.toSorted(order), expected.toSorted(order), said);
}

/** The first difference between the comments of two trees; undefined when there is none. */
export function commentsDifference(actual: readonly Comment[], expected: readonly Comment[], text: string): string | undefined {
  const said = (comment: Comment) => `${JSON.stringify(comment.text)} at ${rangeText(comment.range, text)}`;
  return listDifference('comments', actual, expected, said);
}

function listDifference<T>(name: string, actual: readonly T[], expected: readonly T[], said: (item: T) => string): string | undefined {
  for (let index = 0; index < Math.max(actual.length, expected.length); index++) {
    const [here, there] = [actual[index], expected[index]].map((item) => (item ? said(item) : 'nothing'));
    if (here !== there) return `${name}[${index}] of ${actual.length}: ${here}, expected ${there} (of ${expected.length})`;
  }
  return undefined;
}
