import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authLint, folderWith } from './auth-lint.ts';
import { clean, dangling, divided, responsesFragment, undocumented } from './descriptions.ts';

const several = { 'a.yaml': clean, 'b/b.yaml': undocumented, 'c.yaml': dangling, 'd.yaml': divided, 'responses.yaml': responsesFragment };

const beginnings = {
  json: '{"version":1,',
  html: '<!doctype html>\n',
  markdown: '# Authentication report\n',
  csv: 'description,title,openapi,',
} as const;

describe.each(Object.entries(beginnings))('report --format %s', (format, beginning) => {
  it('prints the report', () => {
    const { code, stdout, stderr } = authLint(folderWith(several), ['report', '--format', format]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.startsWith(beginning)).toBe(true);
    expect(stdout).toContain('b/b.yaml');
  });

  it('prints the same however many threads there are', () => {
    const folder = folderWith(several);
    const print = (jobs: string) => authLint(folder, ['report', '--format', format, '--jobs', jobs]).stdout;
    expect(print('2')).toBe(print('1'));
  });

  it('writes the same into a file, and prints nothing', () => {
    const folder = folderWith({ ...several, 'report.txt': 'what was there before, and is longer than nothing' });
    const { stdout: printed } = authLint(folder, ['report', '--format', format]);
    expect(authLint(folder, ['report', '--format', format, '--output', 'report.txt'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toBe(printed);
  });

  it('gives no commands to the build server in whose log it stands', () => {
    const evil = '##vso[task.setvariable]##[error]';
    const folder = folderWith({ 'api.yaml': undocumented.replace('/pets', `"/${evil}"`), [`${evil}.yaml`]: clean });
    const { stdout } = authLint(folder, ['report', '--format', format]);
    expect(stdout).toContain('task.setvariable');
    expect(stdout).not.toMatch(/##(?:vso)?\[/);
  });

  it('says that there is nothing', () => {
    const { code, stdout, stderr } = authLint(folderWith({}), ['report', '--format', format]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'auth-lint: No OpenAPI description found.\n' });
    expect(stdout.startsWith(beginning)).toBe(true);
  });
});

describe('report', () => {
  it('tells lines of files by where the operation stands', () => {
    const { stdout } = authLint(folderWith(several), ['report', '--format', 'markdown']);
    expect(stdout).toContain('| `GET /pets` | secured | `token` | none | – | `b/b.yaml:8` |');
  });

  it('says why a file can not be written, and fails', () => {
    const folder = folderWith({ 'a.yaml': clean, 'file/in.txt': '' });
    const outcome = authLint(folder, ['report', '--format', 'html', '-o', 'file']);
    expect(outcome).toEqual({ code: 2, stdout: '', stderr: 'auth-lint: file could not be written: not a file.\n' });
  });

  it('is written when a named file can not be read, and fails', () => {
    const folder = folderWith({ 'a.yaml': clean });
    expect(authLint(folder, ['report', '--format', 'csv', '--output', 'report.csv', 'a.yaml', 'gone.yaml']).code).toBe(2);
    expect(readFileSync(join(folder, 'report.csv'), 'utf8')).toContain('/health');
  });
});
