import type { SyntaxNode, SyntaxTree } from '../../../linter/syntax/node.ts';
import { parse } from '../../../linter/syntax/parse.ts';

/** What a node means, as JavaScript has it; merge keys are resolved. A scalar that is no JSON value is its text. */
export function plainValue(node: SyntaxNode | undefined): unknown {
  if (!node) return undefined;
  if (node.kind === 'sequence') return node.items().map(plainValue);
  if (node.kind === 'map') return Object.fromEntries(node.entries().map(({ key, value }) => [key, plainValue(value)]));
  return node.value;
}

/** What a YAML text means. */
export function yamlValue(text: string): unknown {
  return plainValue(parse(text, 'yaml').root);
}

/** What a JSON text means. */
export function jsonValue(text: string): unknown {
  return plainValue(parse(text, 'json').root);
}

/** The node that a path of keys and indices leads to. */
export function nodeAt(tree: SyntaxTree, ...path: readonly (string | number)[]): SyntaxNode {
  let node = tree.root;
  for (const step of path) {
    if (node?.kind === 'map') node = node.get(String(step))?.value;
    else if (node?.kind === 'sequence') node = node.items()[Number(step)];
    else node = undefined;
  }
  if (!node) throw new Error(`nothing at ${path.join('/')}`);
  return node;
}
