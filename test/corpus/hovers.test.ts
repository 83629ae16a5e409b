import { describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver';
import { type AuthNode, authNodes, type EntryResult, type Linter } from '../../linter/index.ts';
import { authLenses, toCodeLens } from '../../server/features/code-lenses.ts';
import { hoverAt } from '../../server/features/hover/hover.ts';
import { markdown } from '../../server/features/hover/markup.ts';
import { inheritedHints } from '../../server/features/inlay-hints.ts';
import type { Texts } from '../../server/features/texts.ts';
import { corpusEntries, corpusLinter, corpusUri } from '../support/corpus.ts';

const nameOf = (uri: string) => uri.slice(uri.lastIndexOf('/') + 1);

const textsOf = (linter: Linter): Texts => ({ lines: (uri) => linter.lastSeen(uri)?.lines, version: () => null, clientUri: (uri) => uri });

/** What should be in no sentence: a value that was missing, a placeholder that nothing stands for. */
const unfinished = /undefined|\[object|\{\d\}/;

/** Of each kind of node the first ones: many are alike. */
function some(nodes: readonly AuthNode[]): readonly AuthNode[] {
  const counts = new Map<string, number>();
  return nodes.filter(({ kind }) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return (counts.get(kind) ?? 0) <= 20;
  });
}

async function checked(entry: string): Promise<{ readonly linter: Linter; readonly api: NonNullable<EntryResult['api']> }> {
  const linter = corpusLinter();
  const api = (await linter.check(corpusUri(entry)))?.api;
  if (!api) throw new Error(`${entry} was not checked`);
  return { linter, api };
}

describe.each(corpusEntries)('$entry', ({ entry }) => {
  it('has a hover on what is about authentication, in whole sentences', async () => {
    const { linter, api } = await checked(entry);
    const texts = textsOf(linter);
    for (const { file, range, kind } of some(authNodes(api))) {
      const request = { models: [api], uri: file.uri, offset: range.start, findings: [], markup: markdown, texts, nameOf };
      const { value } = (hoverAt(request)?.contents ?? { value: '' }) as MarkupContent;
      const where = `${kind} at ${file.uri}, ${range.start}`;
      expect(value, where).not.toBe('');
      // What comes from the text stands in code, and may look like anything.
      expect(value.replace(/`[^`]*`|\([^)]*\)/g, ''), where).not.toMatch(unfinished);
    }
  });

  it('has lenses and hints in each of its files', async () => {
    const { linter, api } = await checked(entry);
    const texts = textsOf(linter);
    const operations = new Set(api.operations.filter(({ known }) => known).map(({ key }) => key.file));
    for (const file of operations) {
      const lenses = authLenses({ models: [api], uri: file.uri, nameOf, icons: true });
      for (const lens of lenses) expect(toCodeLens(lens, file.uri, texts, []).command?.title).not.toMatch(unfinished);
      for (const { label } of inheritedHints({ models: [api], file, texts, nameOf })) expect(JSON.stringify(label)).not.toMatch(unfinished);
    }
  });
});
