import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authLint, checkJson, folderWith } from './auth-lint.ts';
import { clean, undocumented } from './descriptions.ts';

const text = (folder: string) => readFileSync(join(folder, '.auth-lint.yaml'), 'utf8');

describe('auth-lint init', () => {
  it('makes a configuration of what it sees, with which a check finds the same', () => {
    const folder = folderWith({ 'a.yaml': undocumented, 'v1/b.yaml': clean, 'other.yaml': 'name: none\n' });
    const before = checkJson(folder);
    expect(authLint(folder, ['init'])).toEqual({ code: 0, stdout: 'Made .auth-lint.yaml, after a look at 2 descriptions.\n', stderr: '' });
    expect(text(folder)).toContain('\nextends: recommended\n');
    expect(text(folder)).toContain('#   missing-401: warning # findings: 1\n');
    expect(checkJson(folder)).toEqual(before);
  });

  it('takes the preset that is named, and looks with that', () => {
    const folder = folderWith({ 'a.yaml': undocumented });
    expect(authLint(folder, ['init', '--preset', 'strict']).code).toBe(0);
    expect(text(folder)).toContain('\nextends: strict\n');
    expect(authLint(folder, ['print-config', 'a.yaml']).stdout).toContain('# From .auth-lint.yaml.\nextends: strict\n');
  });

  it('takes a folder, and leaves out what has a configuration of its own below it', () => {
    const folder = folderWith({
      'specs/a.yaml': undocumented,
      'specs/own/.auth-lint.yml': 'extends: minimal\n',
      'specs/own/b.yaml': undocumented,
    });
    expect(authLint(folder, ['init', 'specs']).stdout).toBe('Made specs/.auth-lint.yaml, after a look at 1 description.\n');
    expect(existsSync(join(folder, '.auth-lint.yaml'))).toBe(false);
  });

  it('makes one where there is no description yet', () => {
    const folder = folderWith({});
    expect(authLint(folder, ['init']).stdout).toContain('after a look at 0 descriptions');
    expect(text(folder)).toContain('extends: recommended');
  });

  it.each(['.auth-lint.yaml', '.auth-lint.yml', '.auth-lint.json'])('leaves a %s as it is', (name) => {
    const folder = folderWith({ [name]: '{}', 'a.yaml': undocumented });
    expect(authLint(folder, ['init'])).toEqual({
      code: 2,
      stdout: '',
      stderr: `auth-lint: There is a ${name} already; it stays as it is.\n`,
    });
    expect(readFileSync(join(folder, name), 'utf8')).toBe('{}');
  });

  it('leaves a link to nowhere as it is', () => {
    const folder = folderWith({});
    symlinkSync(join(folder, 'gone.yaml'), join(folder, '.auth-lint.yaml'));
    expect(authLint(folder, ['init']).code).toBe(2);
    expect(existsSync(join(folder, 'gone.yaml'))).toBe(false);
  });

  it('needs a folder', () => {
    const folder = folderWith({ 'a.yaml': clean });
    expect(authLint(folder, ['init', 'a.yaml'])).toEqual({ code: 2, stdout: '', stderr: 'auth-lint: a.yaml is no folder.\n' });
    expect(authLint(folder, ['init', 'none'])).toEqual({ code: 2, stdout: '', stderr: 'auth-lint: none: nothing is there.\n' });
    expect(authLint(folder, ['init', 'a', 'b']).stderr).toContain('init takes one folder.');
  });

  it('shows the name of the folder without what could do harm', () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'a\x1b[31m'));
    expect(authLint(folder, ['init', 'a\x1b[31m']).stdout).toBe('Made a\\x1b[31m/.auth-lint.yaml, after a look at 0 descriptions.\n');
  });
});
