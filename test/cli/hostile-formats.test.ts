import { describe, expect, it } from 'vitest';
import { harmless } from '../../linter/text/harmless.ts';
import { sarifPath } from '../support/formats.ts';
import { folderWith } from './auth-lint.ts';
import { undocumented } from './descriptions.ts';
import { type EveryFormat, formats, inEveryFormat } from './every-format.ts';

/** Texts that end something, begin something, or hide something in one of the formats. */
const nasty = {
  'a line feed': '\n',
  'a carriage return': '\r\n',
  'a workflow command': '\n::error file=a.yaml::owned',
  'a workflow command without a line': '::error file=a.yaml,title=b::owned%0A::set-output',
  'an escape of workflow commands': '%0A%0D%3A%2C%25',
  'a colour and a title': '\x1b[31m\x1b]0;owned\x07',
  'a hyperlink': '\x1b]8;;http://example.test\x1b\\here\x1b]8;;\x1b\\',
  'C1 controls': '\x9b31m\x85',
  quotes: `"'\`\\`,
  'the end of character data': ']]>',
  'the end of a comment': '--><!--',
  'an element': '<script>alert(1)</script><img src=x onerror=alert(1)>',
  entities: '&amp;&lt;&#10;&xxe;',
  'a link in Markdown and SARIF': '[text](javascript:alert(1))',
  'a placeholder of SARIF': '{0}',
  'a row of a table': ' | a | b |\n| --- |',
  'Markdown of all sorts': '**b** _i_ ~~s~~ # h <details> @everyone #1 `code` ```',
  emoji: '🐾👨‍👩‍👧🇪🇺',
  'bidirectional controls': '\u202egnp.\u2066\u2069\u200f',
  'invisible characters': '\u200b\ufeff\u00ad\u2028\u2029\u{e0041}',
  noncharacters: '\ufffe\uffff',
} as const;

/** What no file name and no text can be, but a string of JSON can. */
const onlyInNames = { 'a lone surrogate': '\ud83d', 'the other half': '\udc3e', NUL: '\0' } as const;

// The line feeds of the output itself are no harm, and joiners join but don't reorder.
const harmful = /(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?!\u200d)\p{Cf}/u;

/** A description in JSON whose names all hold a text. */
function named(text: string): string {
  const evil = `x${text}y`;
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: evil, version: evil },
    security: [{ [evil]: [] }],
    components: { securitySchemes: { [`${evil}z`]: { type: 'http', scheme: evil } } },
    paths: {
      [`/${evil}`]: {
        get: { responses: { 401: { $ref: `gone${evil}.yaml` } } },
        post: { responses: { 401: { description: evil, headers: { [`WWW-Authenticate${evil}`]: {} } } } },
        put: {},
      },
    },
  });
}

function expectHarmless(every: EveryFormat): void {
  const { json, texts } = every;
  for (const format of formats) expect(texts[format], format).not.toMatch(harmful);
  expect(every.outcome.stderr).not.toMatch(harmful);
  // That nothing was taken for something else shows in what there is: as much as was found, and no more.
  const count = json.findings.length;
  expect(every.sarif.runs[0]?.results).toHaveLength(count);
  expect(every.gitlab).toHaveLength(count);
  expect(every.github).toHaveLength(count);
  expect(every.checkstyle).toHaveLength(count);
  expect(texts.compact.split('\n')).toHaveLength(count + 1);
  expect(every.markdown.filter(([, severity]) => /^(?:error|warning|info)$/.test(severity ?? ''))).toHaveLength(count);
  expect(texts.markdown.match(/(?<!\\)<\/?(?!details>|summary>|code>|br>)[a-z!]/gi)).toBeNull();
  expect(texts.markdown).not.toContain('@');
  for (const { ruleId, message } of every.sarif.runs[0]?.results ?? [])
    expect(message.text, ruleId).not.toMatch(/(?<!\\)\[[^\]]*\]\(|(?<!\{)\{\d+\}/);
  expect(every.texts.html.match(/<tr>/g)?.length).toBe(count + rowsBeside(every));
  expect(every.github.every(({ properties }) => !/\n|\r/.test(Object.values(properties).join()))).toBe(true);
}

/** Rows of the page that are no findings: heads of tables, and a row for each rule. */
function rowsBeside({ json: { findings } }: EveryFormat): number {
  const [files, rules] = [new Set(findings.map(({ file }) => file)), new Set(findings.map(({ rule }) => rule))];
  return files.size + rules.size + 1;
}

describe.each(Object.entries({ ...nasty, ...onlyInNames }))('%s', (_, text) => {
  it('in names of schemes, paths, headers and files that are missing comes out harmless', () => {
    const every = inEveryFormat(folderWith({ 'api.json': named(text) }), folderWith({}), '--preset', 'all');
    expect(every.json.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['missing-401', 'undefined-security-scheme']));
    expectHarmless(every);
  });
});

describe.each(Object.entries(nasty))('%s', (_, text) => {
  it('in the names of files comes out harmless, and is still there where programs look', () => {
    const name = `x${text.replaceAll('/', '_')}y.yaml`;
    const every = inEveryFormat(folderWith({ [name]: undocumented }), folderWith({}));
    expectHarmless(every);
    const [result] = every.sarif.runs[0]?.results ?? [];
    expect(sarifPath(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri)).toBe(name);
    expect(every.gitlab[0]?.location.path).toBe(name);
    expect(every.github[0]?.properties['file']).toBe(harmless(name));
    expect(every.github[0]?.message).toBe(every.json.findings[0]?.message);
  });
});

describe('the page', () => {
  it('has no other elements whatever things are called, and runs nothing', () => {
    const page = (text: string) => inEveryFormat(folderWith({ 'api.json': named(text) }), folderWith({})).texts.html;
    const elements = (text: string) => [...new Set(text.match(/<[^>]*>/g))];
    const ordinary = elements(page('name'));
    for (const text of Object.values(nasty)) expect(elements(page(text)).filter((tag) => !ordinary.includes(tag))).toEqual([]);
    expect(ordinary.filter((tag) => /^<(?:script|link|img|iframe|object|embed|form|base)\b|\son\w+=|\sstyle=/i.test(tag))).toEqual([]);
    expect(page('name')).toContain('default-src &#39;none&#39;');
  });
});

describe('a name that is a workflow command', () => {
  it.each(['::error::owned.yaml', '##[error]owned.yaml', '##vso[task.complete]owned.yaml'])('%s is none in any format', (name) => {
    const { texts } = inEveryFormat(folderWith({ [name]: undocumented }), folderWith({}));
    for (const format of formats.filter((each) => each !== 'github')) expect(texts[format], format).not.toMatch(/^\s*::|##(?:\[|vso\[)/m);
  });
});
