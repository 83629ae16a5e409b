import { describe, expect, it } from 'vitest';
import { expectMarked, foundAsMarked, offeredEdits, reported } from './support.ts';

describe('which operations want a 401, and what it carries', () => {
  it('case 12: mutual TLS alone wants neither a 401 nor the header', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - certificate: []
paths:
  /pets:
    get:
      responses:
        '200': {description: The pets}
    post:
      responses:
        '401':
          description: The certificate is not known.
          content: {application/problem+json: {schema: {type: object}}}
components:
  securitySchemes:
    certificate: {type: mutualTLS}
`,
    ));

  it.each(['[{certificate: [], bearer: []}]', '[{certificate: []}, {bearer: []}]'])(
    'case 12: mutual TLS with a bearer token, required or as another alternative, wants both: %s',
    (security) =>
      expectMarked(
        `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security: ${security}
paths:
  /pets:
    get:
    ^^^ missing-401
      responses:
        '200': {description: The pets}
    post:
      responses:
        '401':
        ^^^^^ missing-www-authenticate
          description: The token is not valid.
          content: {application/problem+json: {schema: {type: object}}}
components:
  securitySchemes:
    certificate: {type: mutualTLS}
    bearer: {type: http, scheme: bearer}
`,
      ),
  );

  it.each(['header', 'query', 'cookie'])(
    'case 13: an API key alone lowers the header rule, and gets no Basic challenge: %s',
    async (place) => {
      const findings = await foundAsMarked(
        `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - key: []
paths:
  /pets:
    get:
    ^^^ missing-401
      responses:
        '200': {description: The pets}
    post:
      responses:
        '401':
        ^^^^^ missing-www-authenticate
          description: The key is not valid.
          content: {application/problem+json: {schema: {type: object}}}
components:
  securitySchemes:
    key: {type: apiKey, in: ${place}, name: key}
`,
        { rules: ['missing-401', 'missing-www-authenticate'] },
      );
      expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['missing-401 warning', 'missing-www-authenticate info']);
      expect(JSON.stringify(offeredEdits(findings))).toContain('WWW-Authenticate');
      expect(JSON.stringify(offeredEdits(findings))).not.toMatch(/Basic|Bearer|realm/);
    },
  );

  it('case 14: Concealed wants no 401 and no header', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - concealed: []
paths:
  /pets:
    get:
      responses:
        '200': {description: The pets}
    post:
      responses:
        '401':
          description: Not for you.
          content: {application/problem+json: {schema: {type: object}}}
components:
  securitySchemes:
    concealed: {type: http, scheme: concealed}
`,
    ));

  it.each(['WWW-Authenticate', 'www-authenticate', 'Www-Authenticate', 'WWW-AUTHENTICATE'])(
    'case 16: the name of the header counts in any casing: %s',
    async (name) => {
      const text = `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  /pets:
    get:
      responses:
        '401':
          description: The token is not valid.
          headers:
            ${name}: {required: true, schema: {type: string}, example: Bearer realm="Pets"}
          content: {application/problem+json: {schema: {type: object}}}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;
      await expectMarked(text);
      expect((await reported(text)).get('get /pets')?.challenge).toBe(true);
    },
  );
});

describe('case 17: what covers a 401', () => {
  const text = (keys: readonly string[], version = 'openapi: 3.1.0') => `
${version}
paths:
  /pets:
    get:
      responses:
${keys.map((key) => `        '${key}': {description: An answer}`).join('\n')}
`;
  const coverOf = async (keys: readonly string[], version?: string) => (await reported(text(keys, version))).get('get /pets')?.unauthorized;

  it.each(['3.0.3', '3.1.0', '3.2.0'])(
    'case 17 (%s): 401 before 4XX before default, in whatever order they stand; 4xx covers nothing',
    async (version) => {
      const openapi = `openapi: ${version}`;
      expect(await coverOf(['default', '4XX', '401'], openapi)).toBe('explicit');
      expect(await coverOf(['default', '4XX', '403'], openapi)).toBe('range');
      expect(await coverOf(['200', 'default', '4xx'], openapi)).toBe('default');
      expect(await coverOf(['200', '4xx', '40X', '5XX'], openapi)).toBe('none');
    },
  );

  it('case 17 (2.0): there are no ranges', async () => {
    expect(await coverOf(['4XX', '401'], "swagger: '2.0'")).toBe('explicit');
    expect(await coverOf(['4XX', 'default'], "swagger: '2.0'")).toBe('default');
    expect(await coverOf(['4XX'], "swagger: '2.0'")).toBe('none');
  });

  it('case 17: a key that covers nothing is said, and 4XX does not do for missing-401', () =>
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
        '4XX': {description: Something is wrong}
    post:
    ^^^^ missing-401
      responses:
        '4xx': {description: Something is wrong}
        ^^^^^ invalid-status-range
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`,
    ));

  it('case 17 (2.0): a range is no key', () =>
    expectMarked(
      `
swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - login: []
paths:
  /pets:
    get:
    ^^^ missing-401
      responses:
        '4XX': {description: Something is wrong}
        ^^^^^ invalid-status-range
securityDefinitions:
  login: {type: basic}
`,
      { rules: ['missing-401', 'invalid-status-range'] },
    ));
});

describe('case 19: the headers of an inline 401', () => {
  const text = (headers: string) => `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  /pets:
    get:
      responses:
        '401':
${headers}
          description: The token is not valid.
          content: {application/problem+json: {schema: {type: object}}}
components:
  headers:
    Challenge:
      required: true
      schema: {type: string}
      example: Bearer realm="Pets"
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;

  it('case 19: a header behind a reference is one', () =>
    expectMarked(text("          headers: {WWW-Authenticate: {$ref: '#/components/headers/Challenge'}}")));

  it('case 19: an empty map of headers has none', () =>
    expectMarked(text('        ^^^^^ missing-www-authenticate\n          headers: {}')));

  it('case 19: a header that is null is documented, but nothing is said of it', () =>
    expectMarked(text('          headers:\n            WWW-Authenticate:\n            ^^^^^^^^^^^^^^^^ invalid-www-authenticate-type')));
});

describe('responses that are not about a 401', () => {
  it('case 37: WWW-Authenticate on 400, 403 and 200 is legal', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  /pets:
    get:
      responses:
        '200':
          description: The pets
          headers:
            WWW-Authenticate: {required: true, schema: {type: string}, example: Bearer realm="Pets"}
        '400':
          description: The request is not valid.
          headers:
            WWW-Authenticate: {required: true, schema: {type: string}, example: 'Bearer realm="Pets", error="invalid_request"'}
        '401':
          description: The token is not valid.
          headers:
            WWW-Authenticate: {required: true, schema: {type: string}, example: 'Bearer realm="Pets", error="invalid_token"'}
          content: {application/problem+json: {schema: {type: object}}}
        '403':
          description: The token does not allow it.
          headers:
            WWW-Authenticate: {required: true, schema: {type: string}, example: 'Bearer realm="Pets", error="insufficient_scope"'}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`,
    ));

  it('case 43: shared responses that nobody uses are silent, whatever is wrong with them', () =>
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
components:
  responses:
    Unauthorized: {description: The token is not valid.}
    Misspelt: {description: No, headers: {WWW_Authenticate: {schema: {type: array}}}}
    Wrong: {description: No, headers: {WWW-Authenticate: {example: 'Bearer, error="x"'}}}
    Broken: {$ref: '#/components/responses/Nothing'}
`,
    ));
});
