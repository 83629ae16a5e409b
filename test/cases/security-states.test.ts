import { describe, expect, it } from 'vitest';
import { expectMarked, foundAsMarked, statesIn } from './support.ts';

/** A description with an operation, `GET /pets`; `undefined` leaves a `security` field out. */
function description(root: string | undefined, own: string | undefined, version = '3.1.0'): string {
  return [
    `openapi: ${version}`,
    "info: {title: Pets, version: '1'}",
    ...(root === undefined ? [] : [`security: ${root}`]),
    'paths:',
    '  /pets:',
    '    get:',
    ...(own === undefined ? [] : [`      security: ${own}`]),
    "      responses: {'200': {description: The pets}}",
    'components:',
    '  securitySchemes:',
    '    bearer: {type: http, scheme: bearer}',
    '    key: {type: apiKey, in: header, name: X-Key}',
    '',
  ].join('\n');
}

/** The same in OpenAPI 2.0, which has no bearer. */
function description20(root: string | undefined, own: string | undefined): string {
  return description(root, own)
    .replace('openapi: 3.1.0', "swagger: '2.0'")
    .replace('components:\n  securitySchemes:', 'securityDefinitions:')
    .replace('    bearer: {type: http, scheme: bearer}\n    key:', '  bearer: {type: basic}\n  key:');
}

async function stateOf(text: string): Promise<string | undefined> {
  return (await statesIn(text))['get /pets'];
}

describe.each([
  ['2.0', description20],
  ['3.0', (root?: string, own?: string) => description(root, own, '3.0.3')],
  ['3.1', (root?: string, own?: string) => description(root, own, '3.1.0')],
  ['3.2', (root?: string, own?: string) => description(root, own, '3.2.0')],
] as const)('the state of an operation (%s)', (version, text) => {
  it(`case 01 (${version}): the root's requirement is that of an operation that is silent: secured`, async () => {
    expect(await stateOf(text('[bearer: []]', undefined))).toBe('secured');
  });

  it(`case 02 (${version}): an operation with [] is public`, async () => {
    expect(await stateOf(text('[bearer: []]', '[]'))).toBe('public');
  });

  it(`case 03 (${version}): an operation with [{}] is public`, async () => {
    expect(await stateOf(text('[bearer: []]', '[{}]'))).toBe('public');
  });

  it(`case 04 (${version}): {} and a requirement, in either order, are optional`, async () => {
    expect(await stateOf(text(undefined, '[{}, {bearer: []}]'))).toBe('optional');
    expect(await stateOf(text(undefined, '[{bearer: []}, {}]'))).toBe('optional');
    expect(await stateOf(text('[{bearer: []}, {}]', undefined))).toBe('optional');
  });

  it(`case 05 (${version}): below a root with [] a silent operation is public, not undeclared`, async () => {
    expect(await stateOf(text('[]', undefined))).toBe('public');
  });

  it(`case 06 (${version}): nothing anywhere is undeclared`, async () => {
    expect(await stateOf(text(undefined, undefined))).toBe('undeclared');
  });

  it(`case 07 (${version}): the operation replaces the root, and is never merged with it`, async () => {
    expect(await stateOf(text('[{}]', '[bearer: []]'))).toBe('secured');
    expect(await stateOf(text('[{}, {key: []}]', '[bearer: []]'))).toBe('secured');
    expect(await stateOf(text('[bearer: []]', '[{}, {key: []}]'))).toBe('optional');
  });

  it(`case 08 (${version}): below a root with [{}] an operation with a requirement is secured`, async () => {
    expect(await stateOf(text('[{}]', '[{bearer: []}]'))).toBe('secured');
  });

  it(`case 11 (${version}): a malformed value counts as undeclared`, async () => {
    for (const malformed of ['null', '{}', '"x"']) expect(await stateOf(text('[bearer: []]', malformed))).toBe('undeclared');
  });
});

describe('what a state asks for', () => {
  it('case 01: a secured operation wants a 401', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  /pets:
    get:
    ^^^ missing-401
      responses:
        '200': {description: The pets}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`,
    ));

  it.each([
    ['case 02', '[]'],
    ['case 03', '[{}]'],
  ])('%s: an operation with %s wants no 401', (_, own) =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  /pets:
    get:
      security: ${own}
      responses:
        '200': {description: The pets}
    post:
      responses: {'401': {$ref: '#/components/responses/Unauthorized'}}
components:
  responses:
    Unauthorized:
      description: The token is not valid.
      headers:
        WWW-Authenticate: {required: true, schema: {type: string}, example: Bearer realm="Pets"}
      content:
        application/problem+json: {schema: {type: object}}
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`,
    ),
  );

  it('case 04: optional credentials are still answered with 401, which strict people want to read', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
    ^^^ missing-401-optional-auth
      security: [{}, {bearer: []}]
      responses:
        '200': {description: The pets}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`,
    ));

  it('case 05: a description that is public on purpose has no findings', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security: []
paths:
  /pets:
    get:
      responses:
        '200': {description: The pets}
`,
    ));

  it('case 06: nothing anywhere: missing-security fires, missing-401 does not', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
^^^^^ missing-security
  /pets:
    get:
      responses:
        '200': {description: The pets}
`,
    ));

  it('case 07: only the operation’s own schemes count: the root’s is not in force there', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  /pets:
    get:
      security: [{login: []}]
      responses:
        '401': {$ref: '#/components/responses/Unauthorized'}
components:
  responses:
    Unauthorized:
      description: The token is not valid.
      headers:
        WWW-Authenticate: {required: true, schema: {type: string}, example: 'Bearer realm="Pets"'}
                                                                             ^^^^^^ challenge-scheme-mismatch
  securitySchemes:
    bearer: {type: http, scheme: bearer}
    login: {type: http, scheme: basic}
`,
      { rules: ['challenge-scheme-mismatch', 'missing-401', 'missing-security'] },
    ));

  it.each(['null', '{}', '"x"'])('case 11: security: %s is one finding about its shape, and nothing cascades', (malformed) =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  /pets:
    get:
      security: ${malformed}
      ^^^^^^^^ invalid-security
      responses:
        '200': {description: The pets}
    options:
      responses:
        '204': {description: What is allowed}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`,
    ),
  );

  it('case 11: an entry that is no object is one finding, too', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security: [bearer]
           ^^^^^^ invalid-security
paths:
  /pets:
    get:
      responses:
        '200': {description: The pets}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`,
    ));
});

describe('what is never asked', () => {
  it('case 28: the root’s security is not applied to webhooks and callbacks; an own one is checked', async () => {
    const text = `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  /pets:
    post:
      responses: {'401': {$ref: '#/components/responses/Unauthorized'}}
      callbacks:
        born:
          '{$request.body#/url}':
            post:
              responses: {'200': {description: Seen}}
            put:
              security: [{nobody: []}]
                          ^^^^^^ undefined-security-scheme
              responses: {'200': {description: Seen}}
webhooks:
  lost:
    post:
      responses: {'200': {description: Seen}}
    put:
      security: [{bearer: [], nothing: []}]
                              ^^^^^^^ undefined-security-scheme
      responses: {'401': {description: The token is not valid}}
components:
  responses:
    Unauthorized:
      description: The token is not valid.
      headers:
        WWW-Authenticate: {required: true, schema: {type: string}, example: Bearer realm="Pets"}
      content:
        application/problem+json: {schema: {type: object}}
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;
    await expectMarked(text);
    expect(await statesIn(text)).toEqual({
      'post /pets': 'secured',
      'callback post {$request.body#/url}': 'undeclared',
      'callback put {$request.body#/url}': 'secured',
      'webhook post lost': 'undeclared',
      'webhook put lost': 'secured',
    });
  });

  it('case 29: OPTIONS is exempt from missing-security and missing-401', async () => {
    const text = (root: string) => `
openapi: 3.1.0
info: {title: Pets, version: '1'}
${root}
paths:
  /pets:
    options:
      responses: {'204': {description: What is allowed}}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;
    await expectMarked(text('x-security: none'), { rules: ['missing-security', 'missing-401'] });
    await expectMarked(text('security: [{bearer: []}]'), { rules: ['missing-security', 'missing-401'] });
  });

  it('case 29: HEAD has no body: none is asked for, but a 401 is', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  /pets:
    head:
      responses:
        '401':
          description: The token is not valid.
          headers:
            WWW-Authenticate: {required: true, schema: {type: string}, example: Bearer realm="Pets"}
    get:
      responses:
        '401':
        ^^^^^ missing-401-body
          description: The token is not valid.
          headers:
            WWW-Authenticate: {required: true, schema: {type: string}, example: Bearer realm="Pets"}
  /toys:
    head:
    ^^^^ missing-401
      responses: {'200': {description: The toys}}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`,
    ));

  it('case 49: a description that declares no security anywhere gets one finding that lists all operations', async () => {
    const findings = await foundAsMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
^^^^^ missing-security
  /pets:
    get: {responses: {'200': {description: The pets}}}
    post: {responses: {'201': {description: The new pet}}}
  /toys:
    get: {responses: {'200': {description: The toys}}}
`,
    );
    expect(findings[0]?.operations.map(({ method, path }) => `${method} ${path}`)).toEqual(['get /pets', 'post /pets', 'get /toys']);
  });

  it('case 49: one that declares it for some gets a finding for each of the others', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: []
      responses: {'200': {description: The pets}}
    post:
    ^^^^ missing-security
      responses: {'201': {description: The new pet}}
  /toys:
    get:
    ^^^ missing-security
      responses: {'200': {description: The toys}}
`,
    ));
});
