import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyDiff } from './apply-diff.ts';
import { authLint, folderWith, type Outcome } from './auth-lint.ts';
import { contentsOf, quoted, quotedPath, unquoted, unquotedOnly, unquotedPath, withPath } from './fixable.ts';

/** Runs `--fix` with code that is loaded before. */
function fixWith(folder: string, code: string, ...args: readonly string[]): Outcome {
  const preload = join(folderWith({ 'fault.cjs': `const fs = require('node:fs');\n${code}` }), 'fault.cjs');
  return authLint(folder, ['--fix', ...unquotedOnly, ...args], { preload });
}

describe('every byte that is not fixed stays', () => {
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  it.each<[string, (text: string) => Buffer]>([
    ['with line feeds', (text) => Buffer.from(text)],
    ['with carriage returns', (text) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['with both', (text) => Buffer.from(text.replace('\n', '\r\n'))],
    ['without a last line end', (text) => Buffer.from(text.trimEnd())],
    ['with a byte order mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['with two byte order marks in a comment', (text) => Buffer.from(`\ufeff# \ufeff\n${text}`)],
    ['in UTF-16, little end first', (text) => utf16(`# ü中🐾\n${text}`)],
    ['in UTF-16, big end first', (text) => utf16(`# ü中🐾\n${text}`).swap16()],
    ['in UTF-16 with carriage returns', (text) => utf16(text.replaceAll('\n', '\r\n'))],
    ['with characters of any length', (text) => Buffer.from(`# aü中🐾\ufffd\n${text.replace('# first', '# aü中🐾')}`)],
  ])('%s', (_, bytes) => {
    const folder = folderWith({ 'api.yaml': bytes(unquoted) });
    expect(authLint(folder, ['--fix', ...unquotedOnly])).toMatchObject({ code: 0, stderr: 'auth-lint: 2 fixes in 1 file were applied.\n' });
    expect(readFileSync(join(folder, 'api.yaml')).toString('hex')).toBe(bytes(quoted).toString('hex'));
  });

  it.each<[string, Buffer]>([
    ['bytes that are no UTF-8', Buffer.concat([Buffer.from('# '), Buffer.from([0xfc, 0x0a]), Buffer.from(unquoted)])],
    ['half of a character in UTF-16', utf16(`# \ud800\n${unquoted}`)],
    ['half a unit at the end of UTF-16', Buffer.concat([utf16(`${unquoted}# `), Buffer.from([0x20])])],
  ])('which a file cannot be written with again: %s', (_, bytes) => {
    const folder = folderWith({ 'api.yaml': bytes, 'good.yaml': unquoted });
    expect(authLint(folder, ['--fix', ...unquotedOnly])).toMatchObject({
      code: 1,
      stderr:
        'auth-lint: 2 fixes in 1 file were applied.\nauth-lint: api.yaml was not touched: some of its bytes are not valid in its encoding.\n',
    });
    expect(readFileSync(join(folder, 'api.yaml')).equals(bytes)).toBe(true);
    expect(contentsOf(folder)['good.yaml']).toBe(quoted);
  });
});

describe('a file that is fixed', () => {
  it.each([0o640, 0o755, 0o666])('keeps its mode: %o', (mode) => {
    const folder = folderWith({ 'api.yaml': unquoted });
    chmodSync(join(folder, 'api.yaml'), mode);
    authLint(folder, ['--fix', ...unquotedOnly]);
    expect(contentsOf(folder)).toEqual({ 'api.yaml': quoted });
    expect(statSync(join(folder, 'api.yaml')).mode & 0o7777).toBe(mode);
  });

  it.skipIf(process.getuid?.() !== 0)('keeps its owner where that is allowed', () => {
    const folder = folderWith({ 'api.yaml': unquoted });
    chownSync(join(folder, 'api.yaml'), 1234, 2345);
    authLint(folder, ['--fix', ...unquotedOnly]);
    expect(contentsOf(folder)).toEqual({ 'api.yaml': quoted });
    expect(statSync(join(folder, 'api.yaml'))).toMatchObject({ uid: 1234, gid: 2345 });
  });

  it('stays behind the symbolic link by which it was named', () => {
    const folder = folderWith({ 'real/api.yaml': unquoted });
    symlinkSync('real/api.yaml', join(folder, 'link.yaml'));
    expect(authLint(folder, ['--fix', 'link.yaml', ...unquotedOnly]).code).toBe(0);
    expect(readlinkSync(join(folder, 'link.yaml'))).toBe('real/api.yaml');
    expect(readFileSync(join(folder, 'real/api.yaml'), 'utf8')).toBe(quoted);
  });

  it('stays behind the symbolic links by which descriptions refer to it', () => {
    const folder = folderWith({
      'a/a.yaml': withPath,
      'b/b.yaml': withPath.replace('pets.yaml', 'x/pets.yaml'),
      'shared/pets.yaml': unquotedPath,
    });
    symlinkSync('../shared/pets.yaml', join(folder, 'a/pets.yaml'));
    symlinkSync('../shared', join(folder, 'b/x'));
    expect(authLint(folder, ['--fix', ...unquotedOnly])).toMatchObject({ code: 0, stderr: 'auth-lint: 1 fix in 1 file was applied.\n' });
    expect(lstatSync(join(folder, 'a/pets.yaml')).isSymbolicLink()).toBe(true);
    expect(lstatSync(join(folder, 'b/x')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'shared/pets.yaml'), 'utf8')).toBe(quotedPath);
  });

  it('that one description calls by several names is fixed once', () => {
    const folder = folderWith({ 'api.yaml': `${withPath}  /cats: {$ref: cats.yaml}\n`, 'pets.yaml': unquotedPath });
    symlinkSync('pets.yaml', join(folder, 'cats.yaml'));
    expect(authLint(folder, ['--fix', ...unquotedOnly]).code).toBe(0);
    expect(readFileSync(join(folder, 'pets.yaml'), 'utf8')).toBe(quotedPath);
    expect(lstatSync(join(folder, 'cats.yaml')).isSymbolicLink()).toBe(true);
  });

  it('no longer is the one that hard links lead to', () => {
    const folder = folderWith({ 'api.yaml': unquoted });
    mkdirSync(join(folder, 'kept'));
    linkSync(join(folder, 'api.yaml'), join(folder, 'kept/other.txt'));
    authLint(folder, ['--fix', ...unquotedOnly]);
    expect(contentsOf(folder)).toEqual({ 'api.yaml': quoted, 'kept/other.txt': unquoted });
  });
});

describe('what lies elsewhere', () => {
  it('is not touched: behind links that lead outside', () => {
    const folder = folderWith({ 'home/a.yaml': withPath, 'outside/pets.yaml': unquotedPath });
    symlinkSync('../outside/pets.yaml', join(folder, 'home/pets.yaml'));
    authLint(join(folder, 'home'), ['--fix', ...unquotedOnly]);
    expect(readFileSync(join(folder, 'outside/pets.yaml'), 'utf8')).toBe(unquotedPath);
  });

  it('is not touched: in node_modules, unless that is where one works', () => {
    const files = {
      'api.yaml': withPath.replace('pets.yaml', 'node_modules/specs/pets.yaml'),
      'node_modules/specs/pets.yaml': unquotedPath,
    };
    const folder = folderWith({ ...files, 'node_modules/specs/api.yaml': withPath });
    expect(authLint(folder, ['--fix', ...unquotedOnly])).toMatchObject({
      code: 1,
      stderr:
        'auth-lint: No fixes were applied.\nauth-lint: node_modules/specs/pets.yaml was not touched: it belongs to another project.\n',
    });
    expect(contentsOf(folder)['node_modules/specs/pets.yaml']).toBe(unquotedPath);
    expect(authLint(folder, ['--fix', 'node_modules/specs', ...unquotedOnly]).code).toBe(0);
    expect(contentsOf(folder)['node_modules/specs/pets.yaml']).toBe(quotedPath);
  });

  it('is not touched: a configuration that was not named', () => {
    const files = { '.auth-lint.yaml': 'rules: {mising-401: error}\n', 'api.yaml': unquoted };
    const folder = folderWith(files);
    const { stderr } = authLint(folder, ['--fix-suggestions', ...unquotedOnly]);
    expect(contentsOf(folder)).toEqual({ ...files, 'api.yaml': quoted });
    expect(stderr).toContain('.auth-lint.yaml was not touched: a configuration is fixed only when its own path is given.');
    authLint(folder, ['--fix-suggestions', '.auth-lint.yaml', 'api.yaml', ...unquotedOnly]);
    expect(contentsOf(folder)['.auth-lint.yaml']).toBe('rules: {missing-401: error}\n');
  });
});

describe('a new file', () => {
  const path = "get:\n  responses:\n    '200': {description: Fine}\n    '404': {$ref: ../responses/NotFound.yaml}\n";
  /** A description whose shared responses have a file each, and to whose operations a 401 is missing. */
  const house = {
    'api.yaml': `openapi: 3.1.0
info: {title: House, version: '1'}
security: [{token: []}]
components:
  securitySchemes: {token: {type: http, scheme: bearer}}
paths:
  /pets: {$ref: paths/pets.yaml}
  /cats: {$ref: paths/cats.yaml}
`,
    'paths/pets.yaml': path,
    'paths/cats.yaml': path,
    'responses/NotFound.yaml': 'description: No such pet\n',
  };
  const made = 'responses/Unauthorized.yaml';

  it('is made where the others are', () => {
    const folder = folderWith(house);
    const { code, stdout } = authLint(folder, ['--fix', '--only', 'missing-401']);
    expect(code).toBe(0);
    expect(stdout).toContain('5 files');
    const contents = contentsOf(folder);
    expect(Object.keys(contents)).toEqual([...Object.keys(house), made].sort());
    expect(contents['paths/pets.yaml']).toContain(`../${made}`);
    expect(authLint(folder, ['--fix']).stderr).toBe('auth-lint: No fixes were applied.\n');
  });

  it('is not made where something is, be it a link to nowhere', () => {
    const folder = folderWith(house);
    symlinkSync('../nowhere.yaml', join(folder, made));
    const { code, stderr } = authLint(folder, ['--fix', '--only', 'missing-401']);
    expect([code, stderr]).toEqual([
      1,
      `auth-lint: No fixes were applied.\nauth-lint: ${made} was not touched: it is there already and could not be read.\n`,
    ]);
    expect(contentsOf(folder)).toEqual(house);
  });

  it('does not take the place of one that is no part of the description', () => {
    const folder = folderWith({ ...house, [made]: 'mine: true\n' });
    authLint(folder, ['--fix', '--only', 'missing-401']);
    expect(contentsOf(folder)[made]).toBe('mine: true\n');
  });

  it('is not made where the configuration ignores it', () => {
    const files = { ...house, '.auth-lint.yaml': 'ignore: [responses/]\n' };
    const folder = folderWith(files);
    const { code, stderr } = authLint(folder, ['--fix', '--only', 'missing-401']);
    expect([code, stderr]).toEqual([
      1,
      `auth-lint: No fixes were applied.\nauth-lint: ${made} was not touched: it is ignored by the configuration.\n`,
    ]);
    expect(contentsOf(folder)).toEqual(files);
  });

  it('is not made behind a link that leads outside', () => {
    const { 'responses/NotFound.yaml': notFound, ...others } = house;
    const folder = folderWith({
      ...Object.fromEntries(Object.entries(others).map(([name, text]) => [`home/${name}`, text])),
      'outside/NotFound.yaml': notFound,
    });
    symlinkSync('../outside', join(folder, 'home/responses'));
    authLint(join(folder, 'home'), ['--fix', '--only', 'missing-401']);
    expect(Object.keys(contentsOf(join(folder, 'outside')))).toEqual(['NotFound.yaml']);
  });

  it('is a part of the diff of a dry run, after which it is as if it were there', () => {
    const [dry, real] = [folderWith(house), folderWith(house)];
    const { code, stdout } = authLint(dry, ['--fix-dry-run', '--only', 'missing-401']);
    authLint(real, ['--fix', '--only', 'missing-401']);
    expect(code).toBe(0);
    expect(stdout).toContain(`--- /dev/null\n+++ b/${made}\n`);
    expect(applyDiff(stdout, contentsOf(dry))).toEqual(contentsOf(real));
  });
});

describe('what can not be written', () => {
  const both = { 'a.yaml': `${withPath}x-more: {}\n`, 'b.yaml': unquoted, 'pets.yaml': unquotedPath };

  it.each([
    [
      'its folder can only be read',
      "fs.accessSync = (path) => { if (path.endsWith('locked')) throw Object.assign(new Error(), { code: 'EACCES' }); };",
      'permission denied',
    ],
    [
      'it can only be read',
      "fs.accessSync = (path) => { if (path.endsWith('api.yaml')) throw Object.assign(new Error(), { code: 'EACCES' }); };",
      'permission denied',
    ],
    [
      'the disk is full',
      "const { writeFileSync } = fs; fs.writeFileSync = (file, ...rest) => { if (rest[0].length < 500) throw Object.assign(new Error(), { code: 'ENOSPC' }); return writeFileSync(file, ...rest); };",
      'no space left',
    ],
    [
      'it can not be replaced',
      "const { renameSync } = fs; fs.renameSync = (from, to) => { if (to.endsWith('api.yaml')) throw Object.assign(new Error(), { code: 'EBUSY' }); return renameSync(from, to); };",
      'it is in use',
    ],
  ])('is left and said, and others are fixed: %s', (_, fault, reason) => {
    const folder = folderWith({ 'locked/api.yaml': unquoted, 'open.yaml': `# ${'long '.repeat(100)}\n${unquoted}` });
    const { code, stdout, stderr } = fixWith(folder, fault);
    expect([code, stderr]).toEqual([
      2,
      `auth-lint: 2 fixes in 1 file were applied.\nauth-lint: locked/api.yaml was not touched: ${reason}.\n`,
    ]);
    expect(stdout).toContain('locked/api.yaml');
    expect(stdout).not.toContain('open.yaml');
    expect(contentsOf(folder)).toEqual({ 'locked/api.yaml': unquoted, 'open.yaml': `# ${'long '.repeat(100)}\n${quoted}` });
  });

  it('keeps what was to be fixed together with it as it was', () => {
    const own = unquoted.slice(unquoted.indexOf('    put:')).replace('    put:', '  /cats:\n    put:');
    const files = { 'api.yaml': `${withPath}${own}`, 'pets.yaml': unquotedPath };
    const folder = folderWith(files);
    const fault =
      "const { renameSync } = fs; fs.renameSync = (from, to) => { if (to.endsWith('pets.yaml')) throw Object.assign(new Error(), { code: 'EPERM' }); return renameSync(from, to); };";
    expect(fixWith(folder, fault)).toMatchObject({
      code: 2,
      stderr:
        'auth-lint: No fixes were applied.\nauth-lint: pets.yaml was not touched: permission denied. With it, all that was to be fixed together was left as it is: api.yaml.\n',
    });
    expect(contentsOf(folder)).toEqual(files);
  });

  it('is a file that was changed since it was read', () => {
    const folder = folderWith(both);
    const fault = `
      const { openSync } = fs;
      fs.openSync = (path, flags, ...rest) => {
        if (flags === 'wx') fs.appendFileSync(${JSON.stringify(join(folder, 'pets.yaml'))}, '# mine\\n');
        return openSync(path, flags, ...rest);
      };`;
    expect(fixWith(folder, fault, 'a.yaml')).toMatchObject({
      code: 2,
      stderr: 'auth-lint: No fixes were applied.\nauth-lint: pets.yaml was not touched: it was changed since it was read.\n',
    });
    expect(contentsOf(folder)).toEqual({ ...both, 'pets.yaml': `${unquotedPath}# mine\n` });
  });
});

describe('a signal while files are being written', () => {
  it.skipIf(process.platform === 'win32')('ends the program when they are', () => {
    const own = unquoted.slice(unquoted.indexOf('    put:')).replace('    put:', '  /cats:\n    put:');
    const folder = folderWith({ 'api.yaml': `${withPath}${own}`, 'pets.yaml': unquotedPath });
    const fault =
      "const { renameSync } = fs; fs.renameSync = (from, to) => { process.kill(process.pid, 'SIGINT'); return renameSync(from, to); };";
    const { code, stdout } = fixWith(folder, fault);
    expect([code, stdout]).toEqual([null, '']);
    expect(contentsOf(folder)).toEqual({ 'api.yaml': `${withPath}${own.replace(' 401:', " '401':")}`, 'pets.yaml': quotedPath });
  });
});

describe('hostile names', () => {
  it.each([
    'a b#c?d%20e.yaml',
    '%2e%2e.yaml',
    'ü中🐾.yaml',
    '-rf.yaml',
    '"quoted".yaml',
    '$HOME.yaml',
    'back\\slash.yaml',
    'x\n\x1b[31my.yaml',
    '__proto__',
  ])('are those of the files that are written: %j', (name) => {
    const folder = folderWith({ [name]: unquoted });
    writeFileSync(join(folder, 'bystander.txt'), '');
    const { code, stderr } = authLint(folder, ['--fix', ...unquotedOnly, '--', name]);
    expect([code, stderr]).toEqual([0, 'auth-lint: 2 fixes in 1 file were applied.\n']);
    expect(contentsOf(folder)).toEqual(
      Object.fromEntries([
        [name, quoted],
        ['bystander.txt', ''],
      ]),
    );
  });

  it('come out harmless in what is said', () => {
    const folder = folderWith({ 'x\n\x1b[31my.yaml': `${unquoted}x: [\n` });
    expect(authLint(folder, ['--fix', ...unquotedOnly]).stderr).toContain('x\\n\\x1b[31my.yaml was not touched: it has syntax errors.');
  });
});
