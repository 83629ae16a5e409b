import { describe, expect, it } from 'vitest';
import { type AuthNode, authNodeAt, authNodes } from '../../../linter/index.ts';
import { MemoryFiles } from '../../support/memory-files.ts';

const openapi = `openapi: 3.1.0
security:
  - login: [read]
paths:
  /pets:
    get:
      responses:
        '401': {$ref: 'responses.yaml#/Unauthorized'}
    put:
      security: [{key: []}]
      responses:
        '401':
          headers:
            WWW-Authenticate: {$ref: 'headers.yaml#/Challenge'}
components:
  responses:
    Gone: {description: Gone}
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    login:
      type: oauth2
      flows:
        implicit: {scopes: {read: Reads}}
`;

const files = {
  'openapi.yaml': openapi,
  'responses.yaml': `Unauthorized:
  description: No
  headers:
    WWW-Authenticate: {schema: {type: string}, example: Bearer realm="pets"}
Other: {description: Other}
`,
  'headers.yaml': `Challenge: {schema: {type: string, enum: [Basic realm="pets"]}}
`,
};

async function nodesOf(texts: Readonly<Record<string, string>>): Promise<readonly AuthNode[]> {
  const { api } = await new MemoryFiles(texts).check('openapi.yaml');
  return api ? authNodes(api) : [];
}

const inWords = ({ kind, file, range }: AuthNode) => `${file.uri.split('/').at(-1)} ${kind}: ${file.text.slice(range.start, range.end)}`;

describe('what stretches of texts are to authentication', () => {
  it('is told of all files, each text once', async () => {
    expect((await nodesOf(files)).map(inWords)).toEqual([
      'openapi.yaml operation: get',
      'openapi.yaml operation: put',
      'openapi.yaml declaration: security',
      'openapi.yaml declaration: security',
      'openapi.yaml requirement: login',
      'openapi.yaml scope: read',
      'openapi.yaml requirement: key',
      'openapi.yaml scheme: key',
      'openapi.yaml scheme: login',
      'openapi.yaml declared-scope: read',
      "openapi.yaml unauthorized: '401'",
      "openapi.yaml unauthorized: '401'",
      'openapi.yaml shared-response: Gone',
      'responses.yaml shared-response: Unauthorized',
      'responses.yaml challenge-header: WWW-Authenticate',
      'responses.yaml challenge: Bearer realm="pets"',
      'openapi.yaml challenge-header: WWW-Authenticate',
      'headers.yaml challenge: Basic realm="pets"',
      'headers.yaml shared-header: Challenge',
    ]);
  });

  it('holds for what has the same text in several places', async () => {
    const text = openapi.replace('    put:\n', "  /dogs:\n    $ref: '#/paths/~1pets'\n  /cats:\n    put:\n");
    const nodes = await nodesOf({ ...files, 'openapi.yaml': text });
    const operations = nodes.flatMap((node) => (node.kind === 'operation' ? [node.operations.map(({ path }) => path)] : []));
    expect(operations).toEqual([['/pets', '/dogs'], ['/cats']]);
  });

  it('is found at each offset of a stretch, its end included', async () => {
    const { api } = await new MemoryFiles(files).check('openapi.yaml');
    if (!api) throw new Error('there is no model');
    const start = openapi.indexOf('login: [read]');
    const kinds = [-1, 0, 5, 6].map((shift) => authNodeAt(api, api.entry, start + shift)?.kind);
    expect(kinds).toEqual([undefined, 'requirement', 'requirement', undefined]);
  });
});
