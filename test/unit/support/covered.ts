import { type CoveredEntry, coveredEntry } from '../../../linter/index.ts';
import { checked } from './descriptions.ts';

/** What is reported of a description, with further files beside it. */
export async function covered(text: string, files: Readonly<Record<string, string>> = {}): Promise<CoveredEntry> {
  const entry = coveredEntry(await checked(text, files), {
    version: '0',
    relative: (uri) => decodeURIComponent(uri.slice('file:///api/'.length)),
  });
  if (!entry) throw new Error('it is no description');
  return entry;
}

/** An operation of each sort that the report tells apart. */
export const everySort = `openapi: 3.1.0
info: {title: Every sort, version: '1'}
security: [{bearer: []}]
paths:
  /challenged:
    get:
      responses:
        '401': {description: Who?, headers: {WWW-Authenticate: {schema: {type: string}}}}
  /bare:
    get: {responses: {'401': {description: Who?}}}
  /range:
    get: {responses: {4XX: {description: No}}}
  /default:
    get: {responses: {default: {description: Anything}}}
  /none:
    get: {responses: {'200': {description: Fine}}}
  /optional:
    get: {security: [{}, {bearer: []}], responses: {'200': {description: Fine}}}
  /public:
    get: {security: [], responses: {'200': {description: Fine}}}
  /several:
    get: {security: [{bearer: [], key: []}, {gone: []}], responses: {'200': {description: Fine}}}
webhooks:
  called:
    post: {responses: {'200': {description: Fine}}}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
    key: {type: apiKey, in: header, name: X-Key}
`;

/** A description whose names all hold the text. */
export function named(text: string): string {
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: text, version: text },
    security: [{ [text]: [] }, { [`${text}!`]: [] }],
    components: { securitySchemes: { [text]: { type: text, in: text } } },
    paths: { [`/${text}`]: { get: {}, $ref: 'item.json' } },
    webhooks: { [text]: { get: {} } },
  });
}

/** Texts that would do harm where they are taken for markup, formulas or commands. */
export const hostileTexts = {
  'an element': '<img src=x onerror=alert(1)>',
  'the end of a script': '</script><script>alert(1)</script>',
  'the end of a style': '</style><svg onload=alert(1)>',
  'the end of a comment and of CDATA': '-->]]>',
  'the end of an attribute': `"'><b x="`,
  entities: '&lt;b&gt;&#x202e;',
  'a template': '{{alert(1)}}',
  'a colour of terminals': '\x1b[31mred',
  'line feeds': 'a\r\n| b | c |\n# d',
  'what reorders': '\u202egnp.\u2066\u2069',
  'what hides': '\u200b\ufeff\u{e0041}',
  'letters from right to left': 'שלום مرحبا',
  emoji: '👩‍👩‍👧🐾',
  'half a character': '\ud800',
  Markdown: '*a* _b_ [c](javascript:alert(1)) ~~d~~ #1 @team <http://example.test>',
  code: '``a` b |`',
  'a backslash and a bar': '\\|',
  'a formula': '=HYPERLINK("http://example.test","a")',
  'a formula behind a space': ' +1',
  commas: 'a,"b",c',
} as const;
