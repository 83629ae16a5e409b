import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyByteEdits, type ByteEdit } from '../../cli/fixing/byte-edits.ts';
import { diffHead } from '../../cli/fixing/diff-head.ts';
import { unifiedDiff } from '../../cli/fixing/unified-diff.ts';
import { applyDiff } from './apply-diff.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const text = (parts: readonly Uint8Array[]) => Buffer.concat(parts).toString('latin1');

/** The diff of replacing each `[old]` in a text by `new`, written `[old|new]`. */
function diffOf(marked: string): string {
  const edits: ByteEdit[] = [];
  let file = '';
  for (const [, plain = '', , old = '', added = ''] of marked.matchAll(/([^[\]]*)(\[([^|]*)\|([^\]]*)\])?/gs)) {
    file += plain;
    if (!marked.includes('[')) continue;
    edits.push({ start: file.length, end: file.length + old.length, bytes: bytes(added) });
    file += old;
  }
  return text(
    unifiedDiff(
      bytes(file),
      edits.filter(({ start, end, bytes: added }) => end > start || added.length > 0),
    ),
  );
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `${from + index}\n`).join('');

describe('a hunk', () => {
  it('has three lines around what is changed', () => {
    expect(diffOf(`${numbers(1, 9)}1[0|x]\n${numbers(11, 20)}`)).toBe('@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+1x\n 11\n 12\n 13\n');
  });

  it('has fewer at the start and at the end', () => {
    expect(diffOf('[1|x]\n2\n')).toBe('@@ -1,2 +1,2 @@\n-1\n+x\n 2\n');
    expect(diffOf('[1|x]\n')).toBe('@@ -1 +1 @@\n-1\n+x\n');
  });

  it('shows no line as changed that is the same', () => {
    expect(diffOf('1\n2[|\nx]\n3\n')).toBe('@@ -1,3 +1,4 @@\n 1\n 2\n+x\n 3\n');
    expect(diffOf('1\n[|x\n]2\n')).toBe('@@ -1,2 +1,3 @@\n 1\n+x\n 2\n');
    expect(diffOf('1\n[2\n|]3\n')).toBe('@@ -1,3 +1,2 @@\n 1\n-2\n 3\n');
  });

  it('holds changes with up to six lines between them', () => {
    expect(diffOf(`[a|b]\n${numbers(1, 6)}[c|d]\n`).match(/@@ .*/g)).toEqual(['@@ -1,8 +1,8 @@']);
    expect(diffOf(`[a|b\nb]\n${numbers(1, 7)}[c|d]\n`).match(/@@ .*/g)).toEqual(['@@ -1,4 +1,5 @@', '@@ -6,4 +7,4 @@']);
  });

  it('says where there is no line end', () => {
    expect(diffOf('1\n[2|3]')).toBe('@@ -1,2 +1,2 @@\n 1\n-2\n\\ No newline at end of file\n+3\n\\ No newline at end of file\n');
    expect(diffOf('1[|\n]')).toBe('@@ -1 +1 @@\n-1\n\\ No newline at end of file\n+1\n');
    expect(diffOf('1[\n|]')).toBe('@@ -1 +1 @@\n-1\n+1\n\\ No newline at end of file\n');
    expect(diffOf('[1|x]\n2')).toBe('@@ -1,2 +1,2 @@\n-1\n+x\n 2\n\\ No newline at end of file\n');
  });

  it('of an empty file starts before its first line', () => {
    expect(diffOf('[|1\n2\n]')).toBe('@@ -0,0 +1,2 @@\n+1\n+2\n');
  });

  it('that makes a file empty ends before its first line', () => {
    expect(diffOf('[1\n2\n|]')).toBe('@@ -1,2 +0,0 @@\n-1\n-2\n');
  });

  it('has carriage returns as they are', () => {
    expect(diffOf('1\r\n[2|3]\r\n')).toBe('@@ -1,2 +1,2 @@\n 1\r\n-2\r\n+3\r\n');
  });

  it('is none when nothing changes', () => {
    expect(diffOf('1\n[2|2]\n')).toBe('');
    expect(diffOf('1\n')).toBe('');
  });
});

describe('any edits', () => {
  const line = fc.constantFrom('\n', '\n', 'a', 'b', '\r', '\0', '-- ', '\xff');
  const file = fc.array(line, { maxLength: 60 }).map((parts) => parts.join(''));
  const cuts = fc.array(
    fc.tuple(
      fc.nat(200),
      fc.array(line, { maxLength: 4 }).map((parts) => parts.join('')),
    ),
    { maxLength: 6 },
  );

  it('come out as a diff that does what they do', () => {
    fc.assert(
      fc.property(file, cuts, (before, wanted) => {
        const offsets = wanted.flatMap(([at]) => [at % (before.length + 1), (at * 7) % (before.length + 1)]).sort((a, b) => a - b);
        const edits = wanted.map(([, added], index) => ({
          start: offsets[2 * index] ?? 0,
          end: offsets[2 * index + 1] ?? 0,
          bytes: bytes(added),
        }));
        const after = Buffer.from(applyByteEdits(bytes(before), edits)).toString('latin1');
        const diff = text(unifiedDiff(bytes(before), edits));
        expect(diff === '' ? before : applyDiff(`--- a/x\n+++ b/x\n${diff}`, { x: before })['x']).toBe(after);
        expect(diff === '').toBe(before === after);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

describe('the head', () => {
  it.each([
    ['api.yaml', '--- a/api.yaml\n+++ b/api.yaml\n'],
    ['a b.yaml', '--- a/a b.yaml\t\n+++ b/a b.yaml\t\n'],
    ['ü中🐾.yaml', '--- a/ü中🐾.yaml\n+++ b/ü中🐾.yaml\n'],
    ['a"b\\c.yaml', '--- "a/a\\"b\\\\c.yaml"\n+++ "b/a\\"b\\\\c.yaml"\n'],
    ['a\nb\x1b.yaml', '--- "a/a\\012b\\033.yaml"\n+++ "b/a\\012b\\033.yaml"\n'],
    ['a\u202eb.yaml', '--- "a/a\\342\\200\\256b.yaml"\n+++ "b/a\\342\\200\\256b.yaml"\n'],
  ])('names %j', (path, expected) => {
    expect(diffHead(path, false)).toBe(expected);
  });

  it('says that a file is new', () => {
    expect(diffHead('api.yaml', true)).toBe('--- /dev/null\n+++ b/api.yaml\n');
  });
});
