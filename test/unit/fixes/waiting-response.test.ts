import { describe, expect, it } from 'vitest';
import { fixAll } from '../../../linter/index.ts';
import { missionFiles, uriOf } from '../../support/memory-files.ts';
import { schemes } from '../support/descriptions.ts';

const head = 'openapi: 3.1.0\ninfo: {title: Pets}\nsecurity: [{bearer: []}]\npaths: {/pets: {get: {responses: {}}}}\n';

describe('a component under a telling name', () => {
  it.each([
    ['is referred to when it is a response', 'Unauthorized: {description: No}', 'Unauthorized'],
    ['is referred to when it is still to be one', 'Unauthorized: {}', 'Unauthorized'],
    ['is left alone when nothing tells that it is one', 'Unauthorized: {headers: {X-Id: {schema: {type: string}}}}', 'Unauthorized2'],
    ['is left alone when it is something else', 'Unauthorized: {message: No}', 'Unauthorized2'],
  ])('%s', async (_, component, name) => {
    const files = missionFiles({ 'openapi.yaml': `${head}${schemes}  responses:\n    ${component}\n` });
    const { files: edits, withheld } = await fixAll(files.linter, [uriOf('openapi.yaml')]);
    files.apply(edits);
    expect(withheld).toEqual([]);
    expect(files.text('openapi.yaml')).toContain(`'#/components/responses/${name}'`);
    expect(await files.findings('openapi.yaml')).toEqual([]);
  });
});
