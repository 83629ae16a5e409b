import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkJson, folderWith } from './auth-lint.ts';
import { clean, divided, responsesFragment, undocumented } from './descriptions.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const { fix, lint, rules, version }: typeof import('../../api/index.ts') = await import(join(dist, 'index.mjs'));
const { lintFiles }: typeof import('../../api/node.ts') = await import(join(dist, 'node.mjs'));

const entry = 'file:///api/a.yaml';

/** A reader of texts by their URI. */
const readerOf = (texts: Readonly<Record<string, string>>) => (uri: string) => texts[uri];
const rulesIn = ({ findings }: { readonly findings: readonly { readonly rule: string; readonly severity: string }[] }) =>
  findings.map(({ rule, severity }) => `${rule} ${severity}`);

describe('lint', () => {
  it('says the same as the command line', async () => {
    const folder = folderWith({ 'a.yaml': divided, 'responses.yaml': responsesFragment });
    const { findings, summary } = checkJson(folder, 'a.yaml');
    const read = readerOf({ [entry]: divided, 'file:///api/responses.yaml': responsesFragment });
    const result = await lint({ entry, read });
    expect(result.skipped).toEqual([]);
    expect(result.summary).toEqual(summary);
    expect(JSON.parse(JSON.stringify(result.findings).replaceAll('file:///api/', ''))).toEqual(findings);
  });

  it.each([
    ['at once', () => undocumented],
    ['later', async () => undocumented],
  ])('takes texts that come %s', async (_, read) => {
    expect(rulesIn(await lint({ entry, read: (uri) => (uri === entry ? read() : undefined) }))).toEqual(['missing-401 warning']);
  });

  it('asks for nothing but what it needs, in normal form', async () => {
    const asked: string[] = [];
    const read = (uri: string) => {
      asked.push(uri);
      return uri === entry ? undocumented : undefined;
    };
    await lint({ entry: 'FILE:///api/x/../a.yaml', read });
    expect(asked).toEqual([entry]);
  });

  it('says what was not checked, and why', async () => {
    const read = (uri: string) => {
      if (uri.endsWith('broken.yaml')) throw new Error('no right');
      return { [entry]: clean, 'file:///api/other.yaml': 'name: other\n' }[uri];
    };
    const { skipped, summary } = await lint({ entry: ['broken', 'gone', 'other', 'a'].map((name) => `file:///api/${name}.yaml`), read });
    expect(skipped).toEqual([
      { file: 'file:///api/broken.yaml', reason: 'unreadable' },
      { file: 'file:///api/gone.yaml', reason: 'missing' },
      { file: 'file:///api/other.yaml', reason: 'no-description' },
    ]);
    expect(summary.entries).toBe(1);
  });

  it.each([
    ['bytes', Buffer.from(undocumented), 'unreadable'],
    ['a number', 5, 'unreadable'],
    ['null', null, 'missing'],
    ['a function', () => undocumented, 'unreadable'],
    // biome-ignore lint/suspicious/noThenProperty: what is no promise, and resolves all the same.
    ['a thenable', { then: (resolve: (text: string) => void) => resolve('a: b') }, 'no-description'],
  ])('takes %s for no text, at once and later', async (_, value, reason) => {
    for (const read of [() => value, async () => value])
      expect((await lint({ entry, read: read as never })).skipped).toEqual([{ file: entry, reason }]);
  });

  it.each([
    [{}, '“entry” must be a list of strings.'],
    [{ entry: [5] }, '“entry” must be a list of strings.'],
    [{ entry, only: 'missing-401' }, '“only” must be a list of strings.'],
  ])('rejects %j', async (options, message) => {
    await expect(lint({ read: () => clean, ...options } as never)).rejects.toThrow(new TypeError(message));
  });

  it('checks a text that claims to be a description and is broken', async () => {
    expect(rulesIn(await lint({ entry, read: () => '- a\nopenapi: 3.1.0\n' }))).toContain('syntax-error error');
  });

  it('reports once what descriptions share, and each description once', async () => {
    const texts = { [entry]: divided, 'file:///api/b.yaml': divided, 'file:///api/responses.yaml': responsesFragment };
    const one = await lint({ entry, read: readerOf(texts) });
    const all = await lint({ entry: [...Object.keys(texts).slice(0, 2), entry], read: readerOf(texts) });
    expect(all.summary.entries).toBe(2);
    const shared = (result: typeof one) => result.findings.filter(({ file }) => file.endsWith('responses.yaml')).length;
    expect(shared(all)).toBe(shared(one));
  });
});

describe('rules are chosen', () => {
  const read = readerOf({
    [entry]: undocumented,
    'file:///.auth-lint.yaml': 'rules: { missing-401: error }\n',
    'file:///lint.yaml': "rules: { missing-401: info }\nignore: ['x/**']\n",
  });

  it.each([
    ['none without being told', {}, ['missing-401 warning']],
    ['the nearest one', { configuration: { upTo: 'file:///' } }, ['missing-401 error']],
    ['none above the highest folder', { configuration: { upTo: 'file:///api/' } }, ['missing-401 warning']],
    ['a certain one', { configuration: { file: 'file:///lint.yaml' } }, ['missing-401 info']],
    ['a severity before the file', { configuration: { upTo: 'file:///' }, rules: { 'missing-401': 'info' } }, ['missing-401 info']],
    ['a severity with options', { rules: { 'missing-401': ['error', { accept: ['4XX'] }] } }, ['missing-401 error']],
    ['off', { rules: { 'missing-401': 'off' } }, []],
    ['others only', { only: ['missing-security'] }, []],
  ] as const)('by a configuration: %s', async (_, options, expected) => {
    expect(rulesIn(await lint({ entry, read, ...options }))).toEqual(expected);
  });

  it.each([
    [{ preset: 'everything' as never }, 'There is no preset everything: it is minimal, recommended, strict, all.'],
    [{ only: ['mising-401'] }, 'There is no rule mising-401. Did you mean missing-401?'],
    [{ rules: { 'mising-401': 'error' } }, 'rules/mising-401: There is no rule mising-401'],
    [{ rules: { 'missing-401': 'fatal' as never } }, 'rules/missing-401: fatal is no severity'],
    [{ rules: { 'missing-401': ['error', { accept: ['2XX'] }] } }, 'rules/missing-401/1/accept/0: '],
    [{ configuration: { file: 'file:///none.yaml' } }, 'The configuration file:///none.yaml could not be read.'],
  ] as const)('not by %j', async (options, message) => {
    await expect(lint({ entry, read, ...options })).rejects.toThrow(message);
  });

  it('and say what is ignored', async () => {
    const ignoring = (uri: string) => (uri === 'file:///.auth-lint.yaml' ? "ignore: ['api/**']\n" : read(uri));
    const { findings, skipped } = await lint({ entry, read: ignoring, configuration: { upTo: 'file:///' } });
    expect([findings, skipped]).toEqual([[], [{ file: entry, reason: 'ignored' }]]);
  });
});

describe('fix', () => {
  it('gives texts in which nothing safe is left', async () => {
    const { changes, applied, withheld } = await fix({ entry, read: readerOf({ [entry]: undocumented }) });
    expect([applied, withheld, changes.map(({ file, isNew }) => [file, isNew])]).toEqual([1, [], [[entry, false]]]);
    const text = changes[0]?.text ?? '';
    expect((await lint({ entry, read: readerOf({ [entry]: text }) })).summary.fixable).toBe(0);
    expect((await fix({ entry, read: readerOf({ [entry]: text }) })).changes).toEqual([]);
  });
});

describe('lintFiles', () => {
  it('says the same as the command line, wherever it runs', async () => {
    const folder = folderWith({
      'specs/a.yaml': divided,
      'specs/responses.yaml': responsesFragment,
      '.auth-lint.yaml': 'extends: strict\n',
    });
    const { findings, summary } = checkJson(folder, 'specs');
    expect(await lintFiles(['specs'], { cwd: folder })).toEqual({ findings, summary, skipped: [] });
  });

  it('takes globs, and a configuration or none', async () => {
    const folder = folderWith({
      'a.yaml': undocumented,
      'b.json': '{}',
      '.auth-lint.yaml': 'rules: { missing-401: off }\n',
      'own.yaml': 'rules: { missing-401: error }\n',
    });
    expect(rulesIn(await lintFiles(['*.yaml'], { cwd: folder }))).toEqual([]);
    expect(rulesIn(await lintFiles(['*.yaml'], { cwd: folder, configuration: false }))).toEqual(['missing-401 warning']);
    expect(rulesIn(await lintFiles(['*.yaml'], { cwd: folder, configuration: 'own.yaml' }))).toEqual(['missing-401 error']);
  });

  it('says what was named and not checked', async () => {
    const folder = folderWith({ 'a.yaml': clean, 'other.yaml': 'name: x\n', 'binary.yaml': 'openapi: \0', 'more/x.yaml': 'name: x\n' });
    const { skipped } = await lintFiles(['a.yaml', 'other.yaml', 'binary.yaml', 'more'], { cwd: folder });
    expect(skipped).toEqual([
      { file: 'binary.yaml', reason: 'unreadable' },
      { file: 'other.yaml', reason: 'no-description' },
    ]);
  });

  it.each([
    ['a.yaml', {}, '“paths” must be a list of strings.'],
    [['gone.yaml'], {}, 'gone.yaml: nothing is there.'],
    [['*.none'], {}, '*.none: no file matches.'],
    [['.'], { configuration: 'gone.yaml' }, 'The configuration gone.yaml could not be read: nothing is there.'],
    [['.'], { only: ['nothing'] }, 'There is no rule nothing'],
  ] as const)('rejects %j with %j', async (paths, options, message) => {
    await expect(lintFiles(paths as never, { cwd: folderWith({}), ...options })).rejects.toThrow(message);
  });
});

describe('what is told of rules', () => {
  it('is plain data', () => {
    expect(rules.length).toBeGreaterThan(40);
    expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
  });
});
