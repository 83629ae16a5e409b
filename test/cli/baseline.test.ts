import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { authLint, checkJson, folderWith } from './auth-lint.ts';
import { clean, dangling, undocumented } from './descriptions.ts';

const check = (folder: string, ...args: readonly string[]) => authLint(folder, ['--baseline', 'baseline.json', ...args]);
const update = (folder: string, ...args: readonly string[]) => check(folder, '--update-baseline', ...args);
const write = (folder: string, name: string, text: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const baselineOf = (folder: string) => readFileSync(join(folder, 'baseline.json'), 'utf8');

/** With another operation that lacks a 401. */
const withMore = `${undocumented}  /more:
    get:
      responses: {'200': {description: More}}
`;

describe('a baseline', () => {
  it('holds what was found, and lets it pass from then on', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    expect(update(folder)).toMatchObject({ code: 0, stderr: 'auth-lint: baseline.json: 1 finding written.\n' });
    const { code, stdout, stderr } = check(folder, '--format', 'json');
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [], summary: { warnings: 0, baselined: 1 } });
  });

  it('lets nothing else pass', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    update(folder);
    write(folder, 'api.yaml', withMore);
    const { code, stdout } = check(folder);
    expect(code).toBe(1);
    expect(stdout).toContain('GET /more');
    expect(stdout).not.toContain('GET /pets');
  });

  it('holds for a file in JSON of a file in YAML no more: that is another file', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    update(folder);
    write(folder, 'api.json', JSON.stringify(parse(undocumented)));
    expect(check(folder).code).toBe(1);
  });

  it('holds for a file that was renamed, and says so', () => {
    const folder = folderWith({ 'old.yaml': withMore });
    update(folder);
    mkdirSync(join(folder, 'specs'));
    renameSync(join(folder, 'old.yaml'), join(folder, 'specs/new.yaml'));
    const { code, stderr } = check(folder);
    expect([code, stderr]).toEqual([0, 'auth-lint: specs/new.yaml seems to be what was old.yaml; the baseline has its 2 findings.\n']);
    update(folder);
    expect(check(folder).stderr).toBe('');
  });

  it('does not let debt that was paid in one file pay for new one in another', () => {
    const folder = folderWith({ 'a.yaml': undocumented, 'b.yaml': clean });
    update(folder);
    write(folder, 'a.yaml', clean);
    write(folder, 'b.yaml', undocumented);
    const { code, stderr } = check(folder);
    expect(code).toBe(1);
    expect(stderr).toBe('auth-lint: 1 finding of the baseline is gone; --update-baseline takes out what is gone.\n');
  });

  it('is the same text whatever the order of what was found', () => {
    const folder = folderWith({ 'a.yaml': undocumented, 'b.yaml': dangling });
    update(folder);
    const before = baselineOf(folder);
    rmSync(join(folder, 'baseline.json'));
    update(folder, 'b.yaml', 'a.yaml');
    expect(baselineOf(folder)).toBe(before);
  });

  it('keeps what it has of files that were not looked at', () => {
    const folder = folderWith({ 'a.yaml': undocumented, 'b.yaml': withMore });
    update(folder);
    write(folder, 'a.yaml', clean);
    expect(update(folder, 'a.yaml').stderr).toBe('auth-lint: baseline.json: 0 findings written, and 2 kept that were not looked for.\n');
    expect(check(folder)).toMatchObject({ code: 0, stderr: '' });
  });

  it('keeps what it has of rules that were left out, and does not call it gone', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    update(folder);
    const before = baselineOf(folder);
    const only = ['--only', 'missing-www-authenticate'];
    expect(check(folder, ...only)).toMatchObject({ code: 0, stderr: '' });
    expect(update(folder, ...only).stderr).toContain('0 findings written, and');
    expect(baselineOf(folder)).toBe(before);
  });

  it('is read where two versions were merged by lines', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    update(folder);
    const [head = '', before = '', foot = ''] = baselineOf(folder).split('\n');
    write(folder, 'more.yaml', withMore);
    update(folder);
    const lines = baselineOf(folder).split('\n').slice(1, -2);
    const added = lines.map((line) => line.replace(/,$/, '')).filter((line) => line !== before);
    // Both branches added at the end: a comma is missing; one took the last out: a comma is left over.
    for (const merged of [[before, ...added], [before, ...added].map((line) => `${line},`)]) {
      write(folder, 'baseline.json', [head, ...merged, foot, ''].join('\n'));
      expect(check(folder)).toMatchObject({ code: 0, stderr: '' });
    }
  });

  it('says nothing of files in other shards', () => {
    const folder = folderWith({ 'a.yaml': undocumented, 'b.yaml': withMore, 'c.yaml': undocumented });
    update(folder);
    for (const shard of ['1/2', '2/2']) expect(check(folder, '--shard', shard)).toMatchObject({ code: 0, stderr: '' });
  });

  it('names files by their way from its own folder', () => {
    const folder = folderWith({ 'api.yaml': undocumented, 'debt/.keep': '' });
    authLint(folder, ['--baseline', 'debt/baseline.json', '--update-baseline']);
    const { code } = authLint(join(folder, 'debt'), ['--baseline', 'baseline.json', '../api.yaml']);
    expect(code).toBe(0);
  });

  it('is written after fixes', () => {
    const folder = folderWith({ 'api.yaml': undocumented, 'dangling.yaml': dangling });
    update(folder, '--fix');
    expect(baselineOf(folder)).not.toContain('missing-401');
    expect(checkJson(folder, '--baseline', 'baseline.json').findings).toEqual([]);
  });

  it('holds for a description whose keys were put in another order, and indented otherwise', () => {
    const small = join(import.meta.dirname, '..', 'corpus', 'small');
    const { findings } = checkJson(small);
    const counts = new Map<string, number>();
    for (const { file } of findings) counts.set(file, (counts.get(file) ?? 0) + 1);
    const [name = ''] = [...counts].filter(([file]) => file.endsWith('.yaml')).sort(([, a], [, b]) => b - a)[0] ?? [];
    const text = readFileSync(join(small, name), 'utf8');
    const folder = folderWith({ 'api.yaml': text });
    update(folder);
    write(folder, 'api.yaml', stringify(reversed(parse(text)), { indent: 4, aliasDuplicateObjects: false }));
    const { code, stdout, stderr } = check(folder, '--fail-on', 'info', '--format', 'json');
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout).summary.baselined).toBeGreaterThan(5);
  });
});

describe('a baseline that is of no use', () => {
  it.each([
    ['is not there; --update-baseline makes it', undefined],
    ['is no baseline of auth-lint', '{"version":2,"findings":[]}'],
    ['is no baseline of auth-lint', 'openapi: 3.1.0\n'],
    ['could not be read: not a text', '\0\x01'],
  ])('%s', (reason, text) => {
    const folder = folderWith({ 'api.yaml': undocumented, ...(text !== undefined && { 'baseline.json': text }) });
    const { code, stdout, stderr } = check(folder);
    expect([code, stderr]).toEqual([2, `auth-lint: The baseline baseline.json ${reason}.\n`]);
    expect(stdout).toContain('missing-401');
    if (text === undefined) return;
    expect(update(folder).code).toBe(2);
    expect(baselineOf(folder)).toBe(text);
  });

  it('is not written when something could not be read', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    const { code, stderr } = update(folder, 'api.yaml', 'gone.yaml');
    expect(code).toBe(2);
    expect(stderr).toContain('The baseline baseline.json was not written, because not everything could be read.');
  });

  it.each([[['--update-baseline']], [['--baseline', 'b.json', '--update-baseline', '--shard', '1/2']]])('%j is refused', (args) => {
    expect(authLint(folderWith({ 'api.yaml': clean }), args)).toMatchObject({ code: 2, stdout: '' });
  });
});

/** A value with all keys of its maps in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  );
}
