import { describe, expect, it } from 'vitest';
import { fixAll } from '../../../linter/index.ts';
import { missionFiles, uriOf } from '../../support/memory-files.ts';
import { schemes } from '../support/descriptions.ts';
import { yamlValue } from '../support/plain-value.ts';

async function fixedResponse(response: string): Promise<unknown> {
  const text = `openapi: 3.0.3\nsecurity: [bearer: []]\npaths:\n  /pets:\n    get:\n      responses:\n        '401':${response}\n${schemes}`;
  const memory = missionFiles({ 'openapi.yaml': text });
  memory.apply((await fixAll(memory.linter, [uriOf('openapi.yaml')])).files);
  expect(await memory.findings('openapi.yaml')).toEqual([]);
  const { paths } = yamlValue(memory.text('openapi.yaml')) as { paths: { '/pets': { get: { responses: { '401': unknown } } } } };
  return paths['/pets'].get.responses['401'];
}

describe('case 41: a 401 without anything', () => {
  it.each(['', ' {}', ' null', ' # none'])('gets the description that it must have, with its header: %j', async (response) => {
    expect(await fixedResponse(response)).toMatchObject({ description: expect.stringMatching(/./), headers: { 'WWW-Authenticate': {} } });
  });

  it('a description that is there is kept', async () => {
    expect(await fixedResponse('\n          description: Mine\n          content: {}')).toMatchObject({ description: 'Mine' });
  });
});
