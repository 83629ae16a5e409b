import { describe, expect, it } from 'vitest';
import { fixAll } from '../../../linter/index.ts';
import { missionFiles, uriOf } from '../../support/memory-files.ts';

const head = 'openapi: 3.0.3\ninfo: {title: Pets, version: "1"}\nsecurity: [{bearer: []}]\n';
const schemes = '  securitySchemes: {bearer: {type: http, scheme: bearer}}\n';

describe('case 40: a text that stands for other statuses too is not changed by fix all', () => {
  it.each([
    [
      'a shared response',
      `${head}paths:\n  /pets:\n    get:\n      responses:\n        '401': {$ref: '#/components/responses/Error'}\n        '500': {$ref: '#/components/responses/Error'}\ncomponents:\n  responses:\n    Error:\n      description: Something went wrong\n${schemes}`,
    ],
    [
      'headers behind an alias',
      `${head}paths:\n  /pets:\n    get:\n      responses:\n        '200':\n          description: Fine\n          headers: &common\n            X-Id: {schema: {type: string}}\n        '401':\n          description: No\n          headers: *common\ncomponents:\n${schemes}`,
    ],
  ])('%s', async (_, text) => {
    const files = missionFiles({ 'openapi.yaml': text });
    const [finding] = await files.findings('openapi.yaml');
    expect(finding?.fixes.map(({ kind, preferred }) => ({ kind, preferred }))).toEqual([{ kind: 'suggestion', preferred: false }]);
    expect((await fixAll(files.linter, [uriOf('openapi.yaml')])).files).toEqual([]);
  });
});
