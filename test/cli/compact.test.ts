import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { authLint, checkJson, folderWith } from './auth-lint.ts';
import { clean, dangling, divided, responsesFragment, undocumented } from './descriptions.ts';

const { contributes } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const [pattern] = contributes.problemPatterns;

/** What VS Code's problem matcher makes of a line. */
function matched(line: string): Readonly<Record<string, string | undefined>> | undefined {
  const found = new RegExp(pattern.regexp).exec(line);
  const part = (name: string) => found?.[pattern[name]];
  return found
    ? Object.fromEntries(['file', 'line', 'column', 'severity', 'code', 'message'].map((name) => [name, part(name)]))
    : undefined;
}

function lines(folder: string, ...args: readonly string[]): readonly string[] {
  const { stdout } = authLint(folder, ['--format', 'compact', ...args]);
  return stdout.split('\n').slice(0, -1);
}

describe('check --format compact', () => {
  it('prints one line for each finding, in the order of all formats', () => {
    const folder = folderWith({
      'api.yaml': dangling,
      'b/divided.yaml': divided,
      'b/responses.yaml': responsesFragment,
      'c.yaml': undocumented,
    });
    const expected = checkJson(folder).findings.map(
      ({ file, range: { start }, severity, rule, message }) => `${file}:${start.line}:${start.column}: ${severity} ${rule} ${message}`,
    );
    expect(expected.length).toBeGreaterThan(2);
    expect(lines(folder)).toEqual(expected);
  });

  it('prints nothing where nothing is found', () => {
    expect(authLint(folderWith({ 'api.yaml': clean }), ['--format', 'compact'])).toMatchObject({ code: 0, stdout: '' });
  });

  it('leaves out what --quiet leaves out', () => {
    const folder = folderWith({ 'api.yaml': dangling, 'c.yaml': undocumented });
    expect(lines(folder, '--quiet').every((line) => line.includes(': error '))).toBe(true);
  });
});

describe('the problem matcher', () => {
  it.each([
    'api.yaml',
    'a folder/my api.yaml',
    'a:b.yaml',
    '3:4: odd.yaml',
    ': error x.yaml',
    "it's #1 (new).yaml",
    'größe-🐾.yaml',
    'line\nfeed.yaml',
    '(1,2): error TS1: x.yaml',
  ])('reads a finding in a file called %j', (name) => {
    const folder = folderWith({ [name]: undocumented });
    const [line = '', ...others] = lines(folder);
    expect(others).toEqual([]);
    expect(matched(line)).toMatchObject({
      file: name.replace('\n', '\\n'),
      line: '8',
      column: '5',
      severity: 'warning',
      code: 'missing-401',
    });
  });

  it('reads a finding whose message speaks of what looks like another', () => {
    const name = 'x.yaml:1:2: error missing-401 gone';
    const folder = folderWith({ 'api.yaml': undocumented.replace('/pets', `"/${name}"`) });
    for (const line of lines(folder)) expect(matched(line)).toMatchObject({ file: 'api.yaml', code: 'missing-401' });
  });

  it('reads every finding of every severity', () => {
    const folder = folderWith({ 'api.yaml': dangling, 'c.yaml': undocumented });
    const { findings } = checkJson(folder, '--preset', 'all');
    const read = lines(folder, '--preset', 'all').map(matched);
    expect(new Set(findings.map(({ severity }) => severity)).size).toBe(3);
    expect(read.map((each) => each?.['message'])).toEqual(findings.map(({ message }) => message));
    expect(read.map((each) => each?.['severity'])).toEqual(findings.map(({ severity }) => severity));
  });

  it('reads nothing else that is printed', () => {
    const { stdout, stderr } = authLint(folderWith({ 'api.yaml': undocumented }), []);
    expect(
      `${stdout}${stderr}`
        .split('\n')
        .map(matched)
        .filter((found) => found),
    ).toEqual([]);
  });
});
