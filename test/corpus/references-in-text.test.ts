import { expect, it } from 'vitest';
import type { SyntaxNode } from '../../linter/syntax/node.ts';
import { parse } from '../../linter/syntax/parse.ts';
import { writtenReferences } from '../../linter/syntax/written-references.ts';
import { corpusFiles, corpusText } from '../support/corpus.ts';

/** Every `$ref` with a string that a tree has, an alias' text once. */
function referencesIn(root: SyntaxNode | undefined): readonly string[] {
  const found = new Map<SyntaxNode, string>();
  const seen = new Set<SyntaxNode>();
  const visit = (node: SyntaxNode): void => {
    if (node.kind === 'scalar' || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'sequence') return node.items().forEach(visit);
    for (const { key, value } of node.written()) {
      if (key === '$ref' && value.kind === 'scalar' && value.text !== '') found.set(value, `${value.range.start}-${value.range.end} ${value.text}`);
      visit(value);
    }
  };
  if (root) visit(root);
  return [...found.values()].sort();
}

it('references are found in texts as trees have them', () => {
  let count = 0;
  for (const path of corpusFiles()) {
    const text = corpusText(path);
    const format = path.endsWith('.json') ? 'json' : 'yaml';
    const found = writtenReferences(parse(text, format)).map(({ range, target }) => `${range.start}-${range.end} ${target}`);
    expect([...found].sort(), path).toEqual(referencesIn(parse(text, format).root));
    count += found.length;
  }
  expect(count).toBeGreaterThan(100);
});
