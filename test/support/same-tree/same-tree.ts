import type { SyntaxTree } from '../../../linter/syntax/node.ts';
import { commentsDifference, problemsDifference } from './same-lists.ts';
import { nodeDifference } from './same-nodes.ts';

/**
 * The first difference between two trees as people read it, or undefined when there is none: nodes with all that they say, problems
 * in any order, comments, habits. Also what always holds of one tree: each node is made once. Asks for everything; of the second tree
 * only once. Does not recurse, and follows aliases that lead back to where they stand.
 */
export function treeDifference(actual: SyntaxTree, expected: SyntaxTree): string | undefined {
  if (actual.format !== expected.format) return `format: ${actual.format}, expected ${expected.format}`;
  if (actual.text !== expected.text) return `text: ${actual.text.length} characters, expected ${expected.text.length} (or others)`;
  return (
    problemsDifference(actual.problems, expected.problems, actual.text) ??
    rootDifference(actual, expected) ??
    commentsDifference(actual.comments(), expected.comments(), actual.text) ??
    styleDifference(actual, expected)
  );
}

function rootDifference(actual: SyntaxTree, expected: SyntaxTree): string | undefined {
  const { root } = actual;
  if (actual.root !== root) return 'root: another node when asked again';
  if (root && expected.root) return nodeDifference(root, expected.root, actual.text);
  if (root === expected.root) return undefined;
  return root ? `root: a ${root.kind}, expected nothing` : `root: nothing, expected a ${expected.root?.kind}`;
}

function styleDifference(actual: SyntaxTree, expected: SyntaxTree): string | undefined {
  const [here, there] = [JSON.stringify(actual.style), JSON.stringify(expected.style)];
  return here === there ? undefined : `style: ${here}, expected ${there}`;
}
