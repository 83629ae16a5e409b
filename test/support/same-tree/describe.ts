import type { MapEntry, SyntaxNode } from '../../../linter/syntax/node.ts';
import type { Range } from '../../../linter/text/range.ts';

/** A way from the root, as a list from its end: cheap to make for a million nodes. */
export interface Path {
  readonly above: Path | undefined;
  readonly step: string;
}

/** A way from the root as a JSON pointer; `(root)` for the root itself, the middle left out when it is very long. */
export function pointerText(path: Path | undefined): string {
  const steps: string[] = [];
  for (let at = path; at; at = at.above) steps.push(at.step);
  if (steps.length === 0) return '(root)';
  steps.reverse();
  const shown = steps.length > 40 ? [...steps.slice(0, 20), `… ${steps.length - 40} more …`, ...steps.slice(-20)] : steps;
  return `/${shown.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
}

/** A range with the text that stands there. */
export function rangeText(range: Range | undefined, text: string): string {
  return range ? `${range.start}-${range.end} ${shortened(text.slice(range.start, range.end))}` : 'none';
}

/** What a node says of itself, its contents apart. */
export function nodeText(node: SyntaxNode, text: string): string {
  const about = `${node.style} ${node.kind} ${rangeText(node.range, text)}`;
  if (node.kind !== 'scalar') return about;
  const value =
    typeof node.value === 'string' ? shortened(node.value) : `${Object.is(node.value, -0) ? '-0' : node.value} as ${shortened(node.text)}`;
  return `${about} = ${value}${typeof node.value === 'string' && node.text !== node.value ? ` as ${shortened(node.text)}` : ''}`;
}

/** The keys of entries. */
export function keysText(entries: readonly MapEntry[]): string {
  const shown = entries.slice(0, 12).map(({ key, merged }) => `${shortened(key)}${merged ? ' (merged)' : ''}`);
  return `${entries.length} [${shown.join(', ')}${entries.length > 12 ? ', …' : ''}]`;
}

function shortened(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 40)}…${text.slice(-19)}` : text);
}
