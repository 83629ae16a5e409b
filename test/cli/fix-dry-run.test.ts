import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyDiff } from './apply-diff.ts';
import { authLint, folderWith } from './auth-lint.ts';
import { dangling, undocumented } from './descriptions.ts';
import { contentsOf, quoted, quotedPath, unquoted, unquotedOnly, unquotedPath, withPath } from './fixable.ts';

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

/** Files of all kinds; none of them is new to what fixes write. */
const mixed = {
  'a.yaml': withPath,
  'b.yaml': withPath.replace('In two files', 'In two files as well'),
  'pets.yaml': unquotedPath,
  'deep/er/api.yaml': undocumented,
  'one-line.json': JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'x', version: '1' },
    security: [{ t: [] }],
    components: { securitySchemes: { t: { type: 'http', scheme: 'bearer' } } },
    paths: { '/': { get: { responses: {} } } },
  }),
  'lines.yaml': undocumented.replaceAll('\n', '\r\n'),
  'mark.yaml': `\ufeff${unquoted}`,
  'cut.yaml': unquoted.trimEnd(),
  'cut-too.yaml': undocumented.trimEnd(),
  'wide.yaml': utf16(`# ü中🐾\n${unquoted}`),
  'wide-too.yaml': utf16(`# \u0a0a\u0a00\n${unquoted}`).swap16(),
  'many.yaml': `${unquoted}${Array.from({ length: 40 }, (_, index) => `  /pets/${index}:\n    get: {responses: {401: {description: 'No ${index}'}}}\n`).join('')}`,
  'broken.yaml': `${unquoted}x: [\n`,
  'dangling.yaml': dangling,
  'a b.yaml': unquoted,
  'ü中🐾.yaml': unquoted,
  '"quoted"\\.yaml': unquoted,
  'new\nline\x1b[31m\u202e.yaml': unquoted,
};

const strict = ['--preset', 'strict'] as const;

describe('--fix-dry-run', () => {
  it('prints a diff and writes nothing', () => {
    const folder = folderWith({ 'specs/api.yaml': unquoted });
    utimesSync(join(folder, 'specs/api.yaml'), 1, 1);
    const { code, stdout, stderr } = authLint(folder, ['--fix-dry-run', ...unquotedOnly]);
    expect([code, stderr]).toEqual([0, 'auth-lint: 2 fixes in 1 file would be applied.\n']);
    expect(stdout).toBe(`--- a/specs/api.yaml
+++ b/specs/api.yaml
@@ -5,8 +5,8 @@
   /pets:
     get:
       responses:
-        401: {description: Who are you?} # first
+        '401': {description: Who are you?} # first
         '404': {description: No such pet}
     put:
       responses:
-        401: {description: Who are you?}
+        '401': {description: Who are you?}
`);
    expect(contentsOf(folder)).toEqual({ 'specs/api.yaml': unquoted });
    expect(statSync(join(folder, 'specs/api.yaml')).mtimeMs).toBe(1000);
  });

  it('prints nothing where nothing is to be fixed', () => {
    expect(authLint(folderWith({ 'api.yaml': quoted }), ['--fix-dry-run', ...unquotedOnly])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'auth-lint: No fixes would be applied.\n',
    });
  });

  it.each([[[]], [['--fix']], [['--fix-suggestions']], [['--fix', '--fix-suggestions']]])(
    'prints what would be written with %j, and ends as that would',
    (options) => {
      const [dry, real] = [folderWith(mixed), folderWith(mixed)];
      const printed = authLint(dry, ['--fix-dry-run', ...options, ...strict], { encoding: 'latin1' });
      const fixed = authLint(real, [...(options.length === 0 ? ['--fix'] : options), ...strict], { encoding: 'latin1' });
      expect(contentsOf(dry)).toEqual(contentsOf(folderWith(mixed)));
      expect(applyDiff(printed.stdout, contentsOf(dry))).toEqual(contentsOf(real));
      expect(contentsOf(real)).not.toEqual(contentsOf(dry));
      expect(printed.code).toBe(fixed.code);
      expect(printed.stderr).toBe(fixed.stderr.replace('were applied', 'would be applied'));
    },
  );

  it.each([
    ['git', ['apply']],
    ['patch', ['-p1', '-s', '--binary']],
  ])('prints a diff that %s takes', (program, args) => {
    if (spawnSync(program, ['--version']).status !== 0) return;
    const [dry, real] = [folderWith(mixed), folderWith(mixed)];
    const { stdout } = authLint(dry, ['--fix-dry-run', ...strict], { encoding: 'latin1' });
    authLint(real, ['--fix', ...strict]);
    const { status, stderr } = spawnSync(program, args, { cwd: dry, input: Buffer.from(stdout, 'latin1'), encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(contentsOf(dry)).toEqual(contentsOf(real));
  });

  it.each(['1', '4'])('ends as a check of the fixed texts would, also in files that others refer to: --jobs %s', (jobs) => {
    const folder = folderWith({
      'a.yaml': withPath,
      'b.yaml': withPath,
      'deep/c.yaml': withPath.replace('pets.yaml', '../link.yaml'),
      'pets.yaml': unquotedPath,
    });
    symlinkSync('pets.yaml', join(folder, 'link.yaml'));
    const { code, stderr } = authLint(folder, ['--fix-dry-run', ...unquotedOnly, '--jobs', jobs]);
    expect([code, stderr]).toEqual([0, 'auth-lint: 1 fix in 1 file would be applied.\n']);
  });

  it('names the file behind a symbolic link', () => {
    const folder = folderWith({ 'real/api.yaml': unquoted });
    symlinkSync('real/api.yaml', join(folder, 'link.yaml'));
    expect(authLint(folder, ['--fix-dry-run', 'link.yaml', ...unquotedOnly]).stdout).toMatch(
      /^--- a\/real\/api.yaml\n\+\+\+ b\/real\/api.yaml\n/,
    );
  });

  it('is relative to a folder that holds all files', () => {
    const files = { 'service/api.yaml': withPath.replace('pets.yaml', '../shared/pets.yaml'), 'shared/pets.yaml': unquotedPath };
    const folder = folderWith({ ...files, '.git/HEAD': '' });
    const { stdout, stderr } = authLint(join(folder, 'service'), ['--fix-dry-run', ...unquotedOnly]);
    expect(applyDiff(stdout, files)).toEqual({ ...files, 'shared/pets.yaml': quotedPath });
    expect(stderr).toContain('auth-lint: The diff is to be applied in .., because not all files are in this folder.\n');
  });

  it('says what could not be written', () => {
    const folder = folderWith({
      'api.yaml': unquoted,
      'fault.cjs': "require('node:fs').accessSync = () => { throw Object.assign(new Error(), { code: 'EROFS' }); };",
    });
    expect(authLint(folder, ['--fix-dry-run', ...unquotedOnly], { preload: join(folder, 'fault.cjs') })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'auth-lint: No fixes would be applied.\nauth-lint: api.yaml was not touched: the file system can only be read.\n',
    });
  });

  it('shows people a harmless diff', () => {
    const folder = folderWith({ 'api.yaml': unquoted.replace('# first', '# \x1b[31mred'), 'window.cjs': 'process.stdout.isTTY = true;' });
    const { stdout } = authLint(folder, ['--fix-dry-run', ...unquotedOnly], { preload: join(folder, 'window.cjs') });
    expect(stdout).toContain("+        '401': {description: Who are you?} # \\x1b[31mred\n");
  });

  it('reads a changed file anew the next time', () => {
    const folder = folderWith({ 'api.yaml': unquoted });
    authLint(folder, ['--fix-dry-run', ...unquotedOnly]);
    writeFileSync(join(folder, 'api.yaml'), quoted);
    expect(authLint(folder, ['--fix-dry-run', ...unquotedOnly]).stdout).toBe('');
    expect(readFileSync(join(folder, 'api.yaml'), 'utf8')).toBe(quoted);
  });
});
