import type { MapNode, SyntaxNode, SyntaxTree } from '../../../linter/syntax/node.ts';
import type { Random } from '../../support/random.ts';

/**
 * Asks a tree for a random part of what it has, in random order: a lazy tree has made some nodes then, and others not. Gives the nodes
 * that it came by.
 */
export function touch(tree: SyntaxTree, random: Random): readonly SyntaxNode[] {
  const seen: SyntaxNode[] = [];
  for (let walks = random.below(4); walks > 0; walks--) {
    if (random.chance(0.15)) tree.comments();
    if (random.chance(0.1)) void tree.style;
    let node = tree.root;
    for (let steps = random.between(1, 12); node && steps > 0; steps--) {
      seen.push(node);
      node = below(node, random, seen);
    }
  }
  return seen;
}

function below(node: SyntaxNode, random: Random, seen: SyntaxNode[]): SyntaxNode | undefined {
  if (node.kind === 'scalar') return undefined;
  if (node.kind === 'map') return belowMap(node, random, seen);
  const items = node.items();
  const index = random.below(items.length);
  node.aliasAt(index);
  return items[index];
}

function belowMap(map: MapNode, random: Random, seen: SyntaxNode[]): SyntaxNode | undefined {
  if (random.chance(0.2)) map.get(random.pick(usualKeys));
  const entries = random.chance(0.5) ? map.written() : map.entries();
  const entry = entries[random.below(entries.length)];
  if (!entry) return undefined;
  if (random.chance(0.5)) seen.push(entry.keyNode);
  return random.chance(0.3) ? map.get(entry.key)?.value : entry.value;
}

const usualKeys = ['paths', 'security', 'responses', '401', 'get', 'components', '$ref', 'headers'];
