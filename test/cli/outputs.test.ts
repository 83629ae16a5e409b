import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authLint, folderWith, program } from './auth-lint.ts';
import { clean, divided, responsesFragment, undocumented } from './descriptions.ts';

const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

describe('--output', () => {
  it('gets what the --format before it would print', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    const [pretty, json, sarif] = ['pretty', 'json', 'sarif'].map((format) => authLint(folder, ['--format', format]).stdout);
    const outcome = authLint(folder, [
      '--format',
      'json',
      '--output',
      'a.json',
      '--format',
      'pretty',
      '--format',
      'sarif',
      '-o',
      'b.sarif',
    ]);
    expect(outcome).toEqual({ code: 1, stdout: pretty, stderr: '' });
    expect(read(folder, 'a.json')).toBe(json);
    expect(read(folder, 'b.sarif')).toBe(sarif);
  });

  it('is never written twice, however the file is called', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    const { code, stderr } = authLint(folder, ['--format', 'json', '-o', 'a', '--format', 'sarif', '-o', './a']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('--output ./a is named twice.') });
    expect(existsSync(join(folder, 'a'))).toBe(false);
  });

  it('is no folder', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    expect(authLint(folder, ['-o', 'new/'])).toMatchObject({
      code: 2,
      stderr: 'auth-lint: new/ could not be written: it names a folder.\n',
    });
    expect(readdirSync(folder)).toEqual(['api.yaml']);
  });

  it('prints nothing when every format has a file', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    expect(authLint(folder, ['--format', 'json', '--output', 'a.json'])).toEqual({ code: 1, stdout: '', stderr: '' });
  });

  it('alone gets what is printed otherwise, without colours', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    const { stdout } = authLint(folder, []);
    authLint(folder, ['-o', 'a.txt'], { env: { FORCE_COLOR: '1' } });
    expect(read(folder, 'a.txt')).toBe(stdout);
    authLint(folder, ['-o', 'b.txt', '--color', 'always']);
    expect(read(folder, 'b.txt')).toBe(authLint(folder, ['--color', 'always']).stdout);
  });

  it('makes folders, and leaves nothing else behind', () => {
    const folder = folderWith({ 'api.yaml': clean });
    expect(authLint(folder, ['-o', 'out/of/a.txt', '--format', 'junit', '-o', 'out/b.xml']).code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['api.yaml', 'out']);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['b.xml', 'of']);
    expect(readdirSync(join(folder, 'out/of'))).toEqual(['a.txt']);
  });

  it('replaces a file, with its mode, and the one behind a link', () => {
    const folder = folderWith({ 'api.yaml': clean, 'a.txt': 'before', 'b.txt': 'before' });
    chmodSync(join(folder, 'a.txt'), 0o640);
    symlinkSync('b.txt', join(folder, 'link.txt'));
    expect(authLint(folder, ['-o', 'a.txt', '--format', 'json', '-o', 'link.txt']).code).toBe(0);
    expect(read(folder, 'a.txt')).toContain('Nothing found');
    expect(statSync(join(folder, 'a.txt')).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(folder, 'link.txt')).isSymbolicLink()).toBe(true);
    expect(JSON.parse(read(folder, 'b.txt')).summary.entries).toBe(1);
  });

  it('may be a pipe or a device', () => {
    const folder = folderWith({ 'api.yaml': clean });
    expect(authLint(folder, ['-o', '/dev/null'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
    const { stdout } = spawnSync('/bin/sh', ['-c', '"$0" "$1" -o /dev/stdout | cat', process.execPath, program], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toContain('Nothing found');
  });

  it.each([
    ['a description', 'api.yaml'],
    ['a part of one', 'responses.yaml'],
    ['a link to one', 'link.yaml'],
    ['the configuration', '.auth-lint.yaml'],
  ])('is never written over %s', (_, name) => {
    const folder = folderWith({ 'api.yaml': divided, 'responses.yaml': responsesFragment, '.auth-lint.yaml': 'extends: recommended\n' });
    symlinkSync('api.yaml', join(folder, 'link.yaml'));
    const before = read(folder, name);
    const { code, stderr } = authLint(folder, ['api.yaml', '--format', 'json', '--output', name]);
    expect([code, stderr]).toEqual([2, `auth-lint: ${name} could not be written: it is one of the files that were checked.\n`]);
    expect(read(folder, name)).toBe(before);
  });

  it('is never written over the baseline', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    authLint(folder, ['--baseline', 'known.json', '--update-baseline']);
    const before = read(folder, 'known.json');
    expect(authLint(folder, ['--baseline', 'known.json', '--format', 'json', '--output', 'known.json']).code).toBe(2);
    expect(read(folder, 'known.json')).toBe(before);
  });

  it.each([['check'], ['report']])('that can not be written is said, and does not stop the others: %s', (command) => {
    const folder = folderWith({ 'api.yaml': undocumented, 'file.txt': '' });
    mkdirSync(join(folder, 'folder'));
    const args = [command, '-o', 'folder', '--format', 'json', '-o', 'file.txt/a.json', '--format', 'json', '-o', 'c.json'];
    const { code, stdout, stderr } = authLint(folder, args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('auth-lint: folder could not be written: not a file.\n');
    expect(stderr).toMatch(/auth-lint: file\.txt\/a\.json could not be written: .+\.\n/);
    expect(existsSync(join(folder, 'c.json'))).toBe(true);
  });
});
