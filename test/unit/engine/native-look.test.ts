import { describe, expect, it } from 'vitest';
import { fixAll } from '../../../linter/index.ts';
import { type MemoryFiles, missionFiles, uriOf } from '../../support/memory-files.ts';

async function fixed(texts: Readonly<Record<string, string>>, ...entries: readonly string[]): Promise<MemoryFiles> {
  const files = missionFiles(texts);
  files.apply((await fixAll(files.linter, entries.map(uriOf))).files);
  return files;
}

const head = 'openapi: 3.0.3\ninfo: {title: Pets, version: "1"}\nsecurity: [{bearer: []}]\n';
const schemes = 'components:\n  securitySchemes: {bearer: {type: http, scheme: bearer}}\n';

describe('what a fix writes looks like its surroundings', () => {
  it('a reference is written like its neighbours', async () => {
    const paths = 'get:\n  responses:\n    "200":\n      $ref: \'../common.yaml#/fine\'\n';
    const files = await fixed(
      { 'openapi.yaml': `${head}paths:\n  /pets: {$ref: paths/pets.yaml}\n${schemes}`, 'paths/pets.yaml': paths },
      'openapi.yaml',
    );
    expect(files.text('paths/pets.yaml')).toBe(`${paths}    "401":\n      $ref: '../openapi.yaml#/components/responses/Unauthorized'\n`);
  });

  it('without a dot where none have one', async () => {
    const pets = 'get:\n  responses:\n    "200":\n      $ref: common.yaml#/fine\n';
    const files = await fixed(
      { 'openapi.yaml': `${head}paths:\n  /pets: {$ref: pets.yaml}\n${schemes}`, 'pets.yaml': pets },
      'openapi.yaml',
    );
    expect(files.text('pets.yaml')).toContain('$ref: openapi.yaml#/components/responses/Unauthorized\n');
  });

  it('comments that belong to the response above stay with it', async () => {
    const text = `${head}paths:\n  /pets:\n    get:\n      responses:\n        '200':\n          description: Fine\n          # content: later\n        # what follows\n        '500': {description: Broken}\n${schemes}`;
    const files = await fixed({ 'openapi.yaml': text }, 'openapi.yaml');
    expect(files.text('openapi.yaml')).toContain(
      "          # content: later\n        '401':\n          $ref: '#/components/responses/Unauthorized'\n        # what follows\n        '500'",
    );
  });

  it('a file that several descriptions share does not get the title of one of them', async () => {
    const entry = (title: string) =>
      `openapi: 3.0.3\ninfo: {title: ${title}, version: '1'}\nsecurity: [{bearer: []}]\npaths:\n  /pets:\n    get:\n      responses:\n        '401': {$ref: 'common.yaml#/no'}\n${schemes}`;
    const files = await fixed(
      { 'a.yaml': entry('Cats'), 'b.yaml': entry('Dogs'), 'common.yaml': 'no:\n  description: No\n' },
      'a.yaml',
      'b.yaml',
    );
    expect(files.text('common.yaml').match(/Bearer realm="api"/g)).toHaveLength(1);
  });
});

describe('a chain of path items', () => {
  it('has the methods that stand beside each reference', async () => {
    const files = missionFiles({
      'openapi.yaml': `${head}paths:\n  /pets: {$ref: a.yaml}\n${schemes}`,
      'a.yaml': '$ref: b.yaml\nput: {responses: {}}\n',
      'b.yaml': 'get: {responses: {}}\n',
    });
    const { api } = await files.check('openapi.yaml');
    expect(api?.operations.map(({ method }) => method)).toEqual(['put', 'get']);
  });
});
