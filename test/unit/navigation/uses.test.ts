import { describe, expect, it } from 'vitest';
import { lines } from '../support/lines.ts';
import { type Files, Navigated, withoutCursor } from '../support/navigated.ts';

/** Holds what is found at the cursor against the marks. */
async function expectMarks(files: Files): Promise<void> {
  expect(await Navigated.at(files).marked()).toEqual(withoutCursor(files));
}

const head = ['openapi: 3.1.0', "info: {title: Pets, version: '1'}"];

describe('a security scheme', () => {
  it('is found where it is defined, where requirements name it, and where references lead to it', async () => {
    await expectMarks({
      'openapi.yaml': lines(
        ...head,
        'security:',
        '  - «bear¦er»: []',
        "  - 'other': []",
        'paths:',
        '  /pets:',
        '    get: {security: [{«bearer»: [], other: []}], responses: {}}',
        '    put: {security: [{"«bearer»": []}], responses: {}}',
        'components:',
        '  schemas:',
        '    bearer: {type: object, properties: {bearer: {type: string}}, example: {security: [{bearer: []}]}}',
        '  securitySchemes:',
        '    «bearer»: {type: http, scheme: bearer}',
        "    other: {$ref: '#/components/securitySchemes/«bearer»'}",
      ),
    });
  });

  it('is found from its definition, and from a reference to it', async () => {
    const files = (name: string, reference: string): Files => ({
      'openapi.json': JSON.stringify({
        openapi: '3.1.0',
        security: [{ '«a/b~c»': [] }],
        components: { securitySchemes: { [name]: { type: 'http' }, d: { $ref: reference } } },
      }),
    });
    await expectMarks(files('¦«a/b~c»', '#/components/securitySchemes/«a~1b~0c»'));
    await expectMarks(files('«a/b~c»', '#/comp¦onents/securitySchemes/«a~1b~0c»'));
  });

  it('is found in all files of all descriptions that share a text which names it', async () => {
    await expectMarks({
      'a/openapi.yaml': lines(
        ...head,
        "paths: {/pets: {$ref: '../pets.yaml'}}",
        'components: {securitySchemes: {«bear¦er»: {type: http, scheme: bearer}, x: {type: http, scheme: basic}}}',
      ),
      'b/openapi.yaml': lines(
        ...head,
        'security: [{«bearer»: []}]',
        "paths: {/animals: {$ref: '../pets.yaml'}}",
        "components: {securitySchemes: {$ref: '../schemes.yaml'}}",
      ),
      'c/openapi.yaml': lines(...head, 'security: [{bearer: []}]', 'components: {securitySchemes: {bearer: {type: apiKey}}}'),
      'pets.yaml': 'get: {security: [{«bearer»: []}], responses: {}}\n',
      'schemes.yaml': '«bearer»: {type: http, scheme: bearer}\n',
    });
  });

  it('goes by its own name where another file has the definition', async () => {
    const files = (own: string, there: string, reference = there): Files => ({
      'openapi.yaml': lines(
        ...head,
        `security: [{${own}: []}]`,
        `components: {securitySchemes: {${own}: {$ref: 'common.yaml#/components/securitySchemes/${reference}'}}}`,
      ),
      'common.yaml': `components: {securitySchemes: {${there}: {type: http, scheme: bearer}}}\n`,
    });
    await expectMarks(files('«b¦earer»', 'bearer'));
    await expectMarks(files('bearer', '«bearer»', '«beare¦r»'));
  });

  it('that a requirement names by its URI is found by that', async () => {
    await expectMarks({
      'openapi.yaml': lines(
        'openapi: 3.2.0',
        "info: {title: Pets, version: '1'}",
        "security: [{'other.yaml#/components/securitySchemes/«bearer»': []}, {bearer: []}]",
        'components: {securitySchemes: {bearer: {type: http, scheme: basic}}}',
      ),
      'other.yaml': 'components: {securitySchemes: {«bea¦rer»: {type: http, scheme: bearer}}}\n',
    });
  });

  it('of OAS 2.0 is found', async () => {
    await expectMarks({
      'swagger.yaml': lines(
        'swagger: "2.0"',
        'security: [{«key»: []}]',
        'securityDefinitions: {«k¦ey»: {type: apiKey, in: header, name: X}}',
      ),
    });
  });

  it('that nothing defines is found where it is named', async () => {
    await expectMarks({ 'openapi.yaml': lines(...head, 'security: [{«non¦e»: []}, {«none»: [], a: []}]') });
  });
});

describe('a scope', () => {
  it('is found in every flow of its scheme, and in the requirements of that', async () => {
    await expectMarks({
      'openapi.yaml': lines(
        ...head,
        'security:',
        '  - oauth: [«re¦ad», "write"]',
        '  - same: ["«read»"]',
        '  - other: [read]',
        'components:',
        '  securitySchemes:',
        '    oauth:',
        '      type: oauth2',
        '      flows:',
        '        implicit: {authorizationUrl: /a, scopes: {«read»: Read, write: Write}}',
        "        password: {tokenUrl: /t, scopes: {'«read»': Read}}",
        "    same: {$ref: '#/components/securitySchemes/oauth'}",
        '    other: {type: oauth2, flows: {implicit: {authorizationUrl: /a, scopes: {read: Read}}}}',
      ),
    });
  });

  it('that is declared elsewhere is found by other descriptions, too', async () => {
    const entry = (scope: string) =>
      lines(...head, `security: [{oauth: [${scope}]}]`, 'components: {securitySchemes: {oauth: {$ref: oauth.yaml}}}');
    await expectMarks({
      'a.yaml': entry('«re¦ad»'),
      'b.yaml': entry('«read»'),
      'oauth.yaml': 'type: oauth2\nflows: {implicit: {authorizationUrl: /a, scopes: {«read»: Read}}}\n',
    });
  });
});

describe('a shared response', () => {
  it('is found where references lead to it or through it, in files that no rule looks at, too', async () => {
    await expectMarks({
      'openapi.yaml': lines(
        ...head,
        'paths:',
        '  /pets:',
        '    get:',
        '      responses:',
        "        '200': {$ref: list.yaml}",
        "        '401': {$ref: '#/components/responses/«Unauthorized»'}",
        '  /animals: {$ref: animals.yaml}',
        'components:',
        '  responses:',
        '    «Un¦authorized»: {description: No, headers: {X: {schema: {type: string}}}}',
      ),
      'animals.yaml': lines(
        'get:',
        '  responses:',
        '    "401":',
        '      $ref: "./openapi.yaml#/components/responses/«Unauthorized»"',
        '    403:',
        '      $ref: ./openapi.yaml#/components/responses/Forbidden',
      ),
      'list.yaml': 'description: All\nheaders: {X: {$ref: "openapi.yaml#/components/responses/«Unauthorized»/headers/X"}}\n',
    });
  });

  it('in a file of its own kind is found from a reference', async () => {
    await expectMarks({
      'openapi.yaml': lines(
        ...head,
        "paths: {/a: {get: {responses: {401: {$ref: 'responses.yaml#/«unauthorized»'}}}}}",
        "x-more: {$ref: 'responses.yaml#/«unautho¦rized»'}",
      ),
      'responses.yaml': '«unauthorized»: {description: No}\nother: {description: No}\n',
    });
  });

  it('is not what a reference borrows from another operation', async () => {
    const files = {
      'openapi.yaml': lines(
        ...head,
        "paths: {/a: {get: {responses: {40¦1: {description: No}, 403: {$ref: '#/paths/~1a/get/responses/401'}}}}}",
      ),
    };
    expect(await Navigated.at(files).uses()).toBeUndefined();
  });
});

describe('a shared header', () => {
  it('is found', async () => {
    await expectMarks({
      'openapi.yaml': lines(
        ...head,
        'paths:',
        '  /a:',
        '    get:',
        '      responses:',
        "        '401': {description: No, headers: {WWW-Authenticate: {$ref: '#/components/headers/«Chal¦lenge»'}}}",
        "        '200': {description: Yes, headers: {X: {$ref: 'headers.yaml#/Rate'}}}",
        "components: {headers: {«Challenge»: {schema: {type: string}}}, schemas: {A: {$ref: '#/components/schemas/Challenge'}, Challenge: {}}}",
      ),
      'headers.yaml': 'Rate: {schema: {type: string}}\n',
    });
  });
});

describe('nothing is found', () => {
  it.each(['  a: {$ref: "#/components/schemas/b¦"}', '  ¦b: {}', '# ¦', '  b: {title: a¦}'])('at %s', async (line) => {
    const files = { 'openapi.yaml': lines(...head, 'components:', ' schemas:', '  c: {}', line) };
    expect(await Navigated.at(files).uses()).toBeUndefined();
  });
});

it('in one file, only that is searched', async () => {
  const files = {
    'openapi.yaml': lines(
      ...head,
      'security: [{bearer: []}]',
      'paths: {/a: {$ref: a.yaml}}',
      'components: {securitySchemes: {bearer: {type: http}}}',
    ),
    'a.yaml': 'get: {security: [{«bear¦er»: []}, {«bearer»: [], x: []}], responses: {}}\n',
  };
  expect(await Navigated.at(files).highlighted()).toEqual(withoutCursor(files));
});
