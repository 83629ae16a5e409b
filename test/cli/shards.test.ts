import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonFinding } from '../../linter/index.ts';
import { authLint, checkJson, filesIn, folderWith, reportJson } from './auth-lint.ts';
import { undocumented } from './descriptions.ts';

const repository = join(import.meta.dirname, '..', '..');
const whole = join(repository, '..', 'shared', 'corpus');
const corpus = existsSync(whole) ? whole : join(repository, 'test', 'corpus', 'small');

const many = () => folderWith(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`specs/${index}.yaml`, undocumented])));

const shards = ['1/3', '2/3', '3/3'];

describe('--shard', () => {
  it('divides the descriptions: each is in one part, the same one wherever the others are', () => {
    const folder = many();
    const parts = shards.map((shard) => filesIn(checkJson(folder, '--shard', shard)));
    expect(parts.flat().sort()).toEqual([...filesIn(checkJson(folder))].sort());
    for (const part of parts) expect(part.length).toBeGreaterThan(3);
    const [first = []] = parts;
    expect(filesIn(checkJson(folder, '--shard', '1/3', ...first.slice(0, 2)))).toEqual(first.slice(0, 2));
  });

  it('finds in real descriptions together what one run finds', () => {
    const named = ({ rule, file, range, message }: JsonFinding) => JSON.stringify([file, range, rule, message]);
    const together = shards.flatMap((shard) => checkJson(corpus, '--shard', shard).findings.map(named));
    expect([...new Set(together)].sort()).toEqual(checkJson(corpus).findings.map(named).sort());
  });

  it('is the same with any number of threads', () => {
    const args = ['--format', 'json', '--shard', '2/3'];
    expect(authLint(corpus, [...args, '--jobs', '4']).stdout).toBe(authLint(corpus, [...args, '--jobs', '1']).stdout);
  });

  it('divides a report, too', () => {
    const folder = many();
    const entries = shards.flatMap((shard) => reportJson(folder, '--shard', shard).entries);
    expect(entries).toHaveLength(30);
  });

  it('may have nothing to do', () => {
    expect(authLint(folderWith({ 'api.yaml': undocumented }), ['--shard', '1/5000'])).toMatchObject({ code: 0, stderr: '' });
  });

  it.each(['0/3', '4/3', '1', '1/0', 'a/b', '1/2/3', '-1/3'])('can not be %s', (shard) => {
    const { code, stderr } = authLint(folderWith({ 'api.yaml': undocumented }), [`--shard=${shard}`]);
    expect(code).toBe(2);
    expect(stderr).toContain(`--shard can't be ${shard}`);
  });
});
