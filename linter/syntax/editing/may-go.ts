import type { Range } from '../../text/range.ts';
import type { SyntaxTree } from '../node.ts';

/** False for a stretch of text of which the parser may have left out a part, and for one with an anchor that is used elsewhere. */
export function mayGo(tree: SyntaxTree, range: Range): boolean {
  return isRead(tree, range) && !hasAnchorInUse(tree, range);
}

/** In JSON what was left out stands where the mistake is; in YAML it may be anywhere. */
function isRead({ format, problems }: SyntaxTree, { start, end }: Range): boolean {
  return format === 'yaml' ? problems.length === 0 : problems.every(({ range }) => range.end < start || range.start > end);
}

function hasAnchorInUse({ format, text }: SyntaxTree, { start, end }: Range): boolean {
  if (format === 'json') return false;
  const anchors = new Set(namesBehind('&', text.slice(start, end)));
  if (anchors.size === 0) return false;
  return [...namesBehind('*', text.slice(0, start)), ...namesBehind('*', text.slice(end))].some((name) => anchors.has(name));
}

function namesBehind(mark: '&' | '*', text: string): readonly string[] {
  return text
    .split(mark)
    .slice(1)
    .map((rest) => /^[^\s,[\]{}]*/.exec(rest)?.[0] ?? '');
}
