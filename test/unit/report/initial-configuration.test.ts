import { expect, test } from 'vitest';
import { readConfiguration } from '../../../linter/config/read-configuration.ts';
import { initialConfiguration } from '../../../linter/index.ts';
import { sourceFile } from '../../../linter/workspace/source-file.ts';
import { missionFiles } from '../../support/memory-files.ts';

const shopText = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /items:
    get: { security: [{ bearer: [] }], responses: { '401': { $ref: '#/components/responses/NoToken' } } }
    put: { security: [{ bearer: [] }], responses: { '401': { $ref: '#/components/responses/NoToken' } } }
    post: { security: [{ bearer: [] }], responses: {} }
  /status/{part}:
    get: { responses: {} }
components:
  responses:
    NoToken:
      description: No token
      headers: { WWW-Authenticate: { schema: { type: string }, example: Bearer realm="The shop" } }
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`;

async function textFor(...texts: readonly string[]): Promise<string> {
  const files = missionFiles(Object.fromEntries(texts.map((text, index) => [`api-${index}.yaml`, text])));
  return initialConfiguration(await Promise.all(texts.map((_, index) => files.check(`api-${index}.yaml`))));
}

/** The text as it is when a person takes away the comment signs of everything that is no prose. */
function uncommented(text: string): string {
  return text.replace(/^# (?=(?: {2}| *- |(?:rules|overrides|fix|ignore):))/gm, '');
}

function read(text: string) {
  return readConfiguration(sourceFile('file:///.auth-lint.yaml', text));
}

test('says what holds anyway', async () => {
  expect(read(await textFor(shopText))).toMatchObject({
    configuration: { extends: 'recommended', overrides: [], ignore: [] },
    problems: [],
  });
});

test('offers what the descriptions have: rules that find something, an operation that says nothing, the shared 401, the realm', async () => {
  const text = await textFor(shopText);
  expect(text).toContain('descriptions 1, files 1, operations 4');
  const { configuration, problems } = read(uncommented(text));
  expect(problems).toEqual([]);
  expect(configuration.rules.get('missing-401')).toMatchObject({ severity: 'warning' });
  expect(configuration.overrides[0]?.operations).toEqual(['GET /status/{part}']);
  expect(configuration.fix).toMatchObject({ response: 'NoToken', realm: 'The shop', body: 'reuse' });
  expect(configuration.ignore).toEqual(['vendor/**']);
});

test('names the rules with the most findings first', async () => {
  const twice = shopText.replace('    get: { responses: {} }', '    get: { responses: {} }\n    put: { responses: {} }');
  expect(await textFor(twice, twice)).toMatch(/# rules:\n# {3}missing-security: warning # findings: 4\n/);
});

test('is as sound where there is no description', async () => {
  const text = initialConfiguration([]);
  expect(read(text).problems).toEqual([]);
  expect(read(uncommented(text))).toMatchObject({ problems: [], configuration: { fix: { response: 'Unauthorized', realm: 'My API' } } });
});

test.each(['/a b', '/a"b', "/a'#b", '/ä', '/a\\nb', '/[x', '/*{'])('a path like %j leads to no mistake', async (path) => {
  const text = await textFor(
    JSON.stringify({ openapi: '3.1.0', info: { title: 'A', version: '1' }, paths: { [path]: { get: { responses: {} } } } }),
  );
  expect(read(text).problems).toEqual([]);
  expect(read(uncommented(text)).problems).toEqual([]);
});
