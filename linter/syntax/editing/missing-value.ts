import type { SyntaxNode } from '../node.ts';

/** True for a value of which there is no text at all (`key:`). */
export function isMissing({ range }: SyntaxNode): boolean {
  return range.start === range.end;
}
