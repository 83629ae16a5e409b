import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Finding, fixAll } from '../../../linter/index.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';
import { type DescriptionFiles, descriptions } from '../support/description-texts.ts';
import { yamlValue } from '../support/plain-value.ts';

describe('all safe fixes of a random description', () => {
  it('leave nothing that they could fix, change nothing else, and keep every comment', async () => {
    await fc.assert(
      fc.asyncProperty(descriptions, async (files) => {
        const memory = new MemoryFiles(files);
        const before = await memory.findings('openapi.yaml');
        memory.apply((await fixAll(memory.linter, [uriOf('openapi.yaml')])).files);
        const after = await memory.findings('openapi.yaml');
        const written = [...memory.texts.values()].join('\n=====\n');
        expect(
          after.filter(isFixable).map(({ message }) => message),
          written,
        ).toEqual([]);
        expect(after.filter(({ severity }) => severity !== 'info').map(nameOf), written).toEqual(
          before.filter((finding) => !isFixable(finding) && finding.severity !== 'info').map(nameOf),
        );
        expectSameApartFromAdditions(files, memory, written);
      }),
      { seed: 401, numRuns: 300 },
    );
  });

  it('do what each fix does on its own: its finding is gone, and no graver one comes', async () => {
    await fc.assert(
      fc.asyncProperty(descriptions, fc.nat(), async (files, choice) => {
        const memory = new MemoryFiles(files);
        const before = await memory.findings('openapi.yaml');
        const fixes = before
          .flatMap((finding) => finding.fixes.map((fix) => ({ finding, kind: fix.kind, edits: fix.edits() })))
          .filter(({ edits }) => edits.length > 0);
        const fix = fixes[choice % fixes.length];
        if (!fix) return;
        memory.apply(fix.edits);
        const after = await memory.findings('openapi.yaml');
        const written = [...memory.texts.values()].join('\n=====\n');
        expect(
          after.filter(({ rule }) => rule === 'syntax-error'),
          written,
        ).toEqual(before.filter(({ rule }) => rule === 'syntax-error'));
        expect(after.map(nameOf), written).not.toContain(nameOf(fix.finding));
        // A person may choose to remove something.
        if (fix.kind === 'safe') expectSameApartFromAdditions(files, memory, written);
      }),
      { seed: 402, numRuns: 300 },
    );
  });
});

function isFixable({ fixes }: Finding): boolean {
  return fixes.some((fix) => fix.kind === 'safe' && fix.edits().length > 0);
}

/** What a finding is about, wherever its text has moved. */
function nameOf({ rule, file, pointer, operations }: Finding): string {
  return JSON.stringify([rule, file, pointer, operations.map(({ method, path }) => `${method} ${path}`)]);
}

function expectSameApartFromAdditions(files: DescriptionFiles, memory: MemoryFiles, written: string): void {
  for (const [path, before] of Object.entries(files)) {
    const after = memory.text(path);
    expect(commentsOf(after), written).toEqual(commentsOf(before));
    expect(after.includes('\r\n') && /[^\r]\n/.test(after), written).toBe(false);
    expect(after.endsWith('\n'), written).toBe(before.endsWith('\n'));
    expectContained(yamlValue(before), yamlValue(after), written);
  }
}

/** Everything that was there is there still; what was nothing may have become something, and a misspelt header has its right name. */
function expectContained(before: unknown, after: unknown, written: string): void {
  if (before === null || before === undefined) return;
  if (typeof before !== 'object') {
    expect(after, written).toEqual(before);
    return;
  }
  if (Array.isArray(before)) expect(after, written).toHaveLength(before.length);
  for (const [key, value] of Object.entries(before)) {
    const name = key === 'WWW_Authenticate' && !Object.hasOwn(after as object, key) ? 'WWW-Authenticate' : key;
    expect(Object.keys(after as object), written).toContain(name);
    expectContained(value, (after as Record<string, unknown>)[name], written);
  }
}

function commentsOf(text: string): readonly string[] {
  return parse(text, 'yaml')
    .comments()
    .map(({ text: said }) => said.trim());
}
