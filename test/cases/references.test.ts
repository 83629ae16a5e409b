import { describe, expect, it } from 'vitest';
import { mergeFindings } from '../../linter/index.ts';
import { MemoryFiles } from '../support/memory-files.ts';
import { expectMarked, foundAsMarked, marksByFile, reported } from './support.ts';

/** A secured operation whose 401 is a reference, and more at the end of the description. */
const referring = (reference: string, more = '') => `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  /pets:
    get:
      responses:
        '401':
          $ref: ${reference}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
${more}`;

const rules = ['missing-401', 'missing-www-authenticate', 'misspelt-www-authenticate', 'unresolved-reference', 'undefined-security-scheme'];

describe('case 18: a 401 behind a reference has one finding, at the shared response', () => {
  it('case 18: in the same file, used three times', async () => {
    const findings = await foundAsMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  /pets:
    get: {responses: {'401': {$ref: '#/components/responses/Unauthorized'}}}
    put: {responses: {'401': {$ref: '#/components/responses/Unauthorized'}}}
    post: {responses: {'401': {$ref: '#/components/responses/Unauthorized'}}}
components:
  responses:
    Unauthorized:
    ^^^^^^^^^^^^ missing-www-authenticate
      description: The token is not valid.
      content: {application/problem+json: {schema: {type: object}}}
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`,
    );
    expect(findings[0]?.operations.map(({ method }) => method)).toEqual(['get', 'put', 'post']);
    expect(findings[0]?.related).toHaveLength(3);
  });

  it('case 18: in another file', () =>
    expectMarked(referring("'answers.yaml#/no'"), {
      rules,
      files: { 'answers.yaml': 'no:\n^^ missing-www-authenticate\n  description: The token is not valid.\n' },
    }));

  it('case 18: through a chain', () =>
    expectMarked(
      referring(
        "'#/components/responses/First'",
        `  responses:
    First: {$ref: '#/components/responses/Second'}
    Second: {$ref: 'answers.yaml#/no'}
`,
      ),
      { rules, files: { 'answers.yaml': 'no:\n^^ missing-www-authenticate\n  description: The token is not valid.\n' } },
    ));

  it('case 18: in a circle: the reference is wrong, and nothing is said of the header', () =>
    expectMarked(
      referring(
        "'#/components/responses/First'",
        `  responses:
    First: {$ref: '#/components/responses/Second'}
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unresolved-reference
    Second: {$ref: '#/components/responses/First'}
`,
      ),
    ));

  it('case 18: broken: the reference is wrong, and nothing is said of the header', () =>
    expectMarked(referring("'nowhere.yaml'\n                ^^^^^^^^^^^^^^ unresolved-reference")));
});

describe('fragments', () => {
  const entry = `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets: {$ref: 'paths/pets.yaml'}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;

  it('case 21: a path item in another file takes the names of schemes from the entry, and has its findings there', () =>
    expectMarked(entry, {
      files: {
        'paths/pets.yaml': `get:
^^^ missing-401
  security: [{bearer: []}]
  responses: {'200': {description: The pets}}
post:
^^^^ missing-401
  security: [{local: []}]
              ^^^^^ undefined-security-scheme
  responses: {'201': {description: The new pet}}
components:
  securitySchemes:
    local: {type: http, scheme: basic}
`,
      },
    }));

  it('case 22: a fragment that is opened alone is no description: no false undefined-security-scheme', async () => {
    const files = new MemoryFiles({ 'pets.yaml': 'get:\n  security: [{bearer: []}]\n  responses: {}\n' });
    expect(await files.linter.isEntry('file:///api/pets.yaml')).toBe(false);
    expect(await files.findings('pets.yaml')).toEqual([]);
  });

  it('case 23: of a scheme behind a reference into another file the scopes are known', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - login: [read, wrote]
                  ^^^^^ undefined-scope
paths: {}
components:
  securitySchemes:
    login: {$ref: 'schemes.yaml#/login'}
`,
      {
        files: {
          'schemes.yaml': `login:
  type: oauth2
  flows:
    clientCredentials: {tokenUrl: 'https://example.com/token', scopes: {read: To read, write: To write}}
`,
        },
      },
    ));

  it('case 44: what two entries that share a fragment say of it appears once, with the operations of both', async () => {
    const second = entry.replace('/pets:', '/animals:');
    const files = new MemoryFiles({
      'a.yaml': entry,
      'b.yaml': second,
      'paths/pets.yaml': 'get:\n  security: [{bearer: []}]\n  responses: {}\n',
    });
    const findings = mergeFindings([await files.check('a.yaml'), await files.check('b.yaml')]);
    expect(marksByFile(files, findings)).toEqual({ 'a.yaml': [], 'b.yaml': [], 'paths/pets.yaml': ['1:1-3 missing-401'] });
    expect(findings[0]?.operations.map(({ path }) => path)).toEqual(['/pets', '/animals']);
  });
});

describe('what a reference may be like', () => {
  it('case 45: from 3.1 on a description beside the reference counts; what else stands there is ignored', async () => {
    const text = (version: string) => `
openapi: ${version}
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  /pets:
    get:
      responses:
        '401':
          $ref: '#/components/responses/Error'
          description: The token is not valid.
          headers: {WWW-Authenticate: {schema: {type: string}}}
components:
  responses:
    Error:
    ^^^^^ missing-www-authenticate
      description: Something is wrong.
      content: {application/problem+json: {schema: {type: object}}}
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;
    await expectMarked(text('3.1.0'));
    await expectMarked(text('3.0.3'));
    const described = async (version: string) => {
      const files = new MemoryFiles({ 'openapi.yaml': text(version).replace(/^ *\^.*\n/gm, '') });
      const { api } = await files.check('openapi.yaml');
      const description = api?.operations[0]?.responses.entries[0]?.response?.description?.node;
      return description?.kind === 'scalar' ? description.text : undefined;
    };
    expect(await described('3.1.0')).toBe('The token is not valid.');
    expect(await described('3.0.3')).toBe('Something is wrong.');
  });

  it.each([
    ['~1 and ~0', "'#/paths/~1pets~0all/get/responses/401'"],
    ['percent-encoding', "'#/paths/~1pets~0all/%67et/responses/401'"],
    ['an encoded slash and tilde', "'#/paths/%7E1pets%7E0all/get/responses/401'"],
    ['an item of a list', "'#/x-answers/1'"],
    ['a file without fragment', 'no.yaml'],
    ['a file with an encoded blank', "'not%20so.yaml'"],
  ])('case 47: %s', async (_, reference) => {
    const text = `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
x-answers:
  - description: Wrong
  - description: The token is not valid.
    headers: {WWW-Authenticate: {schema: {type: string}}}
paths:
  /pets~all:
    get:
      responses:
        '401':
          description: The token is not valid.
          headers: {WWW-Authenticate: {schema: {type: string}}}
  /toys:
    get:
      responses:
        '401':
          $ref: ${reference}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;
    const no = 'description: No\nheaders: {WWW-Authenticate: {schema: {type: string}}}\n';
    const files = { 'no.yaml': no, 'not so.yaml': no };
    await expectMarked(text, { rules, files });
    expect((await reported(text, { files })).get('get /toys')?.challenge).toBe(true);
  });

  it('case 51: an operation that is itself a reference is followed', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  /pets:
    get: {$ref: 'operations/list-pets.yaml'}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`,
      {
        files: {
          'operations/list-pets.yaml': `operationId: listPets
responses:
^^^^^^^^^ missing-401
  '200': {description: The pets}
`,
        },
      },
    ));

  it('case 52: one text behind two aliases and a reference has one finding', async () => {
    const findings = await foundAsMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  /pets:
    get:
      responses:
        '401': &no
        ^^^^^ missing-www-authenticate
          description: The token is not valid.
          content: {application/problem+json: {schema: {type: object}}}
    put:
      responses:
        '401': *no
    post:
      responses:
        '401': {$ref: '#/paths/~1pets/get/responses/401'}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`,
    );
    expect(findings[0]?.operations.map(({ method }) => method)).toEqual(['get', 'put', 'post']);
  });

  it('case 53: of a 401 behind a broken reference only the reference is said', () =>
    expectMarked(referring("'#/components/responses/Nothing'\n                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unresolved-reference")));
});
