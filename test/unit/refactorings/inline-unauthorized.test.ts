import { describe, expect, it } from 'vitest';
import { lines } from '../support/lines.ts';
import { offered, refactored, titlesAt } from '../support/refactored.ts';

/** A description with an operation that answers with these, and shared responses. */
function pets(answers: readonly string[], shared: readonly string[], version = '3.1.0'): string {
  return lines(
    `openapi: ${version}`,
    'paths:',
    '  /pets:',
    '    get:',
    '      responses:',
    ...answers.map((line) => (line === '' ? '' : `        ${line}`)),
    'components:',
    '  responses:',
    ...shared.map((line) => (line === '' ? '' : `    ${line}`)),
  );
}

const denied = ['Denied: # key', '  # the response’s', '  description: |', '    No', '', '    one # at all', 'Other: {description: Other}'];
const written = ['# the response’s', 'description: |', '  No', '', '  one # at all'];

describe('a shared 401 is written out', () => {
  it('with its comments, and stays', async () => {
    const before = pets(["'401¦':", "  $ref: '#/components/responses/Denied'", "'403': {description: Not you}"], denied);
    expect(await titlesAt(before)).toEqual(['inline: Write out the shared response “Denied” here']);
    expect(await refactored(before)).toBe(
      pets(["'401':", ...written.map((line) => line && `  ${line}`), "'403': {description: Not you}"], denied),
    );
  });

  it('in place of a reference in flow style', async () => {
    const before = pets(["'401': {¦$ref: '#/components/responses/Denied'}"], denied);
    expect(await refactored(before)).toBe(pets(["'401':", ...written.map((line) => line && `  ${line}`)], denied));
    expect(await refactored(pets(["'401':", "  $ref: '#/components/responses/Other¦'"], denied))).toBe(
      pets(["'401': {description: Other}"], denied),
    );
  });

  it('between brackets by its value, when no comment would be lost', async () => {
    const operation = (answer: string) =>
      lines(
        'openapi: 3.0.0',
        `paths: {/a: {get: {responses: {'401': ${answer}}}}}`,
        'components:',
        '  responses:',
        '    A:',
        '      description: No',
        '      headers: {B: {schema: {type: string}}}',
        '    C:',
        '      description: No # at all',
      );
    expect(await refactored(operation("{¦$ref: '#/components/responses/A'}"))).toBe(
      operation('{description: No, headers: {B: {schema: {type: string}}}}'),
    );
    expect(await titlesAt(operation("{¦$ref: '#/components/responses/C'}"))).toEqual([]);
  });

  it('with the comment of the reference', async () => {
    const before = pets(["'401': # key", '  # above', "  $ref: '#/components/responses/D¦enied' # refers"], denied);
    expect(await titlesAt(before)).toEqual([]);
    expect(await refactored(pets(["'401':", '  # above', "  $ref: '#/components/responses/D¦enied' # refers"], denied))).toBe(
      pets(["'401': # refers", '  # above', ...written.map((line) => line && `  ${line}`)], denied),
    );
    expect(await refactored(pets(["'401': # key", "  $ref: '#/components/responses/D¦enied'"], denied))).toBe(
      pets(["'401': # key", ...written.map((line) => line && `  ${line}`)], denied),
    );
  });

  it('with the description that stands beside the reference, from OpenAPI 3.1 on', async () => {
    const described = (version: string) =>
      pets(["'401'¦: {$ref: '#/components/responses/A', description: Mine}"], ['A: {headers: {}, description: No, x-a: 1}'], version);
    expect(await refactored(described('3.1.0'))).toBe(
      pets(["'401': {headers: {}, description: Mine, x-a: 1}"], ['A: {headers: {}, description: No, x-a: 1}']),
    );
    expect(await titlesAt(described('3.0.3'))).toEqual([]);
  });

  it('with CRLF and in JSON', async () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(await refactored(crlf(pets(["'401'¦:", "  $ref: '#/components/responses/Denied'"], denied)))).toBe(
      crlf(pets(["'401':", ...written.map((line) => line && `  ${line}`)], denied)),
    );
    const json = (answer: string) =>
      `{\n  "swagger": "2.0",\n  "paths": {"/a": {"get": {"responses": {\n    "401": ${answer}}}}},\n  "responses": {\n    "A": {\n      "description": "No"\n    }\n  }\n}\n`;
    expect(await refactored(json('{"$¦ref": "#/responses/A"}'), 'openapi.json')).toBe(json('{\n      "description": "No"\n    }'));
    const minified = (answer: string) =>
      `{"openapi":"3.0.0","paths":{"/a":{"get":{"responses":{"401":${answer}}}}},"components":{"responses":{"A":{"description":"No"}}}}`;
    expect(await refactored(minified('{"$¦ref":"#/components/responses/A"}'), 'openapi.json')).toBe(minified('{"description":"No"}'));
  });
});

describe('from another file', () => {
  it('references lead where they did', async () => {
    const { titles, edited } = await offered({
      'openapi.yaml':
        "openapi: 3.1.0\npaths:\n  /a:\n    get:\n      responses:\n        '401'¦: {$ref: shared/no.yaml}\n        '402': {}\n",
      'shared/no.yaml':
        "# of all\ndescription: No\ncontent:\n  a/b: {schema: {$ref: error.yaml#/e}}\nheaders: {A: {$ref: '#/x'}}\nx: {schema: {}}\n",
    });
    expect(titles).toEqual(['inline: Write out the shared response “no.yaml” here']);
    expect(edited('Write')['openapi.yaml']).toBe(
      lines(
        'openapi: 3.1.0',
        'paths:',
        '  /a:',
        '    get:',
        '      responses:',
        "        '401':",
        '          description: No',
        '          content:',
        '            a/b: {schema: {$ref: shared/error.yaml#/e}}',
        "          headers: {A: {$ref: 'shared/no.yaml#/x'}}",
        '          x: {schema: {}}',
        "        '402': {}",
      ),
    );
  });

  it('behind other references', async () => {
    const shared = ["A: {$ref: '#/components/responses/B'}", 'B: {description: No}'];
    const before = pets(["'401'¦: {$ref: '#/components/responses/A'}"], shared);
    expect(await titlesAt(before)).toEqual(['inline: Write out the shared response “B” here']);
    expect(await refactored(before)).toBe(pets(["'401': {description: No}"], shared));
    const described = ["A: {$ref: '#/components/responses/B', description: Mine}", 'B: {description: No}'];
    expect(await titlesAt(pets(["'401'¦: {$ref: '#/components/responses/A'}"], described))).toEqual([]);
  });
});

describe('nothing is offered', () => {
  it.each([
    ['for a reference that leads nowhere', pets(["'401'¦: {$ref: '#/components/responses/B'}"], ['A: {description: No}'])],
    ['for references in a circle', pets(["'401'¦: {$ref: '#/components/responses/A'}"], ["A: {$ref: '#/components/responses/A'}"])],
    ['for another machine', pets(["'401'¦: {$ref: 'https://example.com/a.yaml'}"], ['A: {description: No}'])],
    ['for what has anchors', pets(["'401'¦: {$ref: '#/components/responses/A'}"], ['A: {description: &no No}'])],
    [
      'for what has aliases',
      pets(["'401'¦: {$ref: '#/components/responses/A'}"], ['B: &b {description: No}', 'A: {description: No, x-a: *b}']),
    ],
    [
      'for what may be there only once',
      pets(["'401'¦: {$ref: '#/components/responses/A'}"], ['A: {description: No, content: {a/b: {schema: {$id: e}}}}']),
    ],
    ['for a reference with other things beside it', pets(["'401'¦: {$ref: '#/components/responses/A', x-a: 1}"], ['A: {description: No}'])],
    [
      'for a comment within the reference',
      pets(["'401'¦: {", "    $ref: '#/components/responses/A' # refers", '  }'], ['A: {description: No}']),
    ],
    ['behind an alias', `x-a: &a {$ref: '#/components/responses/A'}\n${pets(["'401'¦: *a"], ['A: {description: No}'])}`],
  ])('%s', async (_, text) => {
    expect(await titlesAt(text)).toEqual([]);
  });
});
