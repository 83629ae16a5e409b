import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainCapabilities, TestClient } from '../lsp/client.ts';
import { repository } from '../support/sources.ts';

const tarball = join(repository, 'dist/openapi-auth-lint.tgz');
const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
const unsound = `openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets:
    get:
      security: [{ token: [] }]
      responses:
        '200': { description: All pets }
components:
  securitySchemes: { token: { type: http, scheme: basic } }
`;

/** The files of the command line: one for each of its entries, beside the first. */
const commandLine = [
  ...readdirSync(join(repository, 'cli/entries')).map((name) => `dist/cli-${name.replace('.ts', '.js')}`),
  'dist/cli.js',
].sort();

/** A project in which the package is installed, with nothing but what is in the tarball. */
let project: string;

function run(command: string, args: readonly string[]) {
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: project,
    npm_config_cache: join(project, 'cache'),
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
  };
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: project,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return { code: status, stdout, stderr };
}

beforeAll(() => {
  project = realpathSync(mkdtempSync(join(tmpdir(), 'auth-lint-installed-')));
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  writeFileSync(join(project, 'pets.yaml'), unsound);
  const { code, stderr } = run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball]);
  expect([code, stderr]).toEqual([0, '']);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the npm package', () => {
  it('has what it needs and nothing else', () => {
    const root = join(project, 'node_modules/openapi-auth-lint');
    const paths = readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      )
      .filter((path) => !/^docs\/(?:rules\/)?[a-z0-9-]+\.md$/.test(path))
      .map((path) => path.replace(/index-[A-Z0-9]{8}/, 'index-*'));
    expect([...new Set(paths)].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      ...commandLine,
      'dist/index-*.mjs',
      'dist/index.d.mts',
      'dist/index.mjs',
      'dist/node.d.mts',
      'dist/node.mjs',
      'dist/server.js',
      'dist/third-party-notices.txt',
      'package.json',
      ...['check', 'configuration', 'report'].map((name) => `schemas/${name}.schema.json`),
    ]);
  });

  it('installs nothing else, and is small', () => {
    expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['openapi-auth-lint']);
    expect(statSync(tarball).size).toBeLessThan(1_000_000);
  });

  it('has a manifest without anything that is the extension’s', () => {
    const packed = JSON.parse(readFileSync(join(project, 'node_modules/openapi-auth-lint/package.json'), 'utf8'));
    expect(packed).toMatchObject({ name: manifest.name, version: manifest.version, license: manifest.license, bin: manifest.bin });
    for (const key of ['private', 'main', 'browser', 'contributes', 'scripts', 'dependencies', 'devDependencies'])
      expect(packed).not.toHaveProperty(key);
    // Nobody publishes the repository itself by mistake.
    expect(manifest.private).toBe(true);
  });

  it('is a sound package', async () => {
    const bytes = readFileSync(tarball);
    const { messages, pkg } = await publint({
      pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) },
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });
});

describe('installed in an empty project', () => {
  it.each([
    ['npx', ['--no-install', 'auth-lint']],
    ['npx', ['--no-install', 'openapi-auth-lint']],
  ])('%s %j checks', (command, args) => {
    const { code, stdout, stderr } = run(command, args);
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('missing-401');
    expect(run(command, [...args, '--version']).stdout).toBe(`${manifest.version}\n`);
  });

  it('has a language server', async () => {
    const bundle = join(project, 'node_modules/openapi-auth-lint/dist/cli.js');
    const client = await TestClient.start({
      command: [bundle, 'lsp', '--stdio'],
      capabilities: plainCapabilities,
      initializationOptions: {},
    });
    expect(client.initializeResult?.serverInfo?.version).toBe(manifest.version);
    const uri = pathToFileURL(join(project, 'pets.yaml')).href;
    await client.open(uri, unsound);
    const { diagnostics } = await client.nextPush(uri);
    const page = fileURLToPath(diagnostics[0]?.codeDescription?.href ?? '');
    expect(readFileSync(page, 'utf8')).toMatch(/^# missing-401/);
    expect(await client.stop()).toBe(0);
  });

  it('is a module for import and for require, and nothing inside of it can be reached', () => {
    writeFileSync(join(project, 'import.mjs'), "import { version } from 'openapi-auth-lint';\nconsole.log(version);\n");
    writeFileSync(join(project, 'inside.mjs'), "import 'openapi-auth-lint/dist/server.js';\n");
    expect(run('node', ['import.mjs'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
    expect(run('node', ['--print', "Object.keys(require('openapi-auth-lint/node')).join()"]).stdout).toBe('lintFiles\n');
    expect(run('node', ['--print', "require('openapi-auth-lint/schemas/check.schema.json').title ?? 'a schema'"]).code).toBe(0);
    expect(run('node', ['inside.mjs']).stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  it('can be bundled for browsers where only texts are linted', async () => {
    const options = { bundle: true, platform: 'browser', write: false, logLevel: 'silent', absWorkingDir: project } as const;
    const bundle = (module: string) => build({ ...options, stdin: { contents: `export * from '${module}';`, resolveDir: project } });
    expect((await bundle('openapi-auth-lint')).errors).toEqual([]);
    await expect(bundle('openapi-auth-lint/node')).rejects.toThrow('node:path');
  });

  it('has types that strict programs compile with', () => {
    const program = `import { fix, lint, parseChallenges, rules, version, type Finding, type LintOptions, type LintResult } from 'openapi-auth-lint';
import { lintFiles } from 'openapi-auth-lint/node';
const options: LintOptions = { entry: 'file:///a.yaml', read: async () => undefined, rules: { 'missing-401': ['error', {}] } };
const result: LintResult = await lint(options);
const first: Finding | undefined = result.findings[0];
const kind: 'colon' | undefined = parseChallenges('Bearer').problems.find(({ kind }) => kind === 'colon')?.kind as 'colon' | undefined;
const texts: string[] = (await fix({ ...options, suggestions: true })).changes.map(({ text }) => text);
export const all: unknown[] = [first?.range.start.line.toFixed(), kind, texts, rules[0]?.id, version, await lintFiles([])];
// @ts-expect-error there is no such preset
void lint({ ...options, preset: 'everything' });
`;
    writeFileSync(join(project, 'program.mts'), program);
    const compiler = join(repository, 'node_modules/typescript/bin/tsc');
    const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', ''];
    expect(run('node', [compiler, ...flags, 'program.mts'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('docs/api.md', () => {
  const page = readFileSync(join(repository, 'docs/api.md'), 'utf8');
  const examples = [...page.matchAll(/```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(([, program = '', output = '']) => ({
    program,
    output,
  }));

  it('has an example of all that can be imported', () => {
    const imported = examples.flatMap(({ program }) =>
      [...program.matchAll(/^import \{ (.*) \}/gm)].flatMap(([, names = '']) => names.split(', ')),
    );
    expect([...new Set(imported)].sort()).toEqual(['fix', 'lint', 'lintFiles', 'parseChallenges', 'ruleDocumentation', 'rules']);
  });

  it.each(examples)('says what comes out of %#', ({ program, output }) => {
    writeFileSync(join(project, 'example.mjs'), program.replace("['specs']", "['pets.yaml']"));
    const { code, stdout, stderr } = run('node', ['example.mjs']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.replace('pets.yaml:', 'specs/pets.yaml:')).toBe(output);
  });
});
