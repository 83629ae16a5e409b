import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authLint, folderWith, type Outcome } from './auth-lint.ts';
import { clean, dangling, divided, responsesFragment, undocumented } from './descriptions.ts';

/** Loaded before the program, in every thread: says how many threads there were, and breaks a rule where a key is called `breaks`. */
const preload = `
const { isMainThread, Worker } = require('node:worker_threads');
const lower = String.prototype.toLowerCase;
String.prototype.toLowerCase = function () {
  if (String(this) === 'breaks') throw new Error('broken');
  return lower.call(this);
};
if (isMainThread) {
  const { postMessage } = Worker.prototype;
  const seen = new Set();
  Worker.prototype.postMessage = function (...args) {
    seen.add(this);
    return postMessage.apply(this, args);
  };
  process.on('exit', () => process.env.TELL && require('node:fs').writeSync(2, 'threads: ' + seen.size));
}
`;

const crashing = `openapi: 3.1.0
info: {title: Crashing, version: '1'}
security: [{key: []}]
components:
  securitySchemes: {key: {type: apiKey, in: header, name: breaks}}
paths:
  /pets:
    get:
      responses: {'200': {description: Pets}, '401': {$ref: 'responses.yaml#/Unauthorized'}}
`;

/** So many descriptions that differ in the path of their operation. */
function numbered(text: string, count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`many/${index}.yaml`, text.replace('/pets', `/pets-${index}`)]));
}

/** Files of all kinds: what the tests below compare says something about each. */
function mixedFolder(): string {
  const folder = folderWith({
    '.auth-lint.yaml': 'extends: recommended\nrules: {missing-401: error, no-rule: off}\nignore: [ignored/]\n',
    'a.yaml': divided,
    'b.yaml': divided.replace('/pets', '/cats').replace('Divided', 'Also divided'),
    'binary.yaml': 'openapi: \0\x01',
    'broken.yaml': 'openapi: 3.1.0\npaths: {\n',
    'c/c.yaml': divided.replace('responses.yaml', '../responses.yaml'),
    'clean.json': JSON.stringify({ openapi: '3.1.0', info: { title: 'ü中🐾', version: '1' }, security: [], paths: {} }),
    'crashing.yaml': crashing,
    'dangling.yaml': dangling,
    'ignored/x.yaml': undocumented,
    'lines.yaml': undocumented.replaceAll('\n', '\r\n'),
    'list.yaml': '- openapi: 3.1.0\n',
    'other.yaml': 'a: b\n',
    'responses.yaml': `# auth-lint-ignore-file missing-401-body\n${responsesFragment}`,
    'suppressed.yaml': undocumented.replace('    get:', '    # auth-lint-ignore-next-line missing-401 -- the gateway answers\n    get:'),
    'unused.yaml': clean.replace('openapi', '# auth-lint-ignore-file missing-401\nopenapi'),
    'utf16.yaml': Buffer.from(`\ufeff${undocumented}`, 'utf16le'),
    ...numbered(undocumented, 20),
    'preload.cjs': preload,
  });
  symlinkSync('gone.yaml', join(folder, 'link.yaml'));
  return folder;
}

function run(folder: string, ...args: readonly string[]): Outcome {
  return authLint(folder, args, { preload: join(folder, 'preload.cjs') });
}

function threadsOf(folder: string, ...args: readonly string[]): number {
  const { stderr } = authLint(folder, args, { preload: join(folder, 'preload.cjs'), env: { TELL: '1' } });
  return Number(/threads: (\d+)$/.exec(stderr)?.[1]);
}

/** Named for themselves: of every kind, ignored, missing, no descriptions. */
const named = [
  ...['a.yaml', 'crashing.yaml', 'broken.yaml', 'ignored/x.yaml', '.auth-lint.yaml'],
  ...['responses.yaml', 'other.yaml', 'binary.yaml', 'gone.yaml'],
];

describe('--jobs changes nothing of', () => {
  it.each([
    [['check'], 1],
    [['check', '--format', 'json'], 1],
    [['check', '--format', 'json', '--preset', 'all'], 1],
    [['check', '--color', 'always', '--preset', 'strict'], 1],
    [['check', '--quiet'], 1],
    [['check', ...named], 2],
    [['check', '--format', 'json', ...named], 2],
    [['check', '--fail-on', 'never', 'many', 'c'], 0],
    [['report'], 0],
    [['report', ...named], 2],
    [['check', 'ignored'], 1],
    [['check', '--config', 'gone.yaml'], 2],
  ])('%j', (args, code) => {
    const folder = mixedFolder();
    const alone = run(folder, ...args, '--jobs', '1');
    expect(alone.code).toBe(code);
    for (const jobs of [['--jobs', '2'], ['-j4'], []]) expect(run(folder, ...args, ...jobs)).toEqual(alone);
  });

  it('what the first of these tests is about', () => {
    const { stdout, stderr } = run(mixedFolder(), '--format', 'json', '--jobs', '4');
    const { findings, summary } = JSON.parse(stdout);
    const rules = new Set(findings.map(({ rule }: { rule: string }) => rule));
    for (const rule of ['invalid-configuration', 'missing-401', 'rule-crash', 'syntax-error', 'unused-suppression'])
      expect(rules).toContain(rule);
    const shared = findings.filter(
      ({ file, rule }: { file: string; rule: string }) => file === 'responses.yaml' && rule === 'missing-www-authenticate',
    );
    expect(shared).toHaveLength(1);
    expect(shared[0].operations.map(({ file }: { file: string }) => file)).toEqual(['a.yaml', 'b.yaml', 'c/c.yaml', 'crashing.yaml']);
    expect(summary).toMatchObject({ entries: 31, files: 32, suppressed: 1 });
    expect(stderr).toContain('binary.yaml could not be read: not a text.');
    expect(stderr).toContain('rule api-key-as-authorization crashed on');
  });
});

describe('--jobs', () => {
  it.each([
    ['1', 0],
    ['2', 2],
    ['4', 4],
  ])('%s checks in that many threads', (jobs, threads) => {
    expect(threadsOf(mixedFolder(), '--jobs', jobs)).toBe(threads);
  });

  it('starts none for a single description', () => {
    expect(threadsOf(mixedFolder(), 'a.yaml', '--jobs', '4')).toBe(0);
  });

  it('left out starts none for little work', () => {
    expect(threadsOf(mixedFolder())).toBe(0);
  });

  it.each(['0', '00', '1.5', '2x', '257', '1000', 'all', '1e1', ' 2'])('%j is said to be wrong', (jobs) => {
    for (const command of ['check', 'report'])
      expect(authLint(folderWith({ 'a.yaml': undocumented }), [command, '--jobs', jobs])).toEqual({
        code: 2,
        stdout: '',
        stderr: `auth-lint: --jobs can't be ${jobs}: it is a whole number from 1 to 256. See auth-lint ${command} --help.\n`,
      });
  });

  it('is no option of other commands', () => {
    expect(authLint(folderWith({}), ['rules', '--jobs', '2']).stderr).toContain('--jobs is no option of rules, but of check and report.');
  });
});

describe('a thread that fails', () => {
  it.each([
    ['throws', "setTimeout(() => { throw new Error('no more strength'); })", 'Error: no more strength'],
    ['ends', 'process.exit(7)', 'A thread that checks descriptions ended with 7 before its work was done.'],
    [
      'has no memory left',
      "throw Object.assign(new Error('Worker terminated due to reaching memory limit'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })",
      'reaching memory limit',
    ],
  ])('because it %s is an internal error', (_, fault, message) => {
    const folder = folderWith({
      ...numbered(undocumented, 8),
      'fault.cjs': `if (!require('node:worker_threads').isMainThread) ${fault};`,
    });
    const { code, stdout, stderr } = authLint(folder, ['--jobs', '2'], { preload: join(folder, 'fault.cjs') });
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('This is a defect of auth-lint');
    expect(stderr).toContain(message);
  });
});
