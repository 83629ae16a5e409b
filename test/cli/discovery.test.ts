import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authLint, checkJson, filesIn, folderWith } from './auth-lint.ts';
import { clean, divided, responsesFragment, undocumented } from './descriptions.ts';

describe('without paths', () => {
  it('checks the descriptions below the current folder, known by their text', () => {
    const folder = folderWith({
      'a.yaml': undocumented,
      'deep/er/b.yml': undocumented,
      'deep/c.json': JSON.stringify({
        swagger: '2.0',
        info: { title: 'C', version: '1' },
        paths: { '/c': { get: { responses: { 200: { description: 'C' } } } } },
      }),
      '.hidden/D.YAML': undocumented,
      'notes.txt': undocumented,
      'openapi.md': undocumented,
      'other.yaml': 'name: openapi\nlist: [swagger]\n',
      'package.json': '{"dependencies": {"openapi": "1"}}',
      'node_modules/x/api.yaml': undocumented,
      '.git/api.yaml': undocumented,
      'deep/node_modules/api.yaml': undocumented,
    });
    expect(filesIn(checkJson(folder))).toEqual(['.hidden/D.YAML', 'a.yaml', 'deep/c.json', 'deep/er/b.yml']);
  });

  it('says when there is none', () => {
    const outcome = authLint(folderWith({ 'notes.yaml': 'a: b\n' }), []);
    expect(outcome).toEqual({ code: 0, stdout: '', stderr: 'auth-lint: No OpenAPI description found.\n' });
  });

  it('skips what can not be read as text', () => {
    const folder = folderWith({ 'api.yaml': undocumented, 'data.json': Buffer.from([0, 1, 2, 255]) });
    expect(authLint(folder, []).stderr).toBe('');
    expect(filesIn(checkJson(folder))).toEqual(['api.yaml']);
  });

  it('does not follow links', () => {
    const folder = folderWith({ 'real/api.yaml': undocumented });
    symlinkSync(join(folder, 'real'), join(folder, 'linked'));
    symlinkSync(join(folder, 'real/api.yaml'), join(folder, 'link.yaml'));
    symlinkSync(folder, join(folder, 'real/up'));
    expect(filesIn(checkJson(folder))).toEqual(['real/api.yaml']);
  });
});

describe('paths', () => {
  const files = { 'a.yaml': undocumented, 'specs/b.yaml': undocumented, 'specs/v2/c.yaml': undocumented, 'specs/v2/d.txt': undocumented };

  it.each([
    [['a.yaml'], ['a.yaml']],
    [['specs'], ['specs/b.yaml', 'specs/v2/c.yaml']],
    [
      ['./specs/v2/', 'a.yaml'],
      ['a.yaml', 'specs/v2/c.yaml'],
    ],
    [['specs/*.yaml'], ['specs/b.yaml']],
    [['specs/**/*.{yaml,txt}'], ['specs/b.yaml', 'specs/v2/c.yaml', 'specs/v2/d.txt']],
    [['specs/v2/d.txt'], ['specs/v2/d.txt']],
    [
      ['specs', 'specs/b.yaml', '**/b.yaml'],
      ['specs/b.yaml', 'specs/v2/c.yaml'],
    ],
  ])('%j', (paths, expected) => {
    expect(filesIn(checkJson(folderWith(files), ...paths))).toEqual(expected);
  });

  it('may lead upwards', () => {
    const folder = folderWith({ ...files, 'sub/x.yaml': clean });
    expect(filesIn(checkJson(join(folder, 'sub'), '../specs/b.yaml', '../a.yaml'))).toEqual(['../a.yaml', '../specs/b.yaml']);
    expect(filesIn(checkJson(join(folder, 'sub'), '../specs/*.yaml'))).toEqual(['../specs/b.yaml']);
  });

  it('that are globs reach neither packages nor links', () => {
    const folder = folderWith({
      ...files,
      'node_modules/x/e.yaml': undocumented,
      'sub/node_modules/f.yaml': undocumented,
      'sub/g.yaml': undocumented,
    });
    symlinkSync(join(folder, 'specs'), join(folder, 'sub/linked'));
    symlinkSync(join(folder, 'a.yaml'), join(folder, 'sub/link.yaml'));
    expect(filesIn(checkJson(folder, '**/*.yaml'))).toEqual(['a.yaml', 'specs/b.yaml', 'specs/v2/c.yaml', 'sub/g.yaml']);
    expect(filesIn(checkJson(join(folder, 'specs'), '../**/*.yaml'))).toEqual(['../a.yaml', 'b.yaml', 'v2/c.yaml', '../sub/g.yaml']);
  });

  it('may be absolute', () => {
    const folder = folderWith(files);
    expect(filesIn(checkJson(join(folder, 'specs'), join(folder, 'a.yaml')))).toEqual(['../a.yaml']);
  });

  it('are taken literally when a file is called like a glob', () => {
    const folder = folderWith({ '[a].yaml': undocumented, 'a.yaml': undocumented });
    expect(filesIn(checkJson(folder, '[a].yaml'))).toEqual(['[a].yaml']);
  });

  it('fail when they are folders that can not be searched; those that are found are left out', () => {
    const fault = "if (path.endsWith('locked')) throw Object.assign(new Error(), { code: 'EACCES' });";
    const folder = folderWith({
      'api.yaml': clean,
      'locked/b.yaml': undocumented,
      'fault.cjs': `const fs = require('node:fs'); const { readdirSync } = fs; fs.readdirSync = (path, ...rest) => { ${fault} return readdirSync(path, ...rest); };`,
    });
    const check = (...paths: readonly string[]) => {
      const { code, stderr } = authLint(folder, paths, { preload: join(folder, 'fault.cjs') });
      return [code, stderr];
    };
    expect(check('locked', 'api.yaml')).toEqual([2, 'auth-lint: locked: permission denied.\n']);
    expect(check('.')).toEqual([0, 'auth-lint: locked is left out: permission denied.\n']);
  });
});

describe('.gitignore', () => {
  it('is respected at every level', () => {
    const folder = folderWith({
      '.gitignore': '/build/\n*.gen.yaml\n# comment\nsecret.yaml\n',
      'build/api.yaml': undocumented,
      'build/.gitignore': '!api.yaml\n',
      'a.gen.yaml': undocumented,
      'a.yaml': undocumented,
      'sub/.gitignore': '!secret.yaml\nlocal/\n',
      'sub/secret.yaml': undocumented,
      'sub/build/api.yaml': undocumented,
      'sub/local/api.yaml': undocumented,
      'secret.yaml': undocumented,
      'Secret.yaml': undocumented,
    });
    expect(filesIn(checkJson(folder))).toEqual(['Secret.yaml', 'a.yaml', 'sub/build/api.yaml', 'sub/secret.yaml']);
    expect(filesIn(checkJson(folder, '**/*.yaml'))).toEqual(['Secret.yaml', 'a.yaml', 'sub/build/api.yaml', 'sub/secret.yaml']);
  });

  it('counts up to the root of the repository and no further', () => {
    const folder = folderWith({
      '.gitignore': 'b.yaml\n',
      'repository/.git/HEAD': '',
      'repository/.gitignore': 'a.yaml\n',
      'repository/sub/a.yaml': undocumented,
      'repository/sub/b.yaml': undocumented,
    });
    expect(filesIn(checkJson(join(folder, 'repository/sub')))).toEqual(['b.yaml']);
  });

  it('does not hold for what is named', () => {
    const folder = folderWith({
      '.gitignore': 'build\n',
      'build/api.yaml': undocumented,
      'build/.gitignore': 'b.yaml\n',
      'build/b.yaml': undocumented,
      'a.yaml': clean,
    });
    expect(filesIn(checkJson(folder, 'build/b.yaml'))).toEqual(['build/b.yaml']);
    expect(filesIn(checkJson(folder, 'build'))).toEqual(['build/api.yaml']);
    expect(filesIn(checkJson(folder, 'build/*.yaml'))).toEqual(['build/api.yaml']);
  });

  it('may hold anything', () => {
    const folder = folderWith({ '.gitignore': '[\n[z-a]\n\\\n!\n/\n**\\\n\0\n***/[[:alpha:]\n(\n', 'api.yaml': undocumented });
    expect(filesIn(checkJson(folder))).toEqual(['api.yaml']);
  });
});

describe('fragments', () => {
  it('are checked with the descriptions that reach them, and said to be', () => {
    const folder = folderWith({ 'api.yaml': divided, 'responses.yaml': responsesFragment });
    const { code, stderr } = authLint(folder, ['api.yaml', 'responses.yaml']);
    expect(code).toBe(1);
    expect(stderr).toBe('auth-lint: responses.yaml is no OpenAPI description of its own. It was checked as a part of api.yaml.\n');
    expect(filesIn(checkJson(folder, 'api.yaml', 'responses.yaml'))).toEqual(['responses.yaml']);
  });

  it('name the first of many descriptions', () => {
    const folder = folderWith({
      'responses.yaml': responsesFragment,
      ...Object.fromEntries([...'edcba'].map((name) => [`${name}.yaml`, divided])),
    });
    const { stderr } = authLint(folder, ['.', 'responses.yaml']);
    expect(stderr).toContain('It was checked as a part of a.yaml, b.yaml, c.yaml and 2 more.');
  });

  it('alone are no failure', () => {
    const folder = folderWith({ 'api.yaml': divided, 'responses.yaml': responsesFragment });
    const { code, stdout, stderr } = authLint(folder, ['responses.yaml']);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('responses.yaml is no OpenAPI description');
  });

  it('are reported once, whoever reaches them', () => {
    const folder = folderWith({ 'a.yaml': divided, 'b.yaml': divided, 'responses.yaml': responsesFragment });
    const { findings } = checkJson(folder);
    expect(findings.map(({ file, operations }) => [file, operations.map((operation) => operation.file)])).toEqual([
      ['responses.yaml', ['a.yaml', 'b.yaml']],
    ]);
  });
});

describe('a named file', () => {
  it('that is something else is said to be', () => {
    const folder = folderWith({ 'api.yaml': undocumented, 'empty.yaml': '', 'README.md': '# openapi: 3\n' });
    const { code, stderr } = authLint(folder, ['api.yaml', 'empty.yaml', 'README.md']);
    expect(code).toBe(1);
    expect(stderr.match(/is no OpenAPI description/g)).toHaveLength(2);
  });

  it('may be a link to a file that may be read', () => {
    const folder = folderWith({ 'real/api.yaml': undocumented });
    symlinkSync('real/api.yaml', join(folder, 'link.yaml'));
    expect(filesIn(checkJson(folder, 'link.yaml'))).toEqual(['link.yaml']);
  });

  it('that is a folder without descriptions is no failure', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    mkdirSync(join(folder, 'empty'));
    expect(authLint(folder, ['empty'])).toEqual({ code: 0, stdout: '', stderr: 'auth-lint: No OpenAPI description found.\n' });
  });
});
