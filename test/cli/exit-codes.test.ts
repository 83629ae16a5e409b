import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authLint, checkJson, filesIn, folderWith } from './auth-lint.ts';
import { clean, dangling, undocumented } from './descriptions.ts';

describe('0 and 1', () => {
  it('is 0 when nothing is found', () => {
    expect(authLint(folderWith({ 'api.yaml': clean }), [])).toMatchObject({ code: 0, stderr: '' });
  });

  it('is 1 when something is found', () => {
    expect(authLint(folderWith({ 'api.yaml': undocumented }), [])).toMatchObject({ code: 1, stderr: '' });
  });

  it.each([
    ['error', undocumented, 0],
    ['warning', undocumented, 1],
    ['info', undocumented, 1],
    ['error', dangling, 1],
    ['never', dangling, 0],
  ])('--fail-on %s', (severity, text, code) => {
    expect(authLint(folderWith({ 'api.yaml': text }), ['--fail-on', severity]).code).toBe(code);
  });

  it.each([
    ['--max-warnings 1', 0],
    ['--max-warnings 0', 1],
    ['--max-warnings 0 --fail-on never', 1],
    ['--max-warnings 1 --fail-on error', 0],
  ])('%s, where there is one warning', (options, code) => {
    expect(authLint(folderWith({ 'api.yaml': undocumented }), options.split(' ')).code).toBe(code);
  });

  it('is 1 for errors, however many warnings are let pass', () => {
    expect(authLint(folderWith({ 'api.yaml': dangling }), ['--max-warnings', '100']).code).toBe(1);
  });

  it('counts informative findings only from --fail-on info on', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    expect(authLint(folder, ['--rule', 'missing-401=info']).code).toBe(0);
    expect(authLint(folder, ['--rule', 'missing-401=info', '--fail-on', 'info']).code).toBe(1);
  });

  it('is not changed by --quiet', () => {
    expect(authLint(folderWith({ 'api.yaml': undocumented }), ['--quiet']).code).toBe(1);
  });

  it('is 1 for a text that claims to be a description and is not readable as one', () => {
    const folder = folderWith({ 'api.yaml': '- a\nopenapi: 3.1.0\n', 'good.yaml': undocumented });
    const { code, stdout } = authLint(folder, []);
    expect(code).toBe(1);
    expect(stdout).toContain('syntax-error');
    expect(stdout).toContain('missing-401');
  });

  it('is 1 for a description that is broken half way, and the others are checked as well', () => {
    const broken = undocumented.replace('paths:', 'paths: [');
    const folder = folderWith({ 'a.yaml': broken, 'b.json': '{"openapi": "3.1.0", "paths": ', 'c.yaml': undocumented });
    const { code, stdout, stderr } = authLint(folder, ['--format', 'compact']);
    expect([code, stderr]).toEqual([1, '']);
    for (const file of ['a.yaml', 'b.json']) expect(stdout).toMatch(new RegExp(`^${file}:.* error syntax-error`, 'm'));
    expect(stdout).toMatch(/^c\.yaml:.* warning missing-401/m);
  });

  it('is 1 for a configuration that is found and can’t be read, and says so there', () => {
    const folder = folderWith({ '.auth-lint.yaml': Buffer.from([0, 1, 2]), 'api.yaml': undocumented });
    const { code, stdout } = authLint(folder, ['--format', 'compact']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^\.auth-lint\.yaml:1:1:? .*invalid-configuration/m);
    expect(stdout).toContain('missing-401');
  });

  it('is 0 for a report, whatever it says', () => {
    expect(authLint(folderWith({ 'api.yaml': dangling }), ['report']).code).toBe(0);
  });
});

describe('2', () => {
  it.each(['check', 'report'])('of %s: a named file is missing, the others are read', (command) => {
    const { code, stdout, stderr } = authLint(folderWith({ 'api.yaml': undocumented }), [
      command,
      'api.yaml',
      'gone.yaml',
      '--format',
      'json',
    ]);
    expect(code).toBe(2);
    expect(stderr).toBe('auth-lint: gone.yaml: nothing is there.\n');
    expect(stdout).toContain('"file":"api.yaml"');
  });

  it('a named file is no text', () => {
    const { code, stdout, stderr } = authLint(folderWith({ 'api.yaml': undocumented, 'binary.yaml': 'openapi: \0\x01' }), [
      'api.yaml',
      'binary.yaml',
    ]);
    expect(code).toBe(2);
    expect(stderr).toBe('auth-lint: binary.yaml could not be read: not a text.\n');
    expect(stdout).toContain('missing-401');
  });

  it('a glob matches nothing', () => {
    expect(authLint(folderWith({ 'api.yaml': clean }), ['specs/**/*.yaml'])).toMatchObject({
      code: 2,
      stderr: 'auth-lint: specs/**/*.yaml: no file matches.\n',
    });
  });

  it.each([
    [['--no-such-option']],
    [['rules', 'x']],
    [['lsp']],
    [['explain', 'no-such-rule']],
    [['--config', 'none.yaml']],
    [['init', 'none']],
  ])('%j can’t be done, and prints no result', (args) => {
    const { code, stdout, stderr } = authLint(folderWith({ 'api.yaml': undocumented }), args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^auth-lint: /);
  });

  it('stands before 1', () => {
    const folder = folderWith({ 'api.yaml': dangling });
    expect(authLint(folder, ['api.yaml', 'gone.yaml']).code).toBe(2);
    expect(filesIn(checkJson(folder, 'api.yaml', 'gone.yaml'))).toEqual(['api.yaml']);
  });

  it('the result could not be written', () => {
    const folder = folderWith({
      'api.yaml': clean,
      'full.cjs': "process.stdout._write = (chunk, encoding, done) => done(Object.assign(new Error(), { code: 'ENOSPC' }));",
    });
    const { code, stderr } = authLint(folder, ['api.yaml'], { preload: join(folder, 'full.cjs') });
    expect(code).toBe(2);
    expect(stderr).toBe('auth-lint: The result could not be written: no space left.\n');
  });
});

describe('3', () => {
  it('is a defect of the program, and says what to report', () => {
    const folder = folderWith({
      'api.yaml': clean,
      'fault.cjs': "require('node:fs').readdirSync = () => ({}); // not what the program expects",
    });
    const { code, stdout, stderr } = authLint(folder, [], { preload: join(folder, 'fault.cjs') });
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('This is a defect of auth-lint');
    expect(stderr).toMatch(/version \d+\.\d+\.\d+, Node v\d+/);
    expect(stderr).toContain('TypeError');
  });
});

describe('3, in another thread', () => {
  it('is told as well', () => {
    const fault =
      "const { Worker } = require('node:worker_threads'); Worker.prototype.postMessage = () => { throw new TypeError('no message'); };";
    const folder = folderWith({ 'a.yaml': clean, 'b.yaml': clean, 'fault.cjs': fault });
    const { code, stdout, stderr } = authLint(folder, ['--jobs', '2'], { preload: join(folder, 'fault.cjs') });
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('TypeError: no message');
  });
});

describe('a closed pipe', () => {
  it('ends the program without a word', () => {
    const folder = folderWith({
      'api.yaml': undocumented,
      'closed.cjs': "process.stdout._write = (chunk, encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));",
    });
    expect(authLint(folder, [], { preload: join(folder, 'closed.cjs') })).toEqual({ code: 1, stdout: '', stderr: '' });
  });
});
