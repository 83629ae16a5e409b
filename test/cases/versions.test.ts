import { describe, expect, it } from 'vitest';
import { expectMarked, fixedText, reported, statesIn } from './support.ts';

describe('case 24: scopes and roles', () => {
  const text = (version: string, marks = '') => `
openapi: ${version}
info: {title: Pets, version: '1'}
security:
  - provider: [read]
  - bearer: [admin]
${marks}paths: {}
components:
  securitySchemes:
    provider: {type: openIdConnect, openIdConnectUrl: 'https://example.com/.well-known/openid-configuration'}
    bearer: {type: http, scheme: bearer}
`;

  it('case 24 (3.0): roles are wrong; scopes of openIdConnect are not', () =>
    expectMarked(text('3.0.3', '    ^^^^^^ unexpected-scopes\n')));

  it.each(['3.1.0', '3.2.0'])('case 24 (%s): neither is wrong', (version) => expectMarked(text(version)));

  it('case 24 (2.0): a type without scopes has none', () =>
    expectMarked(
      `
swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - login: [admin]
    ^^^^^ unexpected-scopes
paths: {}
securityDefinitions:
  login: {type: basic}
`,
      { rules: ['unexpected-scopes', 'undefined-scope'] },
    ));
});

describe('case 25: what came with 3.2', () => {
  it('case 25 (3.2): query and additionalOperations are operations', async () => {
    const text = (version: string) => `
openapi: ${version}
info: {title: Pets, version: '1'}
security: [{bearer: []}]
paths:
  /pets:
    query:
      responses: {'200': {description: The pets}}
    additionalOperations:
      PURGE:
        security: []
        responses: {'204': {description: Gone}}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;
    expect(await statesIn(text('3.2.0'))).toEqual({ 'query /pets': 'secured', 'PURGE /pets': 'public' });
    expect(await statesIn(text('3.1.0'))).toEqual({});
  });

  it('case 25 (3.2): $self is what relative references are relative to', async () => {
    const text = (version: string) => `
openapi: ${version}
$self: https://example.com/descriptions/openapi.yaml
info: {title: Pets, version: '1'}
security: [{bearer: []}]
paths:
  /pets:
    get:
      responses:
        '401': {$ref: 'https://example.com/descriptions/openapi.yaml#/components/responses/Unauthorized'}
components:
  responses:
    Unauthorized: {description: The token is not valid., headers: {WWW-Authenticate: {schema: {type: string}}}}
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;
    expect((await reported(text('3.2.0'))).get('get /pets')?.challenge).toBe(true);
  });

  it('case 25 (3.2): a requirement may be a URI; ./ forces that reading, and a component’s name wins', () =>
    expectMarked(
      `
openapi: 3.2.0
info: {title: Pets, version: '1'}
security:
  - 'schemes.yaml#/token': []
  - '#/components/securitySchemes/bearer': []
  - ./schemes.yaml: []
    ^^^^^^^^^^^^^^ undefined-security-scheme
  - ./bearer: []
    ^^^^^^^^ undefined-security-scheme
  - both.yaml: [read]
paths: {}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
    both.yaml: {type: http, scheme: bearer}
`,
      {
        rules: ['undefined-security-scheme', 'undefined-scope', 'unresolved-reference'],
        files: {
          'schemes.yaml': 'token: {type: http, scheme: bearer}\n',
          'both.yaml': 'type: oauth2\nflows: {clientCredentials: {tokenUrl: https://example.com/token, scopes: {}}}\n',
        },
      },
    ));

  it('case 25 (3.1): there a URI is a name like others', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - 'schemes.yaml#/token': []
    ^^^^^^^^^^^^^^^^^^^^^ undefined-security-scheme
paths: {}
`,
      { rules: ['undefined-security-scheme'], files: { 'schemes.yaml': 'token: {type: http, scheme: bearer}\n' } },
    ));
});

describe('case 26: OpenAPI 2.0', () => {
  it('case 26 (2.0): schemes are in securityDefinitions, and basic is a type', async () => {
    const text = `
swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - login: []
paths:
  /pets:
    get:
      responses:
        '401':
          description: Who are you?
          schema: {type: object}
          headers:
            WWW-Authenticate: {type: string, description: 'For example: Basic realm="Pets"'}
securityDefinitions:
  login: {type: basic}
`;
    await expectMarked(text, {
      rules: [
        'missing-401',
        'missing-www-authenticate',
        'undefined-security-scheme',
        'invalid-security-scheme',
        'invalid-www-authenticate-type',
        'optional-www-authenticate',
      ],
    });
    expect((await reported(text)).get('get /pets')?.challenge).toBe(true);
  });

  it('case 26 (2.0): a header that a fix writes has no schema, required, example or $ref', async () => {
    const fixed = await fixedText(
      `
swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - login: []
paths:
  /pets:
    get:
      responses:
        '401':
          description: Who are you?
securityDefinitions:
  login: {type: basic}
`,
      { rules: ['missing-www-authenticate'] },
    );
    expect(fixed).toBe(`swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - login: []
paths:
  /pets:
    get:
      responses:
        '401':
          description: Who are you?
          headers:
            WWW-Authenticate:
              description: 'How to authenticate, for example: Basic realm="Pets", charset="UTF-8"'
              type: string
securityDefinitions:
  login: {type: basic}
`);
  });
});

describe('case 27: what may be missing from 3.1 on', () => {
  const components = 'components:\n  securitySchemes:\n    bearer: {type: http, scheme: bearer}\n';

  it.each(['3.1.0', '3.2.0'])('case 27 (%s): an operation without responses lacks its 401, which a fix adds with them', async (version) => {
    const operation = `
openapi: ${version}
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  /pets:
    get:
      operationId: listPets
${components}`;
    await expectMarked(operation.replace('    get:\n', '    get:\n    ^^^ missing-401\n'));
    expect(await fixedText(operation, { rules: ['missing-401'] })).toContain(
      "      operationId: listPets\n      responses:\n        '401':\n          $ref: '#/components/responses/Unauthorized'\n",
    );
  });

  it('case 27: a description of webhooks alone has no operations to ask of', () =>
    expectMarked(`
openapi: 3.1.0
info: {title: Pets, version: '1'}
webhooks:
  lost:
    post:
      responses: {'200': {description: Seen}}
`));

  it('case 27: nor has one of components alone', () =>
    expectMarked(`
openapi: 3.1.0
info: {title: Pets, version: '1'}
components:
  responses:
    Unauthorized: {description: The token is not valid.}
`));
});
