import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import type { Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { allRules, type JsonFinding } from '../../linter/index.ts';
import { corpusRoot } from '../support/corpus.ts';
import { sarifPath } from '../support/formats.ts';
import { authLint, folderWith } from './auth-lint.ts';
import { clean, dangling, divided, responsesFragment, undocumented } from './descriptions.ts';
import { type EveryFormat, inEveryFormat } from './every-format.ts';

const levels: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', info: 'note' };
const commands: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', info: 'notice' };
const severities: Readonly<Record<string, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** What each finding comes to in each format, in the order in which all of them have it; `folder` leads from the root to where it ran. */
function expectTheSame({ json, sarif, junit, checkstyle, gitlab, github, texts }: EveryFormat, folder = ''): void {
  const { findings } = json;
  const fromRoot = (file: string) => `${folder}${file}`;
  const results = sarif.runs[0]?.results ?? [];
  const place = ({ file, range: { start } }: JsonFinding) => [file, start.line, start.column] as const;
  expect(
    results.map(({ ruleId, level, locations }) => {
      const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
      return [ruleId, level, sarifPath(artifactLocation?.uri), region?.startLine, region?.startColumn];
    }),
  ).toEqual(
    findings.map((finding) => {
      const [file, line, column] = place(finding);
      return [finding.rule, levels[finding.severity], fromRoot(file), line, column];
    }),
  );
  expect(
    checkstyle.map(({ file, error: { attributes } }) => [
      attributes['source'],
      file,
      Number(attributes['line']),
      Number(attributes['column']),
    ]),
  ).toEqual(findings.map((finding) => [`auth-lint.${finding.rule}`, ...place(finding)]));
  expect(gitlab.map((issue) => [issue.check_name, issue.severity, issue.location.path, issue.location.lines.begin])).toEqual(
    findings.map(({ rule, severity, file, range }) => [rule, severities[severity], fromRoot(file), range.start.line]),
  );
  expect(github.map(({ command, properties: { title, file, line } }) => [title, command, file, Number(line)])).toEqual(
    findings.map(({ rule, severity, file, range }) => [rule, commands[severity], fromRoot(file), range.start.line]),
  );
  const failed = junit.filter(({ children }) => children.some(({ name }) => name === 'failure'));
  expect(failed).toHaveLength(findings.filter(({ severity }) => severity !== 'info').length);
  expect(texts.compact.split('\n')).toHaveLength(findings.length + 1);
}

describe('descriptions of all sorts', () => {
  const told = (): EveryFormat => {
    const folder = folderWith({
      'clean.yaml': clean,
      'dangling.yaml': dangling,
      'divided.yaml': divided,
      'responses.yaml': responsesFragment,
      'sub folder/#undocumented.yaml': undocumented,
      'broken.yaml': 'openapi: 3.1.0\npaths: {/a: {get: {responses: {}}\n',
    });
    return inEveryFormat(folder, folderWith({}), '--preset', 'all');
  };

  it('are told alike in every format', () => {
    const every = told();
    expect(every.outcome).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(every.json.findings.length).toBeGreaterThan(5);
    expectTheSame(every);
  });

  it('have a test that passes where nothing is found', () => {
    expect(told().junit.filter(({ attributes }) => attributes['classname'] === 'clean.yaml')).toMatchObject([
      { attributes: { name: 'nothing found' }, children: [] },
    ]);
  });

  it('have rules with their pages in SARIF, those that found something and no others', () => {
    const { tool, results } = onlyRun(told());
    const { rules = [] } = tool.driver;
    expect(rules.map(({ id }) => id)).toEqual([...new Set(results?.map(({ ruleId }) => ruleId))].sort());
    for (const rule of rules) {
      const info = allRules.find(({ id }) => id === rule.id);
      const page = readFileSync(new URL(`../../docs/rules/${rule.id}.md`, import.meta.url), 'utf8');
      expect(rule.help?.markdown).not.toMatch(/\]\((?!https:)/);
      expect(rule.help?.markdown?.split('\n')).toHaveLength(page.split('\n').length);
      expect(rule.helpUri).toBe(info?.references[0]?.url);
      expect(rule.defaultConfiguration?.level).toBe(levels[info?.severity ?? '']);
      expect(rule.fullDescription?.text).not.toMatch(/`|\]\(/);
    }
  });

  it('say in SARIF where they are, and that the run was complete', () => {
    const { originalUriBaseIds, invocations, automationDetails } = onlyRun(told());
    expect(originalUriBaseIds?.['SRCROOT']?.uri).toMatch(/^file:\/\/\/.*\/$/);
    expect(invocations).toEqual([{ executionSuccessful: true, exitCode: 1 }]);
    expect(automationDetails?.id).toBe('auth-lint/');
  });
});

function onlyRun({ sarif }: EveryFormat): Run {
  const [run] = sarif.runs;
  if (!run) throw new Error('there is no run');
  return run;
}

describe('SARIF', () => {
  it('has fixes that can be applied, also those that make a file', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    const { sarif, json } = inEveryFormat(folder, folderWith({}));
    const [result] = sarif.runs[0]?.results ?? [];
    expect(result?.fixes?.map(({ description }) => description?.text)).toEqual(json.findings[0]?.fixes.map(({ title }) => title));
    const edits = result?.fixes?.flatMap(({ artifactChanges }) =>
      artifactChanges.flatMap(({ artifactLocation: { uri }, replacements }) =>
        replacements.map(({ deletedRegion: { startLine, startColumn, endLine, endColumn }, insertedContent }) => ({
          file: uri,
          range: { start: { line: startLine, column: startColumn }, end: { line: endLine, column: endColumn } },
          text: insertedContent?.text,
        })),
      ),
    );
    expect(edits).toEqual(json.findings[0]?.fixes.flatMap((fix) => fix.edits));
    expect(result?.locations?.[0]?.logicalLocations).toEqual([
      { name: 'GET /pets', fullyQualifiedName: '/paths/~1pets/get', kind: 'object' },
    ]);
    expect(result?.relatedLocations).toMatchObject([{ id: 1, message: { text: 'The security requirement is declared here' } }]);
  });

  it('has fingerprints that outlive moved lines, a renamed file and a baseline', () => {
    const prints = (files: Readonly<Record<string, string>>, ...args: readonly string[]) =>
      inEveryFormat(folderWith(files), folderWith({}), ...args).sarif.runs[0]?.results?.map((result) => result.partialFingerprints);
    const before = prints({ 'api.yaml': undocumented });
    expect(prints({ 'api.yaml': `# more\n\n${undocumented}` })).toEqual(before);
    const renamed = prints({ 'other.yaml': undocumented });
    expect(renamed?.[0]?.['authLintPlace/v1']).not.toBe(before?.[0]?.['authLintPlace/v1']);
    expect(renamed?.[0]?.['authLintPlaceInAnyFile/v1']).toBe(before?.[0]?.['authLintPlaceInAnyFile/v1']);
  });

  it('tells shards apart', () => {
    const folder = folderWith({ 'a.yaml': undocumented, 'b.yaml': dangling, 'c.yaml': divided, 'responses.yaml': responsesFragment });
    const shards = ['1/2', '2/2'].map((shard) => inEveryFormat(folder, folderWith({}), '--shard', shard));
    expect(shards.map((shard) => onlyRun(shard).automationDetails?.id)).toEqual(['auth-lint/shard-1-of-2/', 'auth-lint/shard-2-of-2/']);
    const whole = inEveryFormat(folder, folderWith({}));
    const names = (every: EveryFormat) => onlyRun(every).results?.map((result) => result.partialFingerprints?.['authLintPlace/v1']) ?? [];
    expect(shards.flatMap(names).sort()).toEqual([...names(whole)].sort());
  });
});

describe('what could not be read', () => {
  it('is told in the formats that have a place for it', () => {
    const { outcome, sarif, junit, github, texts } = inEveryFormat(
      folderWith({ 'api.yaml': clean }),
      folderWith({}),
      'api.yaml',
      'gone.yaml',
    );
    expect(outcome.code).toBe(2);
    const [failure = ''] = /gone\.yaml.*/.exec(outcome.stderr) ?? [];
    expect(sarif.runs[0]?.invocations).toEqual([
      { executionSuccessful: false, exitCode: 2, toolExecutionNotifications: [{ level: 'error', message: { text: failure } }] },
    ]);
    expect(junit.filter(({ children }) => children.some(({ name }) => name === 'error'))).toHaveLength(1);
    expect(github).toEqual([{ command: 'error', properties: { title: 'auth-lint' }, message: failure }]);
    expect(texts.markdown).toContain('gone.yaml');
  });
});

describe('JUnit', () => {
  it.each([
    [[], 1],
    [['--fail-on', 'error'], 0],
    [['--max-warnings', '1'], 0],
    [['--max-warnings', '0'], 1],
  ])('fails just where the check does: %j', (args, failures) => {
    const { junit, outcome, texts } = inEveryFormat(folderWith({ 'api.yaml': undocumented }), folderWith({}), ...args);
    expect(outcome.code).toBe(failures);
    expect(junit.filter(({ children }) => children.some(({ name }) => name === 'failure'))).toHaveLength(failures);
    expect(junit[0]?.children[0]?.text).toContain('api.yaml:8:5 warning missing-401');
    expect(texts.markdown).toContain(failures > 0 ? 'The check fails.' : 'The check passes.');
  });
});

describe('paths in a repository', () => {
  it('are relative to its root for platforms that show all of it, to the working folder otherwise', () => {
    const folder = folderWith({ '.git/HEAD': '', 'specs/api.yaml': undocumented });
    const { sarif, gitlab, github, junit, checkstyle } = inEveryFormat(`${folder}/specs`, folderWith({}));
    const [result] = sarif.runs[0]?.results ?? [];
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({ uri: 'specs/api.yaml', uriBaseId: 'SRCROOT' });
    expect(gitlab.map(({ location }) => location.path)).toEqual(['specs/api.yaml']);
    expect(github.map(({ properties }) => properties['file'])).toEqual(['specs/api.yaml']);
    expect(junit.map(({ attributes }) => attributes['classname'])).toEqual(['api.yaml']);
    expect(checkstyle.map(({ file }) => file)).toEqual(['api.yaml']);
  });
});

describe('nothing to check', () => {
  it('is no findings in every format', () => {
    const every = inEveryFormat(folderWith({}), folderWith({}));
    expect(every.outcome.code).toBe(0);
    expectTheSame(every);
    expect(every.texts.markdown).toContain('No OpenAPI description was checked.');
  });
});

describe('the Markdown of many findings', () => {
  it('fits into a comment, and says how many are left out', () => {
    const paths = Array.from({ length: 400 }, (_, index) => `  /${'p'.repeat(60)}${index}: {get: {responses: {}}}`).join('\n');
    const folder = folderWith({ 'api.yaml': undocumented.replace(/paths:\n[\s\S]*/, `paths:\n${paths}\n`) });
    const { stdout } = authLint(folder, ['--format', 'markdown']);
    expect(stdout.length).toBeLessThan(65_536);
    expect(stdout).toMatch(/… and 280 more findings\.\n$/);
  });
});

describe('the corpus', () => {
  it('is told alike in every format, each as its form demands', () => {
    const every = inEveryFormat(corpusRoot, folderWith({}), '--no-config');
    expect(every.json.findings.length).toBeGreaterThan(100);
    const schema = JSON.parse(readFileSync(new URL('../../schemas/check.schema.json', import.meta.url), 'utf8'));
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(validate(every.json), JSON.stringify(validate.errors)).toBe(true);
    expect(every.texts.markdown.length).toBeLessThan(65_536);
    const root = fileURLToPath(onlyRun(every).originalUriBaseIds?.['SRCROOT']?.uri ?? '');
    expectTheSame(every, relative(root, corpusRoot).replace(/.$/, '$&/'));
  });
});
