import { parseJson } from './json-tree.ts';
import type { Format, SyntaxTree } from './node.ts';
import { parseYaml } from './yaml-tree.ts';

/** Reads a text in its format. Never throws: mistakes are in the tree's `problems`. */
export function parse(text: string, format: Format): SyntaxTree {
  return format === 'json' ? parseJson(text) : parseYaml(text);
}
