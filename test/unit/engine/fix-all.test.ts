import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type FixScope, filesToFix, fixAll } from '../../../linter/index.ts';
import { type MemoryFiles, missionFiles, uriOf } from '../../support/memory-files.ts';
import { schemes } from '../support/descriptions.ts';
import { jsonValue, yamlValue } from '../support/plain-value.ts';

/** Fixes all, and checks that nothing safe is left. */
async function fixed(
  files: Readonly<Record<string, string>>,
  scope: FixScope = {},
  entries: readonly string[] = [Object.keys(files)[0] ?? ''],
): Promise<MemoryFiles> {
  const memory = missionFiles(files);
  memory.apply((await fixAll(memory.linter, entries.map(uriOf), scope)).files);
  if (Object.keys(scope).length === 0) expect((await fixAll(memory.linter, entries.map(uriOf))).files).toEqual([]);
  return memory;
}

/** The rules that still find something; those without a safe fix among them. */
async function left(files: MemoryFiles, path: string): Promise<readonly string[]> {
  return (await files.findings(path)).map(({ rule }) => rule);
}

const head = 'openapi: 3.1.0\ninfo: {title: Pets}\nsecurity:\n  - bearer: []\n';

describe('case 42: many operations without a 401', () => {
  const operations = Array.from(
    { length: 20 },
    (_, index) => `  /pets/${index}:\n    get:\n      responses:\n        '200': {description: Fine}\n`,
  ).join('');

  it('get one component and a reference each', async () => {
    const files = await fixed({ 'openapi.yaml': `${head}paths:\n${operations}${schemes}` });
    const text = files.text('openapi.yaml');
    expect(text.match(/\$ref: '#\/components\/responses\/Unauthorized'/g)).toHaveLength(20);
    expect(text.match(/^ {4}Unauthorized:$/gm)).toHaveLength(1);
    expect(await left(files, 'openapi.yaml')).toEqual([]);
  });

  it('do not clash with a component of that name', async () => {
    const taken = '  responses:\n    Unauthorized: {description: Something else, content: {}}\n    Unauthorized2: {$ref: nowhere.yaml}\n';
    const files = await fixed({ 'openapi.yaml': `${head}paths:\n${operations}${schemes}${taken}` });
    expect(files.text('openapi.yaml')).toContain('Something else');
    expect(yamlValue(files.text('openapi.yaml'))).toMatchObject({
      components: { responses: { Unauthorized: { description: 'Something else' } } },
    });
    expect(await left(files, 'openapi.yaml')).not.toContain('missing-401');
  });

  it('in 2.0 get a response there', async () => {
    const text = `swagger: '2.0'\nsecurity: [basic: []]\nsecurityDefinitions: {basic: {type: basic}}\npaths:\n${operations}`;
    const files = await fixed({ 'openapi.yaml': text });
    expect(yamlValue(files.text('openapi.yaml'))).toMatchObject({
      responses: { Unauthorized: { headers: { 'WWW-Authenticate': { type: 'string' } } } },
    });
  });

  it('use the 401 that others have', async () => {
    const shared = "  /toys:\n    get: {responses: {'401': {$ref: '#/components/responses/Who'}}}\n";
    const component = '  responses:\n    Who: {description: Who, headers: {WWW-Authenticate: {schema: {type: string}}}}\n';
    const files = await fixed({ 'openapi.yaml': `${head}paths:\n${shared}${operations}${schemes}${component}` });
    expect(files.text('openapi.yaml').match(/responses\/Who'/g)).toHaveLength(21);
    expect(files.text('openapi.yaml')).not.toContain('Unauthorized');
  });

  it('case 41: have a description in what is written', async () => {
    const files = await fixed({ 'openapi.yaml': `${head.replace('3.1.0', '3.2.0')}paths:\n${operations}${schemes}` });
    expect(yamlValue(files.text('openapi.yaml'))).toMatchObject({
      components: { responses: { Unauthorized: { description: expect.stringMatching(/./) } } },
    });
  });
});

describe('fixes that build on each other', () => {
  it('a misspelt and a missing header in one response are both dealt with', async () => {
    const text = `${head}paths:\n  /pets:\n    get: {responses: {'401': {description: No, headers: {WWW_Authenticate: {schema: {type: string}}}}}}\n    put: {responses: {'401': {description: No}}}\n    post: {responses: {}}\n${schemes}`;
    const files = await fixed({ 'openapi.yaml': text });
    expect(await left(files, 'openapi.yaml')).toEqual([]);
  });

  it('one that waits for another is applied in a later pass', async () => {
    // The response gets its header only once an operation uses it.
    const text = `${head}paths:\n  /pets:\n    get: {responses: {}}\n    put: {}\n${schemes}  responses:\n    Unauthorized:\n      description: No\n      headers: {WWW_Authenticate: {schema: {type: string}}}\n`;
    const files = await fixed({ 'openapi.yaml': text });
    expect(files.text('openapi.yaml')).not.toContain('WWW_Authenticate');
    expect(await left(files, 'openapi.yaml')).toEqual([]);
  });

  it('a response behind an alias is edited once', async () => {
    const text = `${head}paths:\n  /pets:\n    get:\n      responses: &all\n        '200': {description: Fine}\n    put:\n      responses: *all\n${schemes}`;
    const files = await fixed({ 'openapi.yaml': text });
    expect(files.text('openapi.yaml').match(/'401':/g)).toHaveLength(1);
    expect(await left(files, 'openapi.yaml')).toEqual([]);
  });

  it('responses that a merge key brings are edited where they stand, or in the map that has the key', async () => {
    const text = `${head}x-common: &common\n  '200': {description: Fine}\npaths:\n  /pets:\n    get:\n      responses:\n        <<: *common\n    put:\n      responses:\n        <<: *common\n        '201': {description: Made}\n${schemes}`;
    const files = await fixed({ 'openapi.yaml': text });
    expect(await left(files, 'openapi.yaml')).toEqual([]);
  });
});

describe('fixes across files', () => {
  const entry = `${head}paths:\n  /pets: {$ref: paths/pets.yaml}\n${schemes}`;

  it('the operation is in a fragment, the component in the entry document', async () => {
    const files = await fixed({ 'openapi.yaml': entry, 'paths/pets.yaml': "get:\n  responses:\n    '200': {description: Fine}\n" });
    expect(files.text('paths/pets.yaml')).toBe(
      "get:\n  responses:\n    '200': {description: Fine}\n    '401': {$ref: ../openapi.yaml#/components/responses/Unauthorized}\n",
    );
    expect(await left(files, 'openapi.yaml')).toEqual([]);
  });

  it('a shared 401 is referenced as the file itself does', async () => {
    const files = await fixed({
      'openapi.yaml': entry,
      'paths/pets.yaml': "get:\n  responses:\n    '401': {$ref: '../responses/no.yaml'}\nput:\n  responses: {}\n",
      'responses/no.yaml': 'description: No\nheaders: {WWW-Authenticate: {schema: {type: string}}}\n',
    });
    expect(files.text('paths/pets.yaml')).toContain("put:\n  responses:\n    '401': {$ref: '../responses/no.yaml'}\n");
  });

  it('a shared 401 is referenced from another folder', async () => {
    const files = await fixed({
      'openapi.yaml': `${head}paths:\n  /pets: {$ref: paths/pets.yaml}\n  /toys: {$ref: deep/er/toys.yaml}\n${schemes}`,
      'paths/pets.yaml': "get:\n  responses:\n    '401': {$ref: '../my responses/no.yaml'}\n",
      'deep/er/toys.yaml': 'get:\n  responses: {}\n',
      'my responses/no.yaml': 'description: No\nheaders: {WWW-Authenticate: {schema: {type: string}}}\n',
    });
    expect(files.text('deep/er/toys.yaml')).toContain('$ref: ../../my%20responses/no.yaml');
    expect(await left(files, 'openapi.yaml')).toEqual([]);
  });

  it('a fragment of two descriptions is fixed for both', async () => {
    const files = await fixed(
      {
        'one.yaml': entry,
        'two.yaml': entry,
        'paths/pets.yaml': "get:\n  responses:\n    '401':\n      description: No\nput:\n  responses: {}\n",
      },
      {},
      ['one.yaml', 'two.yaml'],
    );
    expect(files.text('paths/pets.yaml').match(/WWW-Authenticate/g)).toHaveLength(1);
    expect(files.text('paths/pets.yaml').match(/'401'/g)).toHaveLength(2);
    expect([...(await left(files, 'one.yaml')), ...(await left(files, 'two.yaml'))]).toEqual([]);
  });

  it('an open document is fixed as it is in the editor', async () => {
    const memory = missionFiles({ 'openapi.yaml': entry, 'paths/pets.yaml': 'get: {responses: {}}\n' });
    const open = "get:\n  responses:\n    '401':\n      description: No\n";
    memory.linter.openDocument(uriOf('paths/pets.yaml'), open, 3);
    const edits = (await fixAll(memory.linter, [uriOf('openapi.yaml')])).files;
    expect(edits.map(({ file }) => file)).toEqual([uriOf('paths/pets.yaml')]);
    expect(edits[0]?.edits[0]?.range.start).toBeGreaterThan(open.indexOf('description'));
  });
});

describe('the scope of a fix', () => {
  const files = {
    'openapi.yaml': `${head}paths:\n  /pets: {$ref: pets.yaml}\n  /toys:\n    get:\n      responses:\n        '401': {description: No}\n    put: {responses: {}}\n${schemes}`,
    'pets.yaml': "get:\n  responses:\n    '401': {description: No}\n",
  };

  it('one rule', async () => {
    const memory = await fixed(files, { rule: 'missing-www-authenticate' });
    expect(await left(memory, 'openapi.yaml')).toEqual(['missing-401']);
  });

  it('one file', async () => {
    const memory = await fixed(files, { file: uriOf('pets.yaml') });
    expect(memory.text('openapi.yaml')).toBe(files['openapi.yaml']);
    expect(memory.text('pets.yaml')).toContain('WWW-Authenticate');
  });

  it('one rule in one file', async () => {
    const memory = await fixed(files, { rule: 'missing-401', file: uriOf('pets.yaml') });
    expect(memory.text('pets.yaml')).toBe(files['pets.yaml']);
  });

  it('nothing to fix gives no edits', async () => {
    const memory = missionFiles({ 'openapi.yaml': 'openapi: 3.1.0\nsecurity: []\npaths: {}\n', 'none.yaml': '' });
    expect((await fixAll(memory.linter, [uriOf('openapi.yaml'), uriOf('none.yaml'), uriOf('missing.yaml')])).files).toEqual([]);
    expect((await fixAll(memory.linter, [])).files).toEqual([]);
  });

  it('suggestions are left to people', async () => {
    const text = 'openapi: 3.1.0\npaths: {/pets: {get: {responses: {}}}}\n';
    const memory = missionFiles({ 'openapi.yaml': text });
    expect((await fixAll(memory.linter, [uriOf('openapi.yaml')])).files).toEqual([]);
  });

  it('the linter’s own texts and results stay as they are', async () => {
    const memory = missionFiles(files);
    const before = await memory.check('openapi.yaml');
    await fixAll(memory.linter, [uriOf('openapi.yaml')]);
    expect(await memory.check('openapi.yaml')).toBe(before);
  });
});

describe('one description in two formats', () => {
  const descriptions: readonly (readonly [string, unknown])[] = [
    [
      '3.1',
      {
        openapi: '3.1.0',
        info: { title: 'Pets & "Toys"' },
        security: [{ b: [] }, { k: [] }],
        paths: {
          '/pets': { get: { responses: { 200: { description: 'x' }, default: { description: 'y' } } }, put: { responses: {} }, post: {} },
        },
        components: { securitySchemes: { b: { type: 'http', scheme: 'digest' }, k: { type: 'apiKey', in: 'query', name: 'k' } } },
      },
    ],
    [
      '3.0 with shared responses',
      {
        openapi: '3.0.3',
        info: { title: 'Pets' },
        security: [{ b: [] }],
        paths: {
          '/a': { get: { responses: { 401: { $ref: '#/components/responses/No' } } }, put: { responses: { 404: { description: 'x' } } } },
        },
        components: {
          responses: { No: { description: 'No', headers: { WWW_Authenticate: { schema: { type: 'string' } } } } },
          securitySchemes: { b: { type: 'http', scheme: 'basic' } },
        },
      },
    ],
    [
      '2.0',
      {
        swagger: '2.0',
        info: { title: 'Pets' },
        security: [{ b: [] }],
        securityDefinitions: { b: { type: 'basic' } },
        paths: { '/a': { get: { responses: { 401: { description: 'x' } } }, put: { responses: { default: { description: 'x' } } } } },
      },
    ],
    [
      '3.2',
      {
        openapi: '3.2.0',
        info: { title: 'Pets' },
        security: [{ b: ['x'] }],
        paths: { '/a': { query: { responses: { '4XX': { description: 'x' } } }, additionalOperations: { COPY: { responses: {} } } } },
        components: { securitySchemes: { b: { type: 'oauth2', flows: {} } } },
      },
    ],
  ];

  it.each(descriptions)('means the same after fixing: %s', async (_, value) => {
    const yaml = [
      stringify(value),
      stringify(value, { indent: 4, indentSeq: false }),
      stringify(value, { collectionStyle: 'flow' }),
      stringify(value).replaceAll('\n', '\r\n'),
    ];
    const json = [JSON.stringify(value, null, 2), JSON.stringify(value, null, '\t'), JSON.stringify(value)];
    const values = await Promise.all([
      ...yaml.map(async (text) => yamlValue(await fixedText('openapi.yaml', text))),
      ...json.map(async (text) => jsonValue(await fixedText('openapi.json', text))),
    ]);
    expect(values.map((each) => JSON.stringify(each, sorted))).toEqual(values.map(() => JSON.stringify(values[0], sorted)));
    expect(JSON.stringify(values[0])).toContain('WWW-Authenticate');
  });
});

async function fixedText(path: string, text: string): Promise<string> {
  const files = await fixed({ [path]: text });
  expect(await left(files, path)).toEqual([]);
  return files.text(path);
}

/** Object keys in one order. */
function sorted(_: string, value: unknown): unknown {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value;
}

describe('a half-typed description', () => {
  const text = `${head}paths:\n  /pets:\n    get:\n      responses:\n        '200': {description: Fine}\n${schemes}x: [1,\n`;

  it('keeps its findings and their fixes', async () => {
    const memory = missionFiles({ 'openapi.yaml': text });
    const finding = (await memory.findings('openapi.yaml')).find(({ rule }) => rule === 'missing-401');
    memory.apply(finding?.fixes[0]?.edits() ?? []);
    expect(memory.text('openapi.yaml')).toContain("'401':");
    expect(await left(memory, 'openapi.yaml')).toEqual(['syntax-error']);
  });
});

describe('files that must stay as they are', () => {
  const broken = {
    'openapi.yaml': `${head}paths:\n  /pets: {$ref: pets.yaml}\n  /cats: {get: {responses: {}}}\n${schemes}`,
    'pets.yaml': 'get: {responses: {}}\n',
  };

  it('are not edited, nor is anything else by the fixes that would', async () => {
    const asked = new Set<string>();
    const mayEdit = (file: string) => {
      asked.add(file);
      return file !== uriOf('pets.yaml');
    };
    const files = await fixed(broken, { mayEdit });
    expect(files.text('pets.yaml')).toBe(broken['pets.yaml']);
    expect(files.text('openapi.yaml')).toContain('Unauthorized');
    expect((await files.findings('openapi.yaml')).map(({ rule, file }) => [rule, file])).toEqual([['missing-401', uriOf('pets.yaml')]]);
    expect([...asked].sort()).toEqual([uriOf('openapi.yaml'), uriOf('pets.yaml')]);
  });

  it('keep out fixes of other files that need them', async () => {
    const files = await fixed(broken, { mayEdit: (file) => file !== uriOf('openapi.yaml') });
    expect([files.text('openapi.yaml'), files.text('pets.yaml')]).toEqual([broken['openapi.yaml'], broken['pets.yaml']]);
  });

  it('do not make another fix of the same finding take the place of the one that is left out', async () => {
    const memory = missionFiles(broken);
    const { files } = await fixAll(memory.linter, [uriOf('openapi.yaml')], {
      suggestions: true,
      mayEdit: (file) => file !== uriOf('openapi.yaml'),
    });
    expect(files).toEqual([]);
  });
});

describe('the files that fixes would edit first', () => {
  it('are known from the findings', async () => {
    const files = { 'openapi.yaml': `${head}paths:\n  /pets: {$ref: pets.yaml}\n${schemes}`, 'pets.yaml': 'get: {responses: {}}\n' };
    const memory = missionFiles(files);
    const findings = await memory.findings('openapi.yaml');
    expect([...filesToFix(findings, {})].sort()).toEqual([uriOf('openapi.yaml'), uriOf('pets.yaml')]);
    expect(filesToFix(findings, { rule: 'no-rule' })).toEqual([]);
  });
});
