import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authLint, checkJson, filesIn, folderWith, reportJson } from './auth-lint.ts';
import { clean, divided, responsesFragment, undocumented } from './descriptions.ts';

const severity = (word: string) => `rules: {missing-401: ${word}}\n`;

/** The findings of a check as `file rule severity`. */
function found(folder: string, ...args: readonly string[]): readonly string[] {
  return checkJson(folder, ...args).findings.map(({ file, rule, severity: grave }) => `${file} ${rule} ${grave}`);
}

describe('a configuration file', () => {
  it('is in force for what lies beside and below it, up to the next one', () => {
    const folder = folderWith({
      '.auth-lint.yaml': severity('error'),
      'a.yaml': undocumented,
      'b/b.yaml': undocumented,
      'c/.auth-lint.json': '{"rules": {"missing-401": "info"}}',
      'c/c.yaml': undocumented,
    });
    expect(found(folder)).toEqual(['a.yaml missing-401 error', 'b/b.yaml missing-401 error', 'c/c.yaml missing-401 info']);
  });

  it('is looked for up to the root of the repository, else up to the working folder', () => {
    const folder = folderWith({ '.auth-lint.yaml': severity('error'), 'b/c/api.yaml': undocumented });
    expect(found(join(folder, 'b'))).toEqual(['c/api.yaml missing-401 warning']);
    mkdirSync(join(folder, '.git'));
    expect(found(join(folder, 'b'))).toEqual(['c/api.yaml missing-401 error']);
  });

  it('outside of the working folder is looked for in the folder that was named', () => {
    const folder = folderWith({
      '.auth-lint.yaml': severity('error'),
      'specs/.auth-lint.yaml': severity('info'),
      'specs/v1/api.yaml': undocumented,
      'sub/x.yaml': clean,
    });
    expect(found(join(folder, 'sub'), '../specs')).toEqual(['../specs/v1/api.yaml missing-401 info']);
    expect(found(join(folder, 'sub'), '../specs/v1')).toEqual(['../specs/v1/api.yaml missing-401 warning']);
  });

  it('is no description, whatever it says, and no file of one', () => {
    const folder = folderWith({ '.auth-lint.yaml': 'openapi: 3.1.0\n', 'x/.auth-lint.yaml': 'openapi: 3.1.0\n', 'api.yaml': clean });
    const { findings, summary } = checkJson(folder);
    expect(summary).toMatchObject({ entries: 1, files: 1, errors: 1 });
    expect(findings).toMatchObject([{ rule: 'invalid-configuration', file: '.auth-lint.yaml', pointer: '/openapi' }]);
  });

  it('that is wrong makes the run fail, once for all descriptions', () => {
    const folder = folderWith({ '.auth-lint.yaml': 'extends: recomended\n', 'a.yaml': clean, 'b.yaml': clean });
    const { code, stdout } = authLint(folder, []);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^\.auth-lint\.yaml\n\n {2}1:10 {2}error {2}recomended is no preset\. Did you mean recommended\?/);
    expect(stdout).toContain('suggestion: Change to “recommended”');
    expect(stdout).toContain('✖ 1 finding (1 error,');
  });

  it('that is broken makes the run fail, too', () => {
    expect(found(folderWith({ '.auth-lint.yaml': 'rules: {missing-401: off}\nignore: [\n', 'a.yaml': undocumented }))).toEqual([
      '.auth-lint.yaml syntax-error error',
    ]);
  });

  it('can be checked alone', () => {
    const folder = folderWith({ 'x/.auth-lint.yml': 'rules: {x: off}\n' });
    const { findings, summary } = checkJson(folder, 'x/.auth-lint.yml');
    expect(findings).toMatchObject([{ rule: 'invalid-configuration', file: 'x/.auth-lint.yml' }]);
    expect(summary).toMatchObject({ entries: 0, files: 0, errors: 1 });
    expect(authLint(folder, ['x/.auth-lint.yml'])).toMatchObject({ code: 1, stderr: '' });
  });

  it('that leads out of the readable folders has no effect', () => {
    const outside = folderWith({ 'lint.yaml': severity('error') });
    const folder = folderWith({ 'api.yaml': undocumented });
    symlinkSync(join(outside, 'lint.yaml'), join(folder, '.auth-lint.yaml'));
    expect(found(folder)).toEqual(['api.yaml missing-401 warning']);
  });
});

describe('--config', () => {
  const files = { '.auth-lint.yaml': severity('error'), 'ci/lint.yaml': severity('info'), 'api.yaml': undocumented };

  it('takes the place of all configuration files', () => {
    expect(found(folderWith(files), '--config', 'ci/lint.yaml')).toEqual(['api.yaml missing-401 info']);
  });

  it('may lie anywhere', () => {
    const folder = folderWith(files);
    expect(found(folderWith({ 'api.yaml': undocumented }), '--config', join(folder, 'ci/lint.yaml'))).toEqual([
      'api.yaml missing-401 info',
    ]);
  });

  it('has globs that are relative to its folder', () => {
    const folder = folderWith({
      ...files,
      'ci/lint.yaml': 'ignore: [vendor/]\n',
      'ci/vendor/a.yaml': undocumented,
      'vendor/b.yaml': undocumented,
    });
    expect(filesIn(checkJson(folder, '--config', 'ci/lint.yaml'))).toEqual(['api.yaml', 'vendor/b.yaml']);
  });

  it.each([
    ['no.yaml', 'nothing is there'],
    ['ci', 'not a file'],
  ])('that is %s ends the run with a note', (path, reason) => {
    for (const command of [[], ['report'], ['print-config', 'api.yaml']])
      expect(authLint(folderWith(files), [...command, '--config', path])).toEqual({
        code: 2,
        stdout: '',
        stderr: `auth-lint: The configuration ${path} could not be read: ${reason}.\n`,
      });
  });
});

it('--no-config heeds no configuration file', () => {
  expect(found(folderWith({ '.auth-lint.yaml': `x: 1\n${severity('error')}`, 'api.yaml': undocumented }), '--no-config')).toEqual([
    'api.yaml missing-401 warning',
  ]);
});

describe('the command line wins over the configuration:', () => {
  const configuration = 'extends: strict\nrules: {missing-401: info}\noverrides: [{files: [a.yaml], rules: {missing-401: off}}]\n';
  const run = (...args: readonly string[]) =>
    found(
      folderWith({ '.auth-lint.yaml': configuration, 'a.yaml': undocumented, 'b.yaml': undocumented }),
      '--only',
      'missing-401',
      ...args,
    );

  it('without it, the configuration has its way', () => {
    expect(run()).toEqual(['b.yaml missing-401 info']);
  });

  it('--rule changes a rule everywhere', () => {
    expect(run('--rule', 'missing-401=error')).toEqual(['a.yaml missing-401 error', 'b.yaml missing-401 error']);
  });

  it('--preset replaces what it extends, and leaves its rules', () => {
    expect(run('--preset', 'minimal')).toEqual(['b.yaml missing-401 info']);
  });
});

describe('what the configuration ignores', () => {
  const files = { '.auth-lint.yaml': 'ignore: [vendor/]\n', 'api.yaml': undocumented, 'vendor/api.yaml': undocumented };

  it('is not looked for', () => {
    const folder = folderWith(files);
    expect(filesIn(checkJson(folder))).toEqual(['api.yaml']);
    expect(checkJson(folder).summary).toMatchObject({ entries: 1, files: 1 });
    expect(authLint(folder, []).stderr).toBe('');
    expect(reportJson(folder).entries.map(({ file }) => file)).toEqual(['api.yaml']);
    expect(filesIn(checkJson(folder, 'vendor', 'api.yaml'))).toEqual(['api.yaml']);
  });

  it('is checked when it is named, with a note', () => {
    const folder = folderWith(files);
    const { code, stdout, stderr } = authLint(folder, ['vendor/api.yaml']);
    expect([code, stderr]).toEqual([1, 'auth-lint: vendor/api.yaml is ignored by .auth-lint.yaml; it is checked because it was named.\n']);
    expect(stdout).toContain('missing-401');
    expect(reportJson(folder, 'vendor/api.yaml').entries).toHaveLength(1);
  });

  it('may be everything', () => {
    const outcome = authLint(folderWith({ ...files, '.auth-lint.yaml': "ignore: ['**']\n" }), []);
    expect(outcome).toMatchObject({
      code: 0,
      stderr: 'auth-lint: Every description that was found is ignored by the configuration.\n',
    });
  });

  it('is not heard of as a part of other descriptions', () => {
    const files2 = { '.auth-lint.yaml': 'ignore: [responses.yaml]\n', 'api.yaml': divided, 'responses.yaml': responsesFragment };
    expect(found(folderWith(files2))).toEqual([]);
  });
});

it('report says that a configuration has mistakes, once, and goes on', () => {
  const folder = folderWith({ '.auth-lint.yaml': 'extends: x\n', 'a.yaml': clean, 'b.yaml': clean });
  expect(authLint(folder, ['report'])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('"title":"Clean"'),
    stderr: 'auth-lint: There are mistakes in .auth-lint.yaml; auth-lint check says which.\n',
  });
});

describe('print-config', () => {
  const configuration = `extends: minimal
rules: {missing-401: [error, {accept: [4XX]}], missing-security: off}
overrides: [{files: [legacy/], operations: ['GET /**'], rules: {missing-401: info}}]
fix: {response: Denied, realm: My API, body: '#/components/schemas/Error'}
ignore: ['**/*.draft.yaml']
`;

  it('prints what is in force, as a configuration that says the same', () => {
    const folder = folderWith({ '.auth-lint.yaml': configuration, 'v1/api.yaml': undocumented });
    const { code, stdout, stderr } = authLint(folder, ['print-config', 'v1/api.yaml']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('# From .auth-lint.yaml.\nextends: minimal\nrules:\n');
    expect(stdout).toContain('  missing-401: [error, {"accept":["4XX"],"exempt":[]}]\n  ');
    expect(stdout).toContain('  missing-security: off\n');
    expect(stdout).toContain(
      'overrides:\n  -\n    files: ["legacy/"]\n    operations: ["GET /**"]\n    rules:\n      missing-401: info\nfix:\n',
    );
    expect(stdout).toContain('fix:\n  response: "Denied"\n  realm: "My API"\n  body: "#/components/schemas/Error"\n');
    expect(stdout).toContain('ignore: ["**/*.draft.yaml"]\n');
    const again = folderWith({ '.auth-lint.yaml': stdout, 'v1/api.yaml': undocumented });
    expect(authLint(again, ['print-config', 'v1/api.yaml'])).toEqual({ code: 0, stdout, stderr: '' });
  });

  it('keeps the options of a rule that an override turns on', () => {
    const off =
      "extends: minimal\nrules: {missing-401: [off, {accept: [4XX]}]}\noverrides: [{files: ['**'], rules: {missing-401: error}}]\n";
    const text = undocumented.replace(/responses: .*/, 'responses: {4XX: {description: No}}');
    const folder = folderWith({ '.auth-lint.yaml': off, 'api.yaml': text });
    expect(found(folder)).toEqual([]);
    const { stdout } = authLint(folder, ['print-config', 'api.yaml']);
    expect(stdout).toContain('  missing-401: [off, {"accept":["4XX"],"exempt":[]}]\n');
    expect(found(folderWith({ '.auth-lint.yaml': stdout, 'api.yaml': text }))).toEqual([]);
  });

  it('heeds the command line', () => {
    const folder = folderWith({ '.auth-lint.yaml': configuration, 'api.yaml': undocumented });
    const { stdout } = authLint(folder, ['print-config', 'api.yaml', '--no-config', '--preset', 'strict', '--rule', 'missing-401=info']);
    expect(stdout).toContain('# No configuration file.\nextends: strict\n');
    expect(stdout).toContain('  missing-401: [info, {"accept":[],"exempt":[]}]\n');
    expect(stdout).toContain('overrides: []\nfix:\n  body: reuse\nignore: []\n');
  });

  it('says that the configuration has mistakes', () => {
    const folder = folderWith({ '.auth-lint.yaml': 'extends: x\n', 'api.yaml': clean });
    expect(authLint(folder, ['print-config', 'api.yaml'])).toMatchObject({
      code: 0,
      stderr: 'auth-lint: There are mistakes in .auth-lint.yaml; auth-lint check says which.\n',
    });
  });

  it('needs a file that is there', () => {
    expect(authLint(folderWith({}), ['print-config', 'no.yaml'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'auth-lint: no.yaml could not be read: nothing is there.\n',
    });
  });
});
