import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { authLint, checkJson, folderWith, reportJson } from './auth-lint.ts';
import { clean, dangling, divided, responsesFragment, undocumented } from './descriptions.ts';

const everything = {
  'clean.yaml': clean,
  'dangling.yaml': dangling,
  'divided.yaml': divided,
  'responses.yaml': responsesFragment,
  'undocumented.yaml': undocumented,
  'broken.yaml': 'openapi: 3.1.0\npaths: {/a: {get: {responses: {}}\n',
  'empty.json': '{"openapi": "3.0.3"}',
};

function validator(schema: 'check' | 'report') {
  return new Ajv({ strict: false, allErrors: true }).compile(
    JSON.parse(readFileSync(new URL(`../../schemas/${schema}.schema.json`, import.meta.url), 'utf8')),
  );
}

describe('check --format json', () => {
  it('prints one object on one line, as its schema says', () => {
    const { code, stdout } = authLint(folderWith(everything), ['--format', 'json']);
    expect(code).toBe(1);
    expect(stdout.indexOf('\n')).toBe(stdout.length - 1);
    const validate = validator('check');
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('is as its schema says when there is nothing to check', () => {
    const validate = validator('check');
    expect(validate(checkJson(folderWith({}))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('counts', () => {
    const { findings, summary } = checkJson(folderWith(everything));
    expect(summary).toMatchObject({ entries: 6, files: 7, operations: 5, states: { secured: 3, optional: 0, public: 1, undeclared: 1 } });
    const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
    expect([summary.errors, summary.warnings, summary.infos]).toEqual([count('error'), count('warning'), count('info')]);
  });

  it('leaves findings out for --quiet, but still counts them', () => {
    const { findings, summary } = checkJson(folderWith(everything), '--quiet');
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['error']));
    expect(summary).toEqual(checkJson(folderWith(everything)).summary);
  });

  it.each([
    ['LF', undocumented],
    ['CRLF', undocumented.replaceAll('\n', '\r\n')],
  ])('counts lines and columns from 1: %s', (_, text) => {
    const [finding] = checkJson(folderWith({ 'api.yaml': text })).findings;
    expect(finding?.range).toEqual({ start: { line: 8, column: 5 }, end: { line: 8, column: 8 } });
    expect(finding?.pointer).toBe('/paths/~1pets/get');
  });

  it('counts columns in UTF-16 code units', () => {
    const text = `{"openapi": "3.1.0", "security": [{"key": []}], "info": {"title": "🐾👨‍👩‍👧é"}, "paths": {"/🐾": {"get": {}}}}`;
    const [finding] = checkJson(folderWith({ 'api.json': text }), '--only', 'missing-401').findings;
    expect(finding?.range.start).toEqual({ line: 1, column: text.indexOf('"get"') + 1 });
  });

  it('gives edits that apply to the file', () => {
    const [finding] = checkJson(folderWith({ 'api.yaml': undocumented })).findings;
    const safe = finding?.fixes.filter(({ kind }) => kind === 'safe') ?? [];
    expect(safe).toHaveLength(1);
    expect(safe[0]?.edits.every(({ file }) => file === 'api.yaml')).toBe(true);
  });
});

describe('report --format json', () => {
  it('prints one object on one line, as its schema says', () => {
    const { code, stdout } = authLint(folderWith(everything), ['report']);
    expect(code).toBe(0);
    expect(stdout.indexOf('\n')).toBe(stdout.length - 1);
    const validate = validator('report');
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('says of every operation how far it tells the truth', () => {
    const { entries, totals } = reportJson(folderWith({ 'a.yaml': clean, 'b.yaml': undocumented, 'c.yaml': dangling }));
    expect(entries.map(({ file }) => file)).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
    expect(
      entries.flatMap(({ operations }) => operations.map(({ state, unauthorized, challenge }) => [state, unauthorized, challenge])),
    ).toEqual([
      ['public', 'none', false],
      ['secured', 'none', false],
      ['secured', 'explicit', true],
    ]);
    expect(totals).toMatchObject({ entries: 3, operations: 3, secured: { challenge: 1, bare: 0, none: 1 } });
  });
});

describe('output', () => {
  it.each([[['--format', 'json']], [['--format', 'pretty']], [['report']]])(
    '%j is the same every time, in whatever order the paths are given',
    (args) => {
      const folder = folderWith(everything);
      const names = Object.keys(everything).filter((name) => name !== 'responses.yaml');
      const first = authLint(folder, [...args, ...names]);
      expect(authLint(folder, [...args, ...names])).toEqual(first);
      expect(authLint(folder, [...args, ...names.reverse()])).toEqual(first);
      expect(authLint(folder, args)).toEqual(first);
    },
  );

  it('is sorted by file, position and rule', () => {
    const { findings } = checkJson(folderWith({ ...everything, 'Z.yaml': undocumented, 'b/a.yaml': undocumented, 'b.yaml': dangling }));
    const keys = findings.map(({ file, range, rule }) => [file, range.start.line, range.start.column, rule] as const);
    const sorted = [...keys].sort((a, b) => compare(a[0], b[0]) || a[1] - b[1] || a[2] - b[2] || compare(a[3], b[3]));
    expect(keys).toEqual(sorted);
  });
});

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
