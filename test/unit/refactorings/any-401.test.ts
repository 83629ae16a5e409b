import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Refactoring } from '../../../linter/index.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { folder, MemoryFiles, uriOf } from '../../support/memory-files.ts';
import { graveFindings, reportOf, textsOf401s } from '../../support/same-meaning.ts';
import { dereferenced } from '../support/dereferenced.ts';
import type { DescriptionFiles } from '../support/description-texts.ts';
import { unauthorizedJson, unauthorizedTexts } from '../support/unauthorized-texts.ts';

describe('a 401 anywhere', () => {
  it('says the same when it is extracted or inlined, and no comment is lost (YAML)', async () => {
    await fc.assert(fc.asyncProperty(unauthorizedTexts, fc.nat(), expectSame), { seed: 404, numRuns: 200 });
  });

  it('says the same when it is extracted or inlined (JSON)', async () => {
    await fc.assert(fc.asyncProperty(unauthorizedJson, fc.nat(), expectSame), { seed: 405, numRuns: 200 });
  });
});

async function expectSame(files: DescriptionFiles, choice: number): Promise<void> {
  const memory = new MemoryFiles(files);
  const [entry = ''] = Object.keys(files);
  const first = await memory.check(entry);
  const found = await refactoringsOf401s(memory, entry);
  const refactoring = found[choice % found.length];
  if (!refactoring) return;
  const before = new Map(Object.entries(files));
  const [report, texts] = [reportOf(first), textsOf401s(first)];
  const edits = refactoring.edits();
  expect(edits, `${refactoring.title}\n${textOf(before)}`).not.toEqual([]);
  memory.apply(edits);
  const after = new Map([...memory.texts].map(([uri, text]) => [decodeURIComponent(uri.slice(folder.length)), text]));
  const written = `${refactoring.title}\n${textOf(before)}\n>>>>>\n${textOf(after)}`;
  expect(pathsOf(after, entry), written).toEqual(pathsOf(before, entry));
  for (const [path, text] of after) {
    expect(text.includes('\r\n') && /[^\r]\n/.test(text), written).toBe(false);
    expect(/[\r\n]$/.test(text), written).toBe(/[\r\n]$/.test(before.get(path) ?? '\n'));
  }
  expect(hasBlanksAtEnds(after), written).toBe(hasBlanksAtEnds(before));
  expect(new Set(commentsIn(after)), written).toEqual(new Set(commentsIn(before)));
  const result = await memory.check(entry);
  const shared = refactoring.kind === 'extract' ? textsOf401s(result) : texts;
  expect(reportOf(result), written).toEqual(report);
  expect(graveFindings(result, shared), written).toEqual(graveFindings(first, shared));
  expect(
    result.findings.filter(({ rule }) => rule === 'syntax-error'),
    written,
  ).toEqual([]);
}

/** What extracts or inlines at the keys of 401s. */
async function refactoringsOf401s(memory: MemoryFiles, entry: string): Promise<readonly Refactoring[]> {
  const found: Refactoring[] = [];
  for (const [file, text] of memory.texts) {
    for (const { index } of text.matchAll(/['"]?401['"]?:/g)) {
      found.push(...(await memory.linter.refactorings(uriOf(entry), { file, range: { start: index, end: index } })));
    }
  }
  return found.filter(({ kind }) => kind !== 'rewrite');
}

function pathsOf(texts: ReadonlyMap<string, string>, entry: string): unknown {
  return (dereferenced(texts, entry) as { readonly paths: unknown }).paths;
}

function commentsIn(texts: ReadonlyMap<string, string>): readonly string[] {
  return [...texts].flatMap(([path, text]) =>
    path.endsWith('.yaml')
      ? parse(text, 'yaml')
          .comments()
          .map((each) => each.text.trim())
      : [],
  );
}

function hasBlanksAtEnds(texts: ReadonlyMap<string, string>): boolean {
  return [...texts.values()].some((text) => /[ \t]\r?$/m.test(text));
}

function textOf(texts: ReadonlyMap<string, string>): string {
  return [...texts].map(([path, text]) => `===== ${path}\n${text}`).join('\n');
}
