import { expect, it } from 'vitest';
import { type ApiModel, type OutlineNode, outlineOf } from '../../../linter/index.ts';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';
import { lines } from '../support/lines.ts';

const openapi = lines(
  'openapi: 3.1.0',
  'security: [{oauth: [read]}]',
  'paths:',
  '  /pets:',
  '    get:',
  '      responses:',
  "        '401': {$ref: '#/components/responses/No'}",
  '      callbacks: {done: {"{$url}": {post: {responses: {}}}}}',
  '    put: {$ref: put.yaml}',
  '  /a: {$ref: item.yaml}',
  '  /b: {$ref: item.yaml}',
  'components:',
  '  responses:',
  '    No: {description: No}',
  '    Gone: {description: Gone}',
  '  securitySchemes:',
  '    oauth: {type: oauth2, flows: {implicit: {scopes: {read: Read}}}}',
  '    far: {$ref: far.yaml}',
);

const files = {
  'openapi.yaml': openapi,
  'put.yaml': 'security: []\nresponses: {}\n',
  'item.yaml': "get: {responses: {'401': {$ref: no.yaml}}}\npost: {responses: {}}\n",
  'no.yaml': 'description: No\n',
  'far.yaml': 'type: http\nscheme: basic\n',
};

async function outlineIn(path: string): Promise<readonly string[]> {
  const memory = new MemoryFiles(files);
  const { api } = await memory.check('openapi.yaml');
  const file = memory.linter.file(uriOf(path));
  if (!api || !file) throw new Error('nothing was read');
  return described([api], outlineOf([api], file), memory.text(path));
}

/** Each line: what it is, and the text that names it. */
function described(apis: readonly ApiModel[], nodes: readonly OutlineNode[], text: string, indent = ''): readonly string[] {
  return nodes.flatMap((node) => {
    const name = node.kind === 'operation' ? `${node.operation.method} ${node.operation.path}` : '';
    const line = `${indent}${node.kind} ${name}<${text.slice(node.mark.start, node.mark.end)}>`;
    return [line, ...described(apis, node.children, text, `${indent}  `)];
  });
}

it('has what a description says, in the order of the text', async () => {
  expect(await outlineIn('openapi.yaml')).toEqual([
    'security <security>',
    'path </pets>',
    '  operation get /pets<get>',
    '    path <"{$url}">',
    '      operation post {$url}<post>',
    '  operation put /pets<put>',
    'path </a>',
    '  operation get /a</a>',
    '  operation post /a</a>',
    'path </b>',
    '  operation get /b</b>',
    '  operation post /b</b>',
    'response <No>',
    'schemes <securitySchemes>',
    '  scheme <oauth>',
    '    flow <implicit>',
    '      scope <read>',
    '  scheme <far>',
  ]);
});

it.each([
  ['put.yaml', ['operation put /pets<>']],
  ['item.yaml', ['path <>', '  operation get /a<get>', '  operation post /a<post>']],
  ['no.yaml', ['response <>']],
  ['far.yaml', ['scheme <>']],
])('has just what stands in %s', async (path, expected) => {
  expect(await outlineIn(path)).toEqual(expected);
});

it('has the paths of several descriptions that share a file once', async () => {
  const memory = new MemoryFiles({ ...files, 'other.yaml': 'openapi: 3.0.3\npaths: {/c: {$ref: item.yaml}}\n' });
  const apis = [(await memory.check('other.yaml')).api, (await memory.check('openapi.yaml')).api].filter((api) => api !== undefined);
  const file = memory.linter.file(uriOf('item.yaml'));
  expect(file && described(apis, outlineOf(apis, file), memory.text('item.yaml'))).toEqual([
    'path <>',
    '  operation get /c<get>',
    '  operation post /c<post>',
  ]);
});
