import type { Range } from '../../text/range.ts';
import type { Comment, SyntaxNode, SyntaxTree } from '../node.ts';

/** What stands in a text beside its values. */
export interface Marks {
  readonly comments: readonly Comment[];
  /** What aliases stand for. */
  readonly aliased: readonly SyntaxNode[];
  readonly hasAnchors: boolean;
  readonly hasTags: boolean;
}

/** What stands beside the values in a stretch of text that is a node's own, with the comments around it. */
export function marksIn(tree: SyntaxTree, node: SyntaxNode, range: Range): Marks {
  const comments = commentsIn(tree, range);
  if (tree.format === 'json') return { comments, aliased: [], hasAnchors: false, hasTags: false };
  const aliased: SyntaxNode[] = [];
  const known = [...comments.map((comment) => comment.range), ...scalarsOf(node, aliased)];
  const between = without(tree.text, range, known);
  return { comments, aliased, hasAnchors: between.includes('&'), hasTags: between.includes('!') };
}

/** The comments in a stretch of text. */
export function commentsIn(tree: SyntaxTree, { start, end }: Range): readonly Comment[] {
  if (!/#|\/[/*]/.test(tree.text.slice(start, end))) return [];
  return tree.comments().filter(({ range }) => range.start >= start && range.end <= end);
}

/** Where the keys and scalars stand that a node's own text has; what aliases stand for is added to `aliased`. */
function scalarsOf(node: SyntaxNode, aliased: SyntaxNode[]): readonly Range[] {
  if (node.kind === 'scalar') return [node.range];
  if (node.kind === 'sequence') return node.items().flatMap((item, index) => part(item, node.aliasAt(index)));
  return node.written().flatMap(({ keyNode, value, alias }) => [keyNode.range, ...part(value, alias)]);

  function part(value: SyntaxNode, alias: Range | undefined): readonly Range[] {
    if (!alias) return scalarsOf(value, aliased);
    aliased.push(value);
    return [alias];
  }
}

/** A stretch of text without some that are in it. */
function without(text: string, { start, end }: Range, known: readonly Range[]): string {
  const inside = known.filter((each) => each.start >= start && each.end <= end).sort((a, b) => a.start - b.start);
  let rest = '';
  let at = start;
  for (const each of inside) {
    rest += text.slice(at, Math.max(at, each.start));
    at = Math.max(at, each.end);
  }
  return rest + text.slice(at, end);
}
