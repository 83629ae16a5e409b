import { describe, expect, it } from 'vitest';
import { fixAll } from '../../../linter/index.ts';
import { missionFiles, uriOf } from '../../support/memory-files.ts';

const head = `openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - basic: []
paths:
  /pets:
    $ref: paths/pets.yaml
components:
  securitySchemes:
    basic: {type: http, scheme: basic}
`;

/** A path item that refers to this for its 404. */
const pets = (reference: string) => `get:
  responses:
    '200':
      description: The pets
    '404':
      $ref: ${reference}
`;

/** The path item after all safe fixes. */
const fixedPets = (notFound: string, unauthorized: string) =>
  pets(notFound).replace("    '404'", `    '401':\n      $ref: ${unauthorized}\n    '404'`);

const unauthorized = (indent: string) =>
  [
    'description: The request has no valid credentials.',
    'headers:',
    '  WWW-Authenticate:',
    '    description: How to authenticate.',
    '    required: true',
    '    schema:',
    '      type: string',
    '    example: Basic realm="api", charset="UTF-8"',
  ]
    .map((line) => `${indent}${line}\n`)
    .join('');

/** The files that all safe fixes change or make, by their paths; none is left, and nothing else is found. */
async function fixed(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const memory = missionFiles(files);
  const { files: edits, withheld } = await fixAll(memory.linter, [uriOf('openapi.yaml')]);
  expect(withheld).toEqual([]);
  memory.apply(edits);
  expect((await memory.findings('openapi.yaml')).map(({ message }) => message)).toEqual([]);
  const paths = [...memory.texts.keys()].map((uri) => decodeURIComponent(uri.slice(uriOf('').length)));
  return Object.fromEntries(paths.filter((path) => memory.text(path) !== files[path]).map((path) => [path, memory.text(path)]));
}

describe('a new shared 401 goes where the others are', () => {
  it('never to the root of the description, whatever references lead there', async () => {
    const text = head.replace(
      '    $ref: paths/pets.yaml',
      "    get:\n      responses: {'404': {$ref: '#/x-none'}}\nx-none: {description: No pet}",
    );
    expect((await fixed({ 'openapi.yaml': text }))['openapi.yaml']).toContain("'401': {$ref: '#/components/responses/Unauthorized'}");
  });

  it('into a folder of files, in their style and named as they are', async () => {
    const files = {
      'openapi.yaml': head,
      'paths/pets.yaml': pets('../responses/not-found.yml'),
      'responses/not-found.yml': 'description: No pet\n',
    };
    expect(await fixed(files)).toEqual({
      'paths/pets.yaml': fixedPets('../responses/not-found.yml', '../responses/unauthorized.yml'),
      'responses/unauthorized.yml': unauthorized(''),
    });
  });

  it('not in place of a file that is there', async () => {
    const files = {
      'openapi.yaml': head,
      'paths/pets.yaml': pets('../responses/NotFound.yaml'),
      'responses/NotFound.yaml': 'description: No pet\n',
      'responses/Unauthorized.yaml': 'description: Something else\n',
    };
    expect(Object.keys(await fixed(files))).toEqual(['paths/pets.yaml', 'responses/Unauthorized2.yaml']);
  });

  it('as JSON beside JSON, with its line ends and indentation', async () => {
    const files = {
      'openapi.yaml': head,
      'paths/pets.yaml': pets('../responses/404.json'),
      'responses/404.json': '{\r\n\t"description": "No pet",\r\n\t"headers": {\r\n\t\t"X": {}\r\n\t}\r\n}\r\n',
    };
    expect((await fixed(files))['responses/401.json']).toBe(
      [
        '{',
        '\t"description": "The request has no valid credentials.",',
        '\t"headers": {',
        '\t\t"WWW-Authenticate": {',
        '\t\t\t"description": "How to authenticate.",',
        '\t\t\t"required": true,',
        '\t\t\t"schema": {',
        '\t\t\t\t"type": "string"',
        '\t\t\t},',
        '\t\t\t"example": "Basic realm=\\"api\\", charset=\\"UTF-8\\""',
        '\t\t}',
        '\t}',
        '}',
        '',
      ].join('\r\n'),
    );
  });

  it('into a map of responses in another file', async () => {
    const common = 'responses:\n  NotFoundError:\n    description: No pet\n  GoneError:\n    description: Gone\n';
    const files = { 'openapi.yaml': head, 'paths/pets.yaml': pets("'../common.yaml#/responses/NotFoundError'"), 'common.yaml': common };
    expect(await fixed(files)).toEqual({
      'paths/pets.yaml': fixedPets("'../common.yaml#/responses/NotFoundError'", "'../common.yaml#/responses/UnauthorizedError'"),
      'common.yaml': `${common}  UnauthorizedError:\n${unauthorized('    ')}`,
    });
  });

  it('into a map in the order of the alphabet, where that has it', async () => {
    const common = (added: string) =>
      `BadRequest: {description: No}\nNotFound: {description: No pet}\n${added}Unready: {description: Later}\n`;
    const files = { 'openapi.yaml': head, 'paths/pets.yaml': pets("'../common.yaml#/NotFound'"), 'common.yaml': common('') };
    expect((await fixed(files))['common.yaml']).toBe(
      common(`Unauthorized:\n${unauthorized('  ')}`.replace(/schema:\n +type: string/, 'schema: {type: string}')),
    );
  });

  it('into an index of files and a file', async () => {
    const index = '  responses:\n    notFound:\n      $ref: responses/notFound.yaml\n';
    const files = {
      'openapi.yaml': head + index,
      'paths/pets.yaml': pets("'../openapi.yaml#/components/responses/notFound'"),
      'responses/notFound.yaml': 'description: No pet\n',
    };
    expect(await fixed(files)).toEqual({
      'openapi.yaml': `${head}${index}    unauthorized:\n      $ref: responses/unauthorized.yaml\n`,
      'paths/pets.yaml': fixedPets(
        "'../openapi.yaml#/components/responses/notFound'",
        "'../openapi.yaml#/components/responses/unauthorized'",
      ),
      'responses/unauthorized.yaml': unauthorized(''),
    });
  });

  it('into components that stand in a file of their own', async () => {
    const files = {
      'openapi.yaml': head.replace(/components:[\s\S]*/, 'components:\n  $ref: components.yaml\n'),
      'paths/pets.yaml': pets("'../openapi.yaml#/components/responses/NotFound'"),
      'components.yaml': 'securitySchemes:\n  basic: {type: http, scheme: basic}\nresponses:\n  NotFound:\n    description: No pet\n',
    };
    expect(await fixed(files)).toEqual({
      'paths/pets.yaml': fixedPets(
        "'../openapi.yaml#/components/responses/NotFound'",
        "'../openapi.yaml#/components/responses/Unauthorized'",
      ),
      'components.yaml': `${files['components.yaml']}  Unauthorized:\n${unauthorized('    ')}`,
    });
  });

  it('into the components of the description when no error is referred to', async () => {
    const files = { 'openapi.yaml': head, 'paths/pets.yaml': "get:\n  responses:\n    '200':\n      description: The pets\n" };
    const result = await fixed(files);
    expect(result['paths/pets.yaml']).toContain('$ref: ../openapi.yaml#/components/responses/Unauthorized\n');
    expect(result['openapi.yaml']).toContain('  responses:\n    Unauthorized:\n');
  });

  it('not into an operation that others borrow from', async () => {
    const borrowed = "'../openapi.yaml#/paths/~1toys/get/responses/404'";
    const toys = "  /toys:\n    get:\n      security: []\n      responses:\n        '404':\n          description: No toy\n";
    const files = { 'openapi.yaml': head.replace('components:', `${toys}components:`), 'paths/pets.yaml': pets(borrowed) };
    expect((await fixed(files))['openapi.yaml']).toContain('  responses:\n    Unauthorized:\n');
  });
});

describe('the body of a new 401', () => {
  const withErrors = (errors: string) => head.replace('/pets:\n    $ref: paths/pets.yaml', `/pets:\n    get:\n      responses:\n${errors}`);

  it('is that of the other errors, with its media type', async () => {
    const errors =
      "        '404':\n          description: No pet\n          content:\n            application/json:\n              schema:\n                $ref: '#/components/schemas/Error'\n";
    expect((await fixed({ 'openapi.yaml': withErrors(errors) }))['openapi.yaml']).toContain(
      `charset="UTF-8"\n      content:\n        application/json:\n          schema:\n            $ref: '#/components/schemas/Error'\n`,
    );
  });

  it('is that of another 401 before all others', async () => {
    const error = (status: string, type: string, schema: string) =>
      `        '${status}':\n          description: No\n          headers: {WWW-Authenticate: {schema: {type: string}}}\n          content:\n            ${type}:\n              schema:\n                $ref: '#/components/schemas/${schema}'\n`;
    const text = withErrors(error('401', 'application/json', 'Error') + error('404', 'application/problem+json', 'Problem'));
    const silent = text.replace('components:\n', '  /toys:\n    get:\n      responses: {}\ncomponents:\n');
    const result = (await fixed({ 'openapi.yaml': silent }))['openapi.yaml'] ?? '';
    expect(result.match(/application\/json/g)).toHaveLength(2);
  });

  it('is referred to from the file in which the response is', async () => {
    const notFound = 'description: No pet\ncontent:\n  application/json:\n    schema:\n      $ref: ../schemas/error.yaml\n';
    const files = { 'openapi.yaml': head, 'paths/pets.yaml': pets('../responses/not-found.yaml'), 'responses/not-found.yaml': notFound };
    expect((await fixed(files))['responses/unauthorized.yaml']).toBe(
      `${unauthorized('')}content:\n  application/json:\n    schema:\n      $ref: ../schemas/error.yaml\n`,
    );
  });

  it('is none where no error has one that can be referred to', async () => {
    const errors = "        '404':\n          description: No pet\n          content: {text/plain: {schema: {type: string}}}\n";
    expect((await fixed({ 'openapi.yaml': withErrors(errors) }))['openapi.yaml']?.match(/content/g)).toHaveLength(1);
  });

  it('stands beside the header in OpenAPI 2.0', async () => {
    const text = `swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - basic: []
paths:
  /pets:
    get:
      responses:
        '404':
          description: No pet
          schema:
            $ref: '#/definitions/Error'
securityDefinitions:
  basic: {type: basic}
`;
    expect((await fixed({ 'openapi.yaml': text }))['openapi.yaml']).toContain(
      "        type: string\n    schema:\n      $ref: '#/definitions/Error'\n",
    );
  });
});
