import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileChange } from '../../cli/fixing/file-change.ts';
import { refusalToWrite, writeChanges } from '../../cli/fixing/write-changes.ts';
import { folderWith } from './auth-lint.ts';
import { contentsOf } from './fixable.ts';

function change(path: string, before: string | undefined, after: string): FileChange {
  return {
    uri: `uri of ${path}`,
    path,
    before: before === undefined ? undefined : Buffer.from(before),
    edits: [],
    after: Buffer.from(after),
  };
}

describe('writing', () => {
  it('replaces files and makes new ones', () => {
    const folder = folderWith({ 'a.yaml': 'a', 'b/b.yaml': 'b' });
    const changes = [
      change(join(folder, 'a.yaml'), 'a', 'A'),
      change(join(folder, 'b/b.yaml'), 'b', ''),
      change(join(folder, 'b/c.yaml'), undefined, 'C'),
    ];
    expect(writeChanges(changes)).toBeUndefined();
    expect(contentsOf(folder)).toEqual({ 'a.yaml': 'A', 'b/b.yaml': '', 'b/c.yaml': 'C' });
  });

  it('leaves everything as it is when one file is not what was read', () => {
    const files = { 'a.yaml': 'a', 'b.yaml': 'changed' };
    const folder = folderWith(files);
    const changes = [
      change(join(folder, 'a.yaml'), 'a', 'A'),
      change(join(folder, 'b.yaml'), 'b', 'B'),
      change(join(folder, 'c.yaml'), undefined, 'C'),
    ];
    expect(writeChanges(changes)).toEqual({ uri: changes[1]?.uri, reason: 'it was changed since it was read', halfDone: [] });
    expect(contentsOf(folder)).toEqual(files);
  });

  it.each([
    ['is gone', (path: string) => join(path, '../gone.yaml'), 'nothing is there'],
    ['is a folder', (path: string) => join(path, '../folder'), 'it was changed since it was read'],
    ['is a link now', (path: string) => join(path, '../link.yaml'), 'symbolic links in a circle'],
  ])('does not replace what %s', (_, other, reason) => {
    const folder = folderWith({ 'a.yaml': 'a', 'b.yaml': 'b' });
    mkdirSync(join(folder, 'folder'));
    symlinkSync('b.yaml', join(folder, 'link.yaml'));
    const path = other(join(folder, 'b.yaml'));
    expect(writeChanges([change(join(folder, 'a.yaml'), 'a', 'A'), change(path, 'b', 'B')])).toMatchObject({
      uri: `uri of ${path}`,
      reason,
    });
    expect(contentsOf(folder)).toMatchObject({ 'a.yaml': 'a', 'b.yaml': 'b' });
  });

  it.each([
    ['a file', (path: string) => writeFileSync(path, 'mine')],
    ['a folder', (path: string) => mkdirSync(path)],
    ['a link to nowhere', (path: string) => symlinkSync('gone.yaml', path)],
    ['a link to a file', (path: string) => symlinkSync('a.yaml', path)],
  ])('makes no new file where %s is', (_, put) => {
    const folder = folderWith({ 'a.yaml': 'a' });
    put(join(folder, 'new.yaml'));
    const before = contentsOf(folder);
    const failure = writeChanges([change(join(folder, 'a.yaml'), 'a', 'A'), change(join(folder, 'new.yaml'), undefined, 'new')]);
    expect(failure).toMatchObject({ reason: 'something is there already', halfDone: [] });
    expect(contentsOf(folder)).toEqual(before);
  });

  it('makes no folders', () => {
    const folder = folderWith({ 'a.yaml': 'a' });
    const changes = [change(join(folder, 'a.yaml'), 'a', 'A'), change(join(folder, 'gone/new.yaml'), undefined, 'new')];
    expect(refusalToWrite(changes)).toEqual({ uri: changes[1]?.uri, reason: 'nothing is there' });
    expect(writeChanges(changes)).toMatchObject({ uri: changes[1]?.uri, reason: 'nothing is there' });
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('a');
  });
});
