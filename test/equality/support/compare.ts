import type { Format, SyntaxTree } from '../../../linter/syntax/node.ts';
import { parse, parseEagerly } from '../../../linter/syntax/parse.ts';
import { seededRandom } from '../../support/random.ts';
import { treeDifference } from '../../support/same-tree/same-tree.ts';
import type { Sample } from './sample.ts';
import { touch } from './touch.ts';

/** How the tree of `parse` differs from what the parsers make of the same text; undefined when it does not. */
export function parseDifference({ text, format, seed }: Omit<Sample, 'from'>): string | undefined {
  return told(() => {
    const actual = parse(text, format);
    const expected = parseEagerly(text, format);
    // Both in the same way: which of two maps that merge each other has the other's entries depends on who is asked first.
    for (const tree of [actual, expected]) touch(tree, seededRandom(seed));
    return differenceFromEager(actual, expected);
  });
}

/** How a tree of an edited text differs from one that is made afresh; `eager` says by which of the two. */
export function editedDifference(tree: SyntaxTree, eager: boolean): string | undefined {
  const { text, format } = tree;
  return told(() => (eager ? differenceFromEager(tree, parseEagerly(text, format)) : treeDifference(tree, parse(text, format))));
}

/** The parsers recurse, and how deep they get depends on the machine: what they gave up on can't be compared. */
function differenceFromEager(actual: SyntaxTree, expected: SyntaxTree): string | undefined {
  if (expected.problems.some(({ message }) => message.startsWith('Nested too deeply'))) return undefined;
  return treeDifference(actual, expected);
}

/** An exception is a difference as well: reading never throws. */
export function told(compare: () => string | undefined): string | undefined {
  try {
    return compare();
  } catch (error) {
    return `throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

/** The format that a file's name says. */
export function formatOf(path: string): Format {
  return path.endsWith('.json') ? 'json' : 'yaml';
}
