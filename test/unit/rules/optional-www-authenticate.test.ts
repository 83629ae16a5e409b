import { describe, expect, it } from 'vitest';
import { optionalWwwAuthenticate } from '../../../linter/rules/optional-www-authenticate.ts';
import { withHeader } from '../support/challenge-texts.ts';
import { runRule } from '../support/one-rule.ts';

const run = (text: string, files?: Readonly<Record<string, string>>) => runRule(optionalWwwAuthenticate, text, files);
const title = 'Mark the header as required';

/** Two responses with these headers, and one shared header. */
const two = (first: string, second: string, status: string) => `openapi: 3.0.3
paths:
  /a:
    get:
      responses:
        '401': {description: No, headers: {WWW-Authenticate: ${first}}}
        '${status}': ${second}
components:
  headers: {Challenge: {schema: {type: string}}}
  responses: {Other: {description: No, headers: {WWW-Authenticate: {$ref: '#/components/headers/Challenge'}}}}
`;
const reference = "{$ref: '#/components/headers/Challenge'}";
const kinds = (text: string) => run(text).findings.flatMap(({ fixes }) => fixes.map(({ kind }) => kind));

describe('optional-www-authenticate', () => {
  it.each(['{required: "true"}', '{required: null}', '{required: 1}', '{schema: {required: true}}'])('%s is optional', (header) => {
    expect(run(withHeader(header)).findings).toHaveLength(1);
  });

  it.each(['{required: true}', 'null', 'text', '[]', "{$ref: '#/nowhere'}", "{$ref: 'https://example.com/header.yaml'}"])(
    'nothing about %s',
    (header) => {
      expect(run(withHeader(header)).findings).toEqual([]);
    },
  );

  it.each(['400', '403', '407', '4XX', 'default', '200'])('nothing at %s', (status) => {
    expect(run(withHeader('{schema: {type: string}}', { status })).findings).toEqual([]);
  });

  it('marks the header where it is defined, and mends it there', () => {
    const text = withHeader("{$ref: 'headers.yaml#/Challenge'}");
    const files = { 'headers.yaml': 'Challenge:\n  description: How\n  schema: {type: string}\n' };
    const { marked, fixedBy } = run(text, files);
    expect(marked).toEqual(['headers.yaml Challenge']);
    expect(fixedBy(title)['headers.yaml']).toBe('Challenge:\n  description: How\n  required: true\n  schema: {type: string}\n');
  });

  it('is for a person to change where other statuses have the same header', () => {
    expect(kinds(two(reference, `{description: No, headers: {X-Id: ${reference}}}`, '200'))).toEqual(['suggestion']);
    expect(kinds(two(reference, `{description: No, headers: {WWW-Authenticate: ${reference}}}`, '403'))).toEqual(['suggestion']);
    expect(kinds(two(reference, "{$ref: '#/components/responses/Other'}", '403'))).toEqual(['suggestion']);
    expect(kinds(two('&own {schema: {type: string}}', '{description: Fine, headers: {X-Other: *own}}', '200'))).toEqual(['suggestion']);
  });

  it('is safe where they have others', () => {
    expect(kinds(two(reference, '{description: No, headers: {WWW-Authenticate: {schema: {type: string}}}}', '403'))).toEqual(['safe']);
    expect(kinds(two('{schema: {type: string}}', "{$ref: '#/components/responses/Other'}", '403'))).toEqual(['safe']);
  });
});
