import { readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authLint, folderWith } from './auth-lint.ts';
import { clean, dangling, undocumented } from './descriptions.ts';
import { contentsOf, quoted, quotedPath, unquoted, unquotedOnly, unquotedPath, withPath } from './fixable.ts';

const cleartext = `openapi: 3.1.0
info: {title: Cleartext, version: '1'}
servers: [{url: 'http://api.example.com'}]
security: [{token: []}]
components:
  securitySchemes: {token: {type: http, scheme: bearer}}
paths:
  /pets:
    get:
      responses: {'200': {description: Pets}}
`;

describe('--fix', () => {
  it('writes safe fixes and prints what is left', () => {
    const folder = folderWith({ 'api.yaml': unquoted });
    const { code, stdout, stderr } = authLint(folder, ['--fix', ...unquotedOnly]);
    expect([code, stderr]).toEqual([0, 'auth-lint: 2 fixes in 1 file were applied.\n']);
    expect(stdout).toMatch(/^✔ Nothing found\n/);
    expect(contentsOf(folder)).toEqual({ 'api.yaml': quoted });
  });

  it('ends as a check of what was written would', () => {
    const folder = folderWith({ 'api.yaml': unquoted, 'dangling.yaml': dangling, 'undocumented.yaml': undocumented });
    const fixed = authLint(folder, ['--fix']);
    expect(fixed.code).toBe(1);
    expect(fixed.stdout).toContain('undefined-security-scheme');
    expect(fixed.stdout).not.toContain('missing-401');
    expect(authLint(folder, [])).toEqual({ ...fixed, stderr: '' });
    expect(authLint(folder, ['--fix', '--fail-on', 'never']).code).toBe(0);
  });

  it('prints in the format that was chosen, and nothing else on standard output', () => {
    const folder = folderWith({ 'api.yaml': undocumented, 'dangling.yaml': dangling });
    const { stdout, stderr } = authLint(folder, ['--fix', '--format', 'json']);
    expect(JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule)).toEqual(['undefined-security-scheme']);
    expect(JSON.parse(stdout).summary).toMatchObject({ entries: 2, fixable: 0 });
    expect(stderr).toBe('auth-lint: 1 fix in 1 file was applied.\n');
  });

  it('fixes what --quiet does not print', () => {
    const folder = folderWith({ 'api.yaml': unquoted });
    authLint(folder, ['--fix', '--quiet', ...unquotedOnly]);
    expect(contentsOf(folder)).toEqual({ 'api.yaml': quoted });
  });

  it('leaves suggestions alone', () => {
    const folder = folderWith({ 'api.yaml': cleartext });
    const { code, stderr } = authLint(folder, ['--fix', '--only', 'cleartext-credentials']);
    expect([code, stderr]).toEqual([1, 'auth-lint: No fixes were applied.\n']);
    expect(contentsOf(folder)).toEqual({ 'api.yaml': cleartext });
  });

  it('fixes only what was named, and what that refers to', () => {
    const folder = folderWith({ 'a.yaml': withPath, 'pets.yaml': unquotedPath, 'b.yaml': unquoted });
    authLint(folder, ['--fix', 'a.yaml', ...unquotedOnly]);
    expect(contentsOf(folder)).toEqual({ 'a.yaml': withPath, 'pets.yaml': quotedPath, 'b.yaml': unquoted });
  });

  it('goes on when something that was named is missing', () => {
    const folder = folderWith({ 'api.yaml': unquoted });
    expect(authLint(folder, ['--fix', 'gone.yaml', 'api.yaml', ...unquotedOnly])).toMatchObject({
      code: 2,
      stderr: 'auth-lint: gone.yaml: nothing is there.\nauth-lint: 2 fixes in 1 file were applied.\n',
    });
  });

  it('has nothing to do where there is no description', () => {
    expect(authLint(folderWith({ 'a.yaml': 'a: b\n' }), ['--fix'])).toMatchObject({
      code: 0,
      stderr: 'auth-lint: No OpenAPI description found.\nauth-lint: No fixes were applied.\n',
    });
  });

  it('heeds the configuration, and what is suppressed', () => {
    const files = {
      '.auth-lint.yaml': 'ignore: [vendor/]\n',
      'vendor/api.yaml': unquoted,
      'api.yaml': `# auth-lint-ignore-file unquoted-401\n${unquoted}`,
    };
    const folder = folderWith(files);
    authLint(folder, ['--fix', ...unquotedOnly]);
    expect(contentsOf(folder)).toEqual(files);
    authLint(folder, ['--fix', 'vendor/api.yaml', ...unquotedOnly]);
    expect(contentsOf(folder)).toEqual({ ...files, 'vendor/api.yaml': quoted });
  });
});

describe('--fix-suggestions', () => {
  it('fixes what is safe, and takes suggestions', () => {
    const folder = folderWith({ 'api.yaml': cleartext });
    const { code, stdout, stderr } = authLint(folder, ['--fix-suggestions']);
    expect([code, stderr]).toEqual([0, 'auth-lint: 2 fixes in 1 file were applied.\n']);
    expect(stdout).toContain('Nothing found');
    expect(readFileSync(join(folder, 'api.yaml'), 'utf8')).toContain("'https://api.example.com'");
  });

  it('is no different together with --fix', () => {
    const [alone, together] = [folderWith({ 'api.yaml': cleartext }), folderWith({ 'api.yaml': cleartext })];
    expect(authLint(together, ['--fix', '--fix-suggestions'])).toEqual(authLint(alone, ['--fix-suggestions']));
    expect(contentsOf(together)).toEqual(contentsOf(alone));
  });
});

describe('a second --fix', () => {
  const files = { 'a.yaml': undocumented, 'b.yaml': unquoted, 'c.yaml': withPath, 'pets.yaml': unquotedPath, 'd.yaml': dangling };

  it('changes nothing, and writes nothing', () => {
    const folder = folderWith(files);
    authLint(folder, ['--fix', '--preset', 'strict']);
    const contents = contentsOf(folder);
    for (const name of Object.keys(files)) utimesSync(join(folder, name), 1, 1);
    expect(authLint(folder, ['--fix', '--preset', 'strict']).stderr).toBe('auth-lint: No fixes were applied.\n');
    expect(contentsOf(folder)).toEqual(contents);
    for (const name of Object.keys(files)) expect(statSync(join(folder, name)).mtimeMs).toBe(1000);
  });
});

describe('files in which there is nothing to fix', () => {
  it('are not written', () => {
    const folder = folderWith({ 'a.yaml': withPath, 'pets.yaml': unquotedPath, 'clean.yaml': clean });
    for (const name of ['a.yaml', 'pets.yaml', 'clean.yaml']) utimesSync(join(folder, name), 1, 1);
    authLint(folder, ['--fix', ...unquotedOnly]);
    const times = ['a.yaml', 'pets.yaml', 'clean.yaml'].map((name) => statSync(join(folder, name)).mtimeMs === 1000);
    expect(times).toEqual([true, false, true]);
  });
});

describe('a text with syntax errors', () => {
  const broken = `${unquoted}x-more: {a: [}\n`;

  it('is left as it is, and others are fixed', () => {
    const folder = folderWith({ 'broken.yaml': broken, 'good.yaml': unquoted });
    const { code, stdout, stderr } = authLint(folder, ['--fix', ...unquotedOnly]);
    expect(contentsOf(folder)).toEqual({ 'broken.yaml': broken, 'good.yaml': quoted });
    expect(code).toBe(1);
    expect(stdout).toContain('syntax-error');
    expect(stdout).toContain('unquoted-401');
    expect(stderr).toBe('auth-lint: 2 fixes in 1 file were applied.\nauth-lint: broken.yaml was not touched: it has syntax errors.\n');
  });

  it('is left as it is where it is a part of a description that is fixed', () => {
    const files = { 'api.yaml': `${withPath}${unquoted.slice(unquoted.indexOf('    put:')).replace('    put:', '  /cats:\n    put:')}` };
    const folder = folderWith({ ...files, 'pets.yaml': `${unquotedPath}x: [\n` });
    const { stderr } = authLint(folder, ['--fix', ...unquotedOnly]);
    expect(contentsOf(folder)).toEqual({ 'api.yaml': files['api.yaml'].replace(' 401:', " '401':"), 'pets.yaml': `${unquotedPath}x: [\n` });
    expect(stderr).toBe('auth-lint: 1 fix in 1 file was applied.\nauth-lint: pets.yaml was not touched: it has syntax errors.\n');
  });

  it('is not spoken of when there is nothing to fix in it', () => {
    const folder = folderWith({ 'broken.yaml': `${quoted}x-more: {a: [}\n` });
    expect(authLint(folder, ['--fix', ...unquotedOnly])).toMatchObject({ code: 1, stderr: 'auth-lint: No fixes were applied.\n' });
  });
});

describe('descriptions that share files', () => {
  it('are fixed together: what they share is fixed once', () => {
    const folder = folderWith({ 'a.yaml': withPath, 'b/b.yaml': withPath.replace('pets.yaml', '../pets.yaml'), 'pets.yaml': unquotedPath });
    expect(authLint(folder, ['--fix', ...unquotedOnly])).toMatchObject({ code: 0, stderr: 'auth-lint: 1 fix in 1 file was applied.\n' });
    expect(contentsOf(folder)['pets.yaml']).toBe(quotedPath);
  });

  it('may know a file by different names', () => {
    const folder = folderWith({
      'a.yaml': withPath,
      'b.yaml': withPath.replace('pets.yaml', './x/../pets.yaml'),
      'pets.yaml': unquotedPath,
    });
    expect(authLint(folder, ['--fix', ...unquotedOnly])).toMatchObject({ code: 0, stderr: 'auth-lint: 1 fix in 1 file was applied.\n' });
    expect(contentsOf(folder)['pets.yaml']).toBe(quotedPath);
  });
});

describe('--jobs', () => {
  const files = {
    'a.yaml': withPath,
    'b.yaml': withPath.replace('In two files', 'In two files as well'),
    'pets.yaml': unquotedPath,
    'broken.yaml': `${unquoted}x: [\n`,
    'dangling.yaml': dangling,
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`many/${index}.yaml`, undocumented.replace('/pets', `/pets-${index}`)]),
    ),
  };

  it.each([[['--fix', '--preset', 'strict']], [['--fix-suggestions', '--format', 'json']], [['--fix-dry-run', '--preset', 'strict']]])(
    'changes nothing of %j',
    (args) => {
      const [first, second] = [folderWith(files), folderWith(files)];
      expect(authLint(second, [...args, '--jobs', '4'])).toEqual(authLint(first, [...args, '--jobs', '1']));
      expect(contentsOf(second)).toEqual(contentsOf(first));
    },
  );
});

describe('wrong usage', () => {
  it.each([
    [['report', '--fix'], '--fix is no option of report, but of check. See auth-lint report --help.'],
    [['print-config', '--fix-suggestions', 'api.yaml'], '--fix-suggestions is no option of print-config, but of check.'],
    [['--fix=yes'], '--fix takes no value.'],
    [['--fix-dry-run', '--format', 'json'], '--fix-dry-run prints a diff and has no --format.'],
    [['--fix-all'], 'There is no option --fix-all.'],
  ])('%j is said to be wrong, and nothing is done', (args, message) => {
    const folder = folderWith({ 'api.yaml': undocumented });
    const { code, stdout, stderr } = authLint(folder, args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(contentsOf(folder)).toEqual({ 'api.yaml': undocumented });
  });
});
