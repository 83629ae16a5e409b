import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EntryFacts } from '../../cli/checking/facts.ts';
import { type FixJob, fixDescriptions } from '../../cli/fixing/fix-descriptions.ts';
import type { FixGroup, GroupFix } from '../../cli/fixing/fix-group.ts';
import { applyDiff } from './apply-diff.ts';
import { folderWith } from './auth-lint.ts';
import { contentsOf } from './fixable.ts';

const nothing: GroupFix = { changes: [], applied: 0, withheld: [], left: new Map(), refusal: undefined };

/** What checking gave of a description that sees files and whose first fixes edit some. */
function facts(entry: string, files: readonly string[], toEdit: readonly string[]): EntryFacts {
  return { entry, configuration: undefined, fixing: { files: [entry, ...files], toEdit } } as unknown as EntryFacts;
}

function job(folder: string, entries: readonly EntryFacts[], fixGroup: FixGroup): FixJob {
  return { entries, fixGroup, overlay: undefined, workingFolder: folder, relative: (uri) => uri, onBegin: () => undefined };
}

describe('fixing', () => {
  it('takes those along who see what fixes edit after all', async () => {
    const folder = folderWith({ 'x.yaml': 'x' });
    const calls: string[] = [];
    const fixGroup: FixGroup = async (entries) => {
      calls.push(entries.join(' '));
      const change = { uri: 'x', path: join(folder, 'x.yaml'), before: Buffer.from('x'), edits: [], after: Buffer.from('y') };
      return { ...nothing, changes: [change], applied: entries.length };
    };
    const report = await fixDescriptions(job(folder, [facts('A', [], ['A']), facts('B', ['x'], [])], fixGroup));
    expect(calls).toEqual(['A', 'A B']);
    expect(report).toMatchObject({ changed: true, failed: false, notes: ['2 fixes in 1 file were applied.'], diff: undefined });
    expect(contentsOf(folder)).toEqual({ 'x.yaml': 'y' });
  });

  it('makes new files, in a dry run in the diff alone', async () => {
    const folder = folderWith({ 'a.yaml': '1\n' });
    const fixGroup: FixGroup = async () => ({
      ...nothing,
      applied: 1,
      changes: [
        {
          uri: 'a',
          path: join(folder, 'a.yaml'),
          before: Buffer.from('1\n'),
          edits: [{ start: 2, end: 2, bytes: Buffer.from('2\n') }],
          after: Buffer.from('1\n2\n'),
        },
        {
          uri: 'n',
          path: join(folder, 'new.yaml'),
          before: undefined,
          edits: [{ start: 0, end: 0, bytes: Buffer.from('n\n') }],
          after: Buffer.from('n\n'),
        },
      ],
    });
    const work = job(folder, [facts('a', [], ['a', 'n'])], fixGroup);
    const overlay = new Map<string, Uint8Array>();
    const dry = await fixDescriptions({ ...work, overlay });
    const diff = Buffer.from(dry.diff ?? []).toString('latin1');
    expect(contentsOf(folder)).toEqual({ 'a.yaml': '1\n' });
    expect([...overlay.keys()].sort()).toEqual([join(folder, 'a.yaml'), join(folder, 'new.yaml')]);
    expect(diff).toContain('--- /dev/null\n+++ b/new.yaml\n@@ -0,0 +1 @@\n+n\n');
    expect((await fixDescriptions(work)).notes).toEqual(['1 fix in 2 files was applied.']);
    expect(applyDiff(diff, { 'a.yaml': '1\n' })).toEqual(contentsOf(folder));
  });

  it('goes on with other groups when one can not be written', async () => {
    const folder = folderWith({ 'a.yaml': 'other', 'b.yaml': 'b' });
    symlinkSync('nowhere', join(folder, 'new.yaml'));
    const fixGroup: FixGroup = async ([entry = '']) => ({
      ...nothing,
      applied: 1,
      withheld: [{ rule: 'some-rule', file: entry, pointer: '/paths', title: 'Do it', reason: 'it would not' }],
      left: new Map([['vendored', 'it belongs to another project']]),
      changes: [
        { uri: `new of ${entry}`, path: join(folder, `new-${entry}.yaml`), before: undefined, edits: [], after: Buffer.from('new') },
        { uri: entry, path: join(folder, `${entry}.yaml`), before: Buffer.from(entry), edits: [], after: Buffer.from('fixed') },
      ],
    });
    const report = await fixDescriptions(job(folder, [facts('a', [], ['a']), facts('b', [], ['b'])], fixGroup));
    expect(report).toMatchObject({ changed: true, failed: true });
    expect(report.notes).toEqual([
      '1 fix in 2 files was applied.',
      'a was not touched: it was changed since it was read. With it, all that was to be fixed together was left as it is: new of a.',
      'vendored was not touched: it belongs to another project.',
      '2 fixes were withheld:',
      '  a#/paths: “Do it” (some-rule): it would not',
      '  b#/paths: “Do it” (some-rule): it would not',
    ]);
  });

  it('writes nothing of a group that is refused as a whole', async () => {
    const folder = folderWith({ 'a.yaml': 'a' });
    const change = { uri: 'a', path: join(folder, 'a.yaml'), before: Buffer.from('a'), edits: [], after: Buffer.from('A') };
    const fixGroup: FixGroup = async () => ({
      ...nothing,
      changes: [change],
      applied: 1,
      refusal: { uri: 'b', reason: 'something is there already' },
    });
    const report = await fixDescriptions(job(folder, [facts('a', [], ['a'])], fixGroup));
    expect(report).toMatchObject({ failed: true });
    expect(contentsOf(folder)).toEqual({ 'a.yaml': 'a' });
  });
});
