import { describe, expect, it } from 'vitest';
import type { Completion, EntryResult } from '../../linter/index.ts';
import type { AuthNode } from '../../linter/navigation/auth-node.ts';
import { authNodes } from '../../linter/navigation/auth-nodes.ts';
import type { SyntaxNode } from '../../linter/syntax/node.ts';
import { parse, parseEagerly } from '../../linter/syntax/parse.ts';
import { applyEdits } from '../../linter/text/edit.ts';
import { corpusEntries, corpusLinter, corpusPath, corpusSize, corpusText, corpusUri } from '../support/corpus.ts';
import { hashOf } from '../support/hash.ts';
import { type Random, seededRandom } from '../support/random.ts';

/** So many places of a description are tried, and so many of what it says about authentication. */
const tries = { anywhere: 80, beginnings: 6, nodes: 8 };

const entries = corpusEntries.filter(({ entry }) => corpusSize(entry) < 400_000);

describe.each(entries)('$entry', ({ entry }) => {
  it('offers something only where it is about authentication', async () => {
    const text = corpusText(entry);
    const format = /\.json$/.test(entry) ? 'json' : 'yaml';
    const random = seededRandom(Number.parseInt(hashOf(entry), 16));
    const linter = corpusLinter();
    await linter.check(corpusUri(entry));
    const { root } = parseEagerly(text, format);
    for (let round = 0; round < tries.anywhere; round++) {
      const offset = random.below(text.length + 1);
      const offered = await linter.completions(corpusUri(entry), corpusUri(entry), offset);
      if (offered.length > 0) expect(keysAround(root, offset).join('/')).toMatch(/(?:^|\/)(?:security|responses|headers)(?:\/|$)/i);
    }
  });

  it('goes on behind any beginning of the text', async () => {
    const text = corpusText(entry);
    const random = seededRandom(Number.parseInt(hashOf(entry), 16));
    for (let round = 0; round < tries.beginnings; round++) {
      const offset = random.below(text.length + 1);
      const linter = corpusLinter(new Map([[corpusUri(entry), text.slice(0, offset)]]));
      await linter.check(corpusUri(entry));
      const offered = await linter.completions(corpusUri(entry), corpusUri(entry), offset);
      for (const { range } of offered) expect(text.slice(range.start, range.end)).not.toMatch(/[\r\n]/);
    }
  });

  it('offers the names that are there', async () => {
    const random = seededRandom(Number.parseInt(hashOf(entry), 16));
    const linter = corpusLinter();
    const { api } = await checked(linter, entry);
    const named = (api ? authNodes(api) : []).filter(
      (node) => node.kind === 'requirement' && node.used.required.scheme?.name === nameOf(node),
    );
    for (let round = 0; named.length > 0 && round < tries.nodes; round++) {
      const node = random.pick(named);
      const offered = await linter.completions(corpusUri(entry), node.file.uri, random.between(node.range.start, node.range.end));
      expect(offered.map(({ label }) => label)).toContain(nameOf(node));
    }
  });

  it('leaves a text that is as sound as before, and says what was chosen', async () => {
    const random = seededRandom(Number.parseInt(hashOf(entry), 16));
    for (const { file, before, offset } of await halfTyped(entry, random)) {
      const format = /\.json$/.test(file) ? 'json' : 'yaml';
      const linter = corpusLinter(new Map([[file, before]]));
      await linter.check(corpusUri(entry));
      const offered = await linter.completions(corpusUri(entry), file, offset);
      const most = parse(corpusText(corpusPath(file)), format).problems.length;
      for (const completion of offered.slice(0, 4)) {
        const after = applyEdits(before, [completion]);
        const shown = JSON.stringify([before.slice(offset - 60, offset), before.slice(offset, offset + 30), completion.label]);
        expect(parse(after, format).problems.length, shown).toBeLessThanOrEqual(most);
        expect(await keepsPromise(entry, file, after, completion), shown).toBe(true);
      }
    }
  });
});

/** Texts that lack the rest of a word about authentication, with the offset where it is missing. */
async function halfTyped(entry: string, random: Random) {
  const { api } = await checked(corpusLinter(), entry);
  const nodes = api ? authNodes(api) : [];
  return Array.from({ length: nodes.length > 0 ? tries.nodes : 0 }, () => {
    const { file, range } = random.pick(nodes);
    const { start, end } = range;
    const quote = /^['"]/.test(file.text.slice(start, end)) ? 1 : 0;
    const offset = random.between(start + quote, Math.max(start + quote, end - 1));
    const rest = file.text.slice(offset, end - quote);
    // The rest of the word is not typed yet, or the cursor is in the middle of it.
    const cut = random.chance(0.5) && !/[\r\n]/.test(rest) ? Math.max(offset, end - quote) : offset;
    return { file: file.uri, before: file.text.slice(0, offset) + file.text.slice(cut), offset };
  });
}

async function checked(linter: ReturnType<typeof corpusLinter>, entry: string): Promise<EntryResult> {
  const result = await linter.check(corpusUri(entry));
  if (!result) throw new Error(`${entry} was not checked`);
  return result;
}

function nameOf(node: AuthNode): string | undefined {
  return node.kind === 'requirement' ? node.used.required.name : undefined;
}

/** True when the description says what was chosen, as often as it needs to be said. */
async function keepsPromise(entry: string, file: string, after: string, { label, subject }: Completion): Promise<boolean> {
  const { api } = await checked(corpusLinter(new Map([[file, after]])), entry);
  switch (subject.kind) {
    case 'scheme':
      return api?.requirements.some(({ required }) => required.name === label) === true;
    case 'scope':
      return (
        api?.requirements.some(({ required }) => required.scopes.some(({ node }) => node.kind === 'scalar' && node.value === label)) ===
        true
      );
    case 'response':
      return api?.operations.some(({ responses }) => responses.entries.some(({ status }) => status === subject.status)) === true;
    default:
      return after.includes(label) || after.includes(JSON.stringify(label).slice(1, -1)) || subject.kind === 'auth-param';
  }
}

/** The keys around an offset, and the names of lists' items. */
function keysAround(node: SyntaxNode | undefined, offset: number): readonly string[] {
  if (!node || node.kind === 'scalar') return [];
  if (node.kind === 'sequence') {
    const item = node.items().findLast(({ range }) => range.start <= offset);
    return item ? ['*', ...keysAround(item, offset)] : [];
  }
  const entry = node.written().findLast(({ keyNode }) => keyNode.range.start <= offset);
  return entry ? [entry.key, ...keysAround(entry.value, offset)] : [];
}
