import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fixAll } from '../../../linter/index.ts';
import { missionFiles, uriOf } from '../../support/memory-files.ts';

const api = 'openapi: 3.1.0\ninfo: {title: Pets, version: "1"}\n';
const schemes = 'components:\n  securitySchemes: {bearer: {type: http, scheme: bearer}}\n';

async function fixed(text: string): Promise<string> {
  const files = missionFiles({ 'openapi.yaml': text });
  files.apply((await fixAll(files.linter, [uriOf('openapi.yaml')])).files);
  return files.text('openapi.yaml');
}

describe('fix all', () => {
  it('keeps the order of edits at one place: the last operation and what is added behind it', async () => {
    const text = await fixed(
      'swagger: "2.0"\ninfo: {title: Pets, version: "1"}\nsecurityDefinitions: {basic: {type: basic}}\npaths:\n  /pets:\n    get:\n      security: [{basic: []}]\n      responses:\n        "200": {description: Fine}\n',
    );
    const value = parse(text);
    expect(value.paths['/pets'].get.responses['401']).toEqual({ $ref: '#/responses/Unauthorized' });
    expect(Object.keys(value.responses.Unauthorized.headers)).toEqual(['WWW-Authenticate']);
    expect(Object.keys(value.responses.Unauthorized.headers['WWW-Authenticate'])).toEqual(['description', 'type']);
  });

  it('leaves responses alone that a public operation shares', async () => {
    const text = `${api}security: [{bearer: []}]\npaths:\n  /pets:\n    get:\n      responses: &shared\n        '200': {description: Fine}\n  /health:\n    get:\n      security: []\n      responses: *shared\n${schemes}`;
    expect(await fixed(text)).toBe(text);
  });

  it('leaves a response alone that is another operation’s 404', async () => {
    const text = `${api}security: [{bearer: []}]\npaths:\n  /pets:\n    get:\n      responses:\n        '401': {$ref: '#/paths/~1pets/get/responses/404'}\n        '404': {description: No}\n${schemes}`;
    expect(await fixed(text)).toBe(text);
  });
});

describe('operations', () => {
  it('a method with a field of its own is not taken from additionalOperations', async () => {
    const files = missionFiles({
      'openapi.yaml': `openapi: 3.2.0\ninfo: {title: Pets, version: "1"}\nsecurity: [{bearer: []}]\npaths:\n  /pets:\n    additionalOperations:\n      get: {responses: {'401': {description: No}}}\n    get: {operationId: real, responses: {}}\n${schemes}`,
    });
    const { api: model } = await files.check('openapi.yaml');
    expect(model?.operations.map(({ method, id }) => `${method} ${id}`)).toEqual(['get real']);
  });

  it('callbacks that lead back to their holder end', async () => {
    const callbacks = Array.from({ length: 30 }, (_, index) => `          c${index}: {x: {$ref: '#/paths/~1pets'}}`).join('\n');
    const text = `openapi: 3.0.3\ninfo: {title: Pets, version: "1"}\npaths:\n  /pets:\n    post:\n        security: []\n        callbacks:\n${callbacks}\n        responses: {}\n`;
    const files = missionFiles({ 'openapi.yaml': text });
    expect((await files.check('openapi.yaml')).api?.operations).toHaveLength(31);
  });
});
