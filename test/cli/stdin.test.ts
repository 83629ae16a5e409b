import { describe, expect, it } from 'vitest';
import { authLint, folderWith } from './auth-lint.ts';
import { clean, divided, responsesFragment, undocumented } from './descriptions.ts';

const fromInput = (folder: string, input: string, ...args: readonly string[]) => authLint(folder, ['--format', 'json', ...args], { input });

describe('standard input', () => {
  it('is checked under the name that it is given, though there is no such file', () => {
    const { code, stdout, stderr } = fromInput(folderWith({ 'other.yaml': undocumented }), undocumented, '--stdin-filename', 'api.yaml');
    expect([code, stderr]).toEqual([1, '']);
    const { findings, summary } = JSON.parse(stdout);
    expect(findings.map(({ rule, file }: { rule: string; file: string }) => [rule, file])).toEqual([['missing-401', 'api.yaml']]);
    expect(summary.entries).toBe(1);
  });

  it('stands before the file of that name', () => {
    const folder = folderWith({ 'api.yaml': undocumented.replace('/pets', '/saved') });
    const { stdout } = fromInput(folder, undocumented.replace('/pets', '/unsaved'), '--stdin-filename', 'api.yaml');
    expect(stdout).toContain('/unsaved');
    expect(stdout).not.toContain('/saved');
  });

  it('refers to files beside that name, and heeds their configuration', () => {
    const folder = folderWith({
      'specs/responses.yaml': responsesFragment,
      'specs/.auth-lint.yaml': 'rules: {missing-www-authenticate: error}\n',
    });
    const { stdout } = fromInput(folder, divided, '--stdin-filename', 'specs/api.yaml');
    const [finding] = JSON.parse(stdout).findings;
    expect(finding).toMatchObject({ rule: 'missing-www-authenticate', severity: 'error', file: 'specs/responses.yaml' });
  });

  it('is read by the thread that checks it, however many there are', () => {
    const args = ['--stdin-filename', 'api.yaml', '--jobs', '4'];
    expect(fromInput(folderWith({}), undocumented, ...args).stdout).toContain('missing-401');
  });

  it('may be no description', () => {
    const { code, stderr } = fromInput(folderWith({}), 'a: b\n', '--stdin-filename', 'api.yaml');
    expect(code).toBe(0);
    expect(stderr).toContain('api.yaml is no OpenAPI description');
  });

  it('needs the folder of its name', () => {
    const { code, stderr } = fromInput(folderWith({}), undocumented, '--stdin-filename', 'specs/api.yaml');
    expect(code).toBe(2);
    expect(stderr).toContain('specs/api.yaml: the folder of this file is not there');
  });

  it.each(['.', 'specs', '/'])('needs the name of a file: %s', (name) => {
    const { code, stderr } = fromInput(folderWith({ 'specs/a.yaml': clean }), undocumented, '--stdin-filename', name);
    expect([code, stderr]).toEqual([2, `auth-lint: ${name}: this is a folder, and no name of a file.\n`]);
  });

  it('needs a folder for it, not a file', () => {
    const { code, stderr } = fromInput(folderWith({ 'a.yaml': clean }), undocumented, '--stdin-filename', 'a.yaml/b.yaml');
    expect([code, stderr]).toEqual([2, expect.stringContaining('the folder of this file is not there')]);
  });

  it.each([[['a.yaml']], [['--fix']], [['--fix-dry-run']], [['--shard', '1/2']]])('does not go together with %j', (args) => {
    const { code, stderr } = authLint(folderWith({}), ['--stdin-filename', 'api.yaml', ...args], { input: undocumented });
    expect(code).toBe(2);
    expect(stderr).toContain('--stdin-filename');
  });
});
