import { describe, expect, it } from 'vitest';
import type { RunChoices } from '../../../linter/index.ts';
import { MemoryFiles } from '../../support/memory-files.ts';
import { schemes } from '../support/descriptions.ts';

const description = `openapi: 3.1.0
info: {title: Pets, version: '1'}
security: [bearer: []]
paths:
  /pets:
    get: {operationId: listPets, tags: [pets], responses: {}}
    post: {responses: {}}
  /public/health:
    get: {tags: [internal], responses: {}}
  /shared: {$ref: parts/shared.yaml}
${schemes}`;

const files = { 'api/openapi.yaml': description, 'api/parts/shared.yaml': 'put: {responses: {}}\n' };
const all = ['GET /pets', 'POST /pets', 'GET /public/health', 'PUT /shared'];

/** The operations without a 401 that are told of, those that are no warnings with their severity before. */
async function found(configuration: string, above: RunChoices = { rules: new Map() }): Promise<readonly string[]> {
  const memory = new MemoryFiles({ ...files, '.auth-lint.yaml': `extends: minimal\n${configuration}` });
  memory.settings = { ...memory.settings, above };
  const findings = (await memory.findings('api/openapi.yaml')).filter(({ rule }) => rule === 'missing-401');
  return findings.flatMap(({ severity, operations }) =>
    operations.map(({ method, path }) => `${severity === 'warning' ? '' : `${severity} `}${method.toUpperCase()} ${path}`),
  );
}

const overrides = (...lines: readonly string[]) => `overrides:\n${lines.map((line) => `  - ${line}\n`).join('')}`;
const without = (...gone: readonly string[]) => all.filter((operation) => !gone.includes(operation));

describe('an override', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['that there is not changes nothing', '', all],
    ['for all files holds everywhere', overrides("{files: ['**'], rules: {missing-401: off}}"), []],
    ['for a file holds for what stands in it', overrides('{files: [api/parts/], rules: {missing-401: off}}'), without('PUT /shared')],
    ['for a file holds for that file alone', overrides('{files: [openapi.yaml], rules: {missing-401: off}}'), ['PUT /shared']],
    [
      'for operations',
      overrides("{operations: ['POST /pets', '* /public/**'], rules: {missing-401: off}}"),
      without('POST /pets', 'GET /public/health'),
    ],
    ['for a tag', overrides("{operations: ['tag:internal'], rules: {missing-401: off}}"), without('GET /public/health')],
    ['for an operationId', overrides("{operations: ['operationId:listPets'], rules: {missing-401: off}}"), without('GET /pets')],
    [
      'for both holds where both fit',
      overrides("{files: [openapi.yaml], operations: ['* /pets', '* /shared'], rules: {missing-401: off}}"),
      without('GET /pets', 'POST /pets'),
    ],
    [
      'changes the severity',
      overrides("{operations: ['POST /pets'], rules: {missing-401: error}}"),
      all.map((operation) => (operation === 'POST /pets' ? 'error POST /pets' : operation)),
    ],
    [
      'gives way to a later one',
      overrides("{files: ['**'], rules: {missing-401: off}}", "{operations: ['POST /pets'], rules: {missing-401: info}}"),
      ['info POST /pets'],
    ],
    [
      'turns a rule on',
      `rules: {missing-401: off}\n${overrides("{operations: ['POST /pets'], rules: {missing-401: warning}}")}`,
      ['POST /pets'],
    ],
    [
      'has options of its own',
      overrides("{files: [openapi.yaml], rules: {missing-401: [warning, {exempt: ['GET /**']}]}}"),
      ['POST /pets', 'PUT /shared'],
    ],
    [
      'keeps the options of the rule',
      `rules: {missing-401: [warning, {exempt: ['GET /**']}]}\n${overrides("{files: ['**'], rules: {missing-401: info}}")}`,
      ['info POST /pets', 'info PUT /shared'],
    ],
    ['of other rules changes nothing', overrides("{files: ['**'], rules: {missing-security: off}}"), all],
    ['for files that are all wrong holds nowhere', overrides("{files: ['../x'], rules: {missing-401: off}}"), all],
    ['for no files holds nowhere', overrides('{files: [], rules: {missing-401: off}}'), all],
    ['that says not for what holds nowhere', overrides('{rules: {missing-401: off}}'), all],
  ])('%s', async (_, configuration, expected) => {
    expect(await found(configuration)).toEqual(expected);
  });

  it('gives way to what wins over the file, which keeps its options', async () => {
    const configuration = overrides("{files: ['**'], rules: {missing-401: [off, {exempt: ['GET /**']}]}}");
    const above = { rules: new Map([['missing-401', { severity: 'error', options: undefined } as const]]) };
    expect(await found(configuration, above)).toEqual(['error POST /pets', 'error PUT /shared']);
  });

  it('for operations leaves alone what is about none', async () => {
    const configuration = "overrides: [{operations: ['* /**'], rules: {syntax-error: off}}]\n";
    const memory = new MemoryFiles({
      '.auth-lint.yaml': `extends: minimal\n${configuration}`,
      'openapi.yaml': 'openapi: 3.1.0\npaths: {\n',
    });
    expect((await memory.findings('openapi.yaml')).map(({ rule }) => rule)).toEqual(['syntax-error']);
  });

  it('stays an exemption in a run that is restricted to the rule', async () => {
    const configuration = overrides('{files: [openapi.yaml], rules: {missing-401: off}}');
    expect(await found(configuration, { rules: new Map(), only: ['missing-401'] })).toEqual(['PUT /shared']);
  });
});

it('options of one rule that another reads are those of the place', async () => {
  const text = `openapi: 3.1.0\nsecurity: [bearer: []]\npaths:\n  /a: {get: {responses: {4XX: {description: No}}}}\n  /b: {get: {responses: {4XX: {description: No}}}}\n${schemes}`;
  const memory = new MemoryFiles({
    '.auth-lint.yaml': "extends: all\noverrides: [{operations: ['GET /a'], rules: {missing-401: [error, {accept: [4XX]}]}}]\n",
    'openapi.yaml': text,
  });
  const about401 = (await memory.findings('openapi.yaml')).filter(({ rule }) => ['missing-401', 'range-only-401'].includes(rule));
  expect(about401.map(({ rule, operations }) => [rule, operations.map(({ path }) => path)])).toEqual([
    ['range-only-401', ['/a']],
    ['missing-401', ['/b']],
  ]);
});

it('many overrides with the same options are one choice of options', async () => {
  const paths = Array.from({ length: 300 }, (_, index) => `  /p${index}: {get: {responses: {4XX: {description: No}}}}\n`).join('');
  const one = (index: number) => `  - {operations: ['GET /p${index}'], rules: {missing-401: [error, {accept: [4XX]}]}}\n`;
  const memory = new MemoryFiles({
    '.auth-lint.yaml': `extends: minimal\noverrides:\n${Array.from({ length: 300 }, (_, index) => one(index)).join('')}`,
    'openapi.yaml': `openapi: 3.1.0\nsecurity: [bearer: []]\npaths:\n${paths}${schemes}`,
  });
  const { inForce, findings } = await memory.check('openapi.yaml');
  expect(findings).toEqual([]);
  expect(new Set(inForce.overrides.map(({ rules }) => rules.get('missing-401')?.options)).size).toBe(1);
});
