import type { MapEntry, MapNode, SequenceNode, SyntaxNode } from '../../../linter/syntax/node.ts';

/** True for what stands where the text has no value. */
export function isMissing(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && node.value === null && node.range.start === node.range.end;
}

/** What a node breaks of the laws that hold for each, in words: whatever is asked for twice is the same object. */
export function brokenLaw(node: SyntaxNode): string | undefined {
  if (node.kind === 'map') return brokenMapLaw(node);
  return node.kind === 'sequence' ? brokenSequenceLaw(node) : undefined;
}

function brokenSequenceLaw(node: SequenceNode): string | undefined {
  const again = node.items();
  const index = node.items().findIndex((item, at) => !isSameNode(item, again[at]));
  return index < 0 ? undefined : `items()[${index}] is another object when asked again`;
}

function brokenMapLaw(node: MapNode): string | undefined {
  return unsteady('written', node.written(), node.written()) ?? unsteady('entries', node.entries(), node.entries());
}

function unsteady(name: string, first: readonly MapEntry[], again: readonly MapEntry[]): string | undefined {
  for (const [index, entry] of first.entries()) {
    const where = `${name}()[${index}] ${JSON.stringify(entry.key)}`;
    if (entry !== again[index]) return `${where} is another object when asked again`;
    const { keyNode, value } = entry;
    if (entry.keyNode !== keyNode) return `${where} has another key node when asked again`;
    if (!isSameNode(value, entry.value)) return `${where} has another value when asked again`;
  }
  return undefined;
}

function isSameNode(one: SyntaxNode, other: SyntaxNode | undefined): boolean {
  return one === other || (other !== undefined && isMissing(one) && isMissing(other));
}
