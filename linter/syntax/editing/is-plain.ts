import type { ScalarNode, SyntaxNode, SyntaxTree } from '../node.ts';
import { isPrintable } from '../scalars/quoting.ts';
import { parseWholeYaml } from '../yaml/whole-yaml.ts';
import { isBetweenBrackets } from './containers.ts';

/** True when a text that stands in place of a plain scalar is a plain scalar again and means this very string. */
export function isPlain(tree: SyntaxTree, node: ScalarNode, source: string, value: string): boolean {
  // A document's end, or a second colon behind that of a quoted key, depends on what is around.
  if (/^:|(?:^|[\r\n])(?:---|\.\.\.)/.test(source) || !isPrintable(value.replaceAll('\n', ''))) return false;
  const { root, problems } = parseWholeYaml(isBetweenBrackets(tree, node.range.start) ? `- {k: ${source}}` : `- ${source}`);
  if (problems.length > 0 || root?.kind !== 'sequence' || root.items().length !== 1) return false;
  const scalar = onlyValue(root.items()[0]);
  return scalar?.kind === 'scalar' && scalar.style === 'plain' && scalar.value === value;
}

/** The value itself, or the only one in its map. */
function onlyValue(node: SyntaxNode | undefined): SyntaxNode | undefined {
  if (node?.kind !== 'map') return node;
  return node.style === 'flow' && node.written().length === 1 ? node.get('k')?.value : undefined;
}
