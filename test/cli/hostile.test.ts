import { describe, expect, it } from 'vitest';
import { authLint, checkJson, folderWith, type Outcome } from './auth-lint.ts';
import { undocumented } from './descriptions.ts';

const nasty = {
  'a line feed': '\n',
  'a carriage return': '\r',
  'a colour': '\x1b[31m',
  'a title': '\x1b]0;owned\x07',
  'a hyperlink': '\x1b]8;;http://example.test\x1b\\here\x1b]8;;\x1b\\',
  'C1 controls': '\x9b31m\x85',
  backspaces: '\b\b\b\x7f',
  'bidirectional controls': '\u202egnp.\u2066\u2069\u200f\u061c',
  'line separators': '\u2028\u2029',
  'invisible characters': '\u200b\ufeff\u00ad\u{e0041}',
} as const;

// Everything that moves the cursor, changes colours, reorders or hides text; the line feeds of the output itself are no harm.
const harmful = /(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?!\u200d)\p{Cf}/u;

function expectHarmless({ stdout, stderr }: Outcome): void {
  expect(stdout).not.toMatch(harmful);
  expect(stderr).not.toMatch(harmful);
}

/** A description whose names all hold the text, as JSON escapes, so that the file itself is plain. */
function description(text: string): string {
  const evil = `x${text}y`;
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: evil, version: evil },
    security: [{ [evil]: [] }],
    paths: { [`/${evil}`]: { get: { responses: { 401: { $ref: `gone${evil}.yaml` } } }, post: {} } },
  });
}

describe.each(Object.entries(nasty))('%s', (_, text) => {
  it('in names and values come out harmless', () => {
    const folder = folderWith({ 'api.json': description(text) });
    const pretty = authLint(folder, []);
    expect(pretty.stdout).toContain('missing-401');
    expect(pretty.stdout).toContain('undefined-security-scheme');
    expectHarmless(pretty);
    expectHarmless(authLint(folder, ['--format', 'compact']));
    expectHarmless(authLint(folder, ['--format', 'json']));
    for (const format of ['json', 'html', 'markdown', 'csv']) {
      const { stdout, ...others } = authLint(folder, ['report', '--format', format]);
      // Rows of CSV end with both (RFC 4180 §2).
      expectHarmless({ ...others, stdout: format === 'csv' ? stdout.replaceAll('\r\n', '\n') : stdout });
    }
  });

  it('in the text itself come out harmless', () => {
    const raw = undocumented
      .replace('info:', `info: # ${text.replaceAll(/[\n\r\u2028\u2029\x85]/g, '')}x`)
      .replace('    get:', `    get: # ${text.replace('\n', '')}`);
    expectHarmless(authLint(folderWith({ 'api.yaml': raw }), []));
  });

  it('in file names come out harmless', () => {
    const name = `x${text.replaceAll('/', '_')}y.yaml`;
    const folder = folderWith({ [name]: undocumented, [`fragment${name}`]: 'a: b\n' });
    const outcomes = [
      authLint(folder, []),
      authLint(folder, [name]),
      authLint(folder, [`fragment${name}`]),
      authLint(folder, [`gone${name}`]),
    ];
    expect(outcomes.map(({ code }) => code)).toEqual([1, 1, 0, 2]);
    for (const outcome of outcomes) expectHarmless(outcome);
    expectHarmless(authLint(folder, ['--format', 'json']));
  });

  it('in JSON are still there', () => {
    const name = `x${text.replaceAll('/', '_')}y.yaml`;
    const [finding] = checkJson(folderWith({ [name]: undocumented })).findings;
    expect(finding?.file).toBe(name);
    const { findings } = checkJson(folderWith({ 'api.json': description(text) }), '--only', 'missing-401');
    expect(findings[0]?.operations[0]?.path).toBe(`/x${text}y`);
  });
});

describe('names', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('may be called %s', (name) => {
    const text = undocumented.replaceAll('token', name).replace('/pets', `/${name}`);
    const { findings } = checkJson(folderWith({ [name]: text }), name);
    expect(findings.map(({ rule, file }) => [rule, file])).toEqual([['missing-401', name]]);
  });

  it.each([
    'a b#c?d%20e.yaml',
    '%2e%2e.yaml',
    'ü中🐾.yaml',
    '-rf.yaml',
    'a:b.yaml',
    '"quoted".yaml',
    "it's.yaml",
    '$HOME.yaml',
    'back\\slash.yaml',
  ])('of files may be %s', (name) => {
    const folder = folderWith({ [name]: undocumented });
    expect(checkJson(folder).findings.map(({ file }) => file)).toEqual([name]);
    expect(checkJson(folder, '--', name).findings.map(({ file }) => file)).toEqual([name]);
  });

  it('keep emoji readable', () => {
    expect(authLint(folderWith({ '👨‍👩‍👧.yaml': undocumented }), []).stdout).toMatch(/^👨‍👩‍👧\.yaml$/m);
  });
});
