import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log, Region, Result } from 'sarif';
import { SaxesParser } from 'saxes';

// Each of these holds a text to what its format demands, and gives what is in it. What is wrong is thrown.

/** The schema of SARIF 2.1.0, of draft 4, of which it uses nothing that draft 7 reads in another way. */
function sarifSchema(): object {
  const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const { id: _, $schema: __, ...schema } = JSON.parse(readFileSync(path, 'utf8'));
  return schema;
}

function validator(schema: object): ValidateFunction {
  // The schema of SARIF has a pattern that is none with the flag u.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  return ajv.compile(schema);
}

function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

function demandValid(validate: ValidateFunction, value: unknown): void {
  demand(validate(value) === true, JSON.stringify(validate.errors?.slice(0, 3), undefined, 1));
}

const isSarif = validator(sarifSchema());

/** A SARIF log by its schema, and by what the standard demands beyond it. */
export function sarifIn(text: string): Log {
  const log: Log = JSON.parse(text);
  demandValid(isSarif, log);
  for (const { tool, results = [] } of log.runs) {
    const names = results.map(({ partialFingerprints }) => partialFingerprints?.['authLintPlace/v1']);
    demand(new Set(names).size === results.length, 'two results have the same fingerprint');
    for (const result of results) {
      demand(tool.driver.rules?.[result.ruleIndex ?? -1]?.id === result.ruleId, `${result.ruleId} is not where its index says (§3.27.6)`);
      for (const each of regionsOf(result)) demand(isRegion(each), `${JSON.stringify(each)} is no region (§3.30)`);
    }
  }
  return log;
}

function regionsOf({ locations = [], relatedLocations = [], fixes = [] }: Result): readonly (Region | undefined)[] {
  const replacements = fixes.flatMap(({ artifactChanges }) => artifactChanges.flatMap((change) => change.replacements));
  return [
    ...[...locations, ...relatedLocations].map(({ physicalLocation }) => physicalLocation?.region),
    ...replacements.map(({ deletedRegion }) => deletedRegion),
  ];
}

function isRegion({ startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 }: Region = {}): boolean {
  return startLine > 0 && startColumn > 0 && endColumn > 0 && (endLine > startLine || (endLine === startLine && endColumn >= startColumn));
}

/** A file of a SARIF log as a path. */
export function sarifPath(uri = ''): string {
  return uri.split('/').map(decodeURIComponent).join('/');
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** The root of a well-formed XML document. */
export function xmlIn(text: string): XmlElement {
  type Open = { name: string; attributes: Record<string, string>; children: Open[]; text: string };
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (more) => {
    const element = open.at(-1);
    if (element) element.text += more;
  });
  parser.write(text).close();
  const [element] = root.children;
  demand(element !== undefined, 'there is no element');
  return element;
}

/** The test cases of a JUnit report, whose counts are right. */
export function junitIn(text: string): readonly XmlElement[] {
  const root = xmlIn(text);
  demand(root.name === 'testsuites', `the root is ${root.name}`);
  const cases = root.children.flatMap((suite) => {
    demand(suite.name === 'testsuite' && suite.attributes['name'] !== undefined, `${suite.name} is no suite with a name`);
    demandCounts(suite.attributes, suite.children);
    return suite.children;
  });
  demandCounts(root.attributes, cases);
  const names = cases.map(({ attributes: { classname, name } }) => JSON.stringify([classname, name]));
  demand(new Set(names).size === cases.length, 'two cases have the same name');
  return cases;
}

function demandCounts(attributes: XmlElement['attributes'], cases: readonly XmlElement[]): void {
  const count = (outcome: string) => cases.filter(({ children }) => children.some(({ name }) => name === outcome)).length;
  demand(
    cases.every(({ name, attributes: given }) => name === 'testcase' && given['name'] && given['classname']),
    'a case lacks its name',
  );
  demand(
    cases.every(({ children }) => children.every(({ name }) => ['failure', 'error', 'system-out'].includes(name))),
    'a case has something else',
  );
  const counted = { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: 0 };
  for (const [name, number] of Object.entries(counted)) demand(attributes[name] === String(number), `${name} is ${attributes[name]}`);
}

/** The errors of a Checkstyle report, each with the name of its file. */
export function checkstyleIn(text: string): readonly { readonly file: string; readonly error: XmlElement }[] {
  const root = xmlIn(text);
  demand(root.name === 'checkstyle' && root.attributes['version'] !== undefined, 'the root is no checkstyle of some version');
  return root.children.flatMap(({ name, attributes, children }) => {
    demand(name === 'file' && attributes['name'] !== undefined, `${name} is no file with a name`);
    for (const error of children) {
      const { line = '', column = '', severity = '', message, source } = error.attributes;
      demand(error.name === 'error' && message !== undefined && source !== undefined, 'an error lacks something');
      demand(/^[1-9]\d*$/.test(line) && /^[1-9]\d*$/.test(column), `${line}:${column} is no place`);
      demand(['error', 'warning', 'info', 'ignore'].includes(severity), `${severity} is no severity`);
    }
    return children.map((error) => ({ file: attributes['name'] ?? '', error }));
  });
}

export interface CodeQualityIssue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

// As https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format documents it.
const isCodeQuality = validator({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          // Without ./ before it, and in the repository.
          path: { type: 'string', pattern: '^(?!\\.{0,2}/)' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
});

/** The issues of a Code Quality report, no two of which have the same fingerprint. */
export function codeQualityIn(text: string): readonly CodeQualityIssue[] {
  const issues: readonly CodeQualityIssue[] = JSON.parse(text);
  demandValid(isCodeQuality, issues);
  demand(new Set(issues.map(({ fingerprint }) => fingerprint)).size === issues.length, 'two issues have the same fingerprint');
  return issues;
}

export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Workflow commands as GitHub's runner reads them; every line must be one. */
export function workflowCommandsIn(text: string): readonly WorkflowCommand[] {
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => {
    const [, command = '', given = '', message = ''] = /^::([a-z]+) ([^:]*)::(.*)$/.exec(line) ?? [];
    demand(['error', 'warning', 'notice'].includes(command), `${line} is no annotation`);
    const properties = given.split(',').map((property) => {
      const [name = '', ...value] = property.split('=');
      return [name, unescaped(value.join('=')).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%')];
    });
    return { command, properties: Object.fromEntries(properties), message: unescaped(message).replaceAll('%25', '%') };
  });
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
}

/** The rows of all tables in Markdown, heads included; all rows of a table have as many cells. */
export function markdownRowsIn(text: string): readonly (readonly string[])[] {
  const tables = text.split('\n\n').filter((block) => block.startsWith('|'));
  return tables.flatMap((table) => {
    const rows = table.split('\n').map(cellsOf);
    demand(new Set(rows.map(({ length }) => length)).size === 1, `a row has another number of cells in\n${table}`);
    return rows.filter((_, index) => index !== 1);
  });
}

/** Bars behind an odd number of backslashes are none of the table's (GitHub Flavored Markdown §4.10). */
function cellsOf(line: string): readonly string[] {
  return line
    .split(/(?<=(?:^|[^\\])(?:\\\\)*)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}
