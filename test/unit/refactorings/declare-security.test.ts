import { describe, expect, it } from 'vitest';
import { lines } from '../support/lines.ts';
import { offered, titlesAt } from '../support/refactored.ts';

const schemes = [
  'components:',
  '  securitySchemes:',
  '    basic: {type: http, scheme: basic}',
  '    key: {type: apiKey, in: header, name: K}',
];

function api(...paths: readonly string[]): string {
  return lines('openapi: 3.0.3', 'paths:', ...paths, ...schemes);
}

describe('security of the operations that say nothing', () => {
  it('is offered on the key of one of them, and on the key of all paths', async () => {
    const titles = [
      'rewrite: Require basic in all 3 operations that say nothing',
      'rewrite: Require key in all 3 operations that say nothing',
      'rewrite: Declare all 3 operations public that say nothing',
    ];
    expect(await titlesAt(api('  /a:', '    ¦get: {}', '    put: {security: []}', '    post: {}', '  /b: {get: {}}'))).toEqual(titles);
    expect(await titlesAt(api('  /a: {get: {}, post: {}}', '  /b: {get: {}}').replace('paths', 'path¦s'))).toEqual(titles);
  });

  it('is offered on a path for that path', async () => {
    expect(await titlesAt(api('  /a¦: {get: {}, post: {}}', '  /b: {get: {}}'))).toEqual([
      'rewrite: Require basic in the 2 operations of /a that say nothing',
      'rewrite: Require key in the 2 operations of /a that say nothing',
      'rewrite: Declare the 2 operations of /a public that say nothing',
    ]);
  });

  it('is not offered for a single one, on one that says something, and elsewhere', async () => {
    expect(await titlesAt(api('  /a:', '    ¦get: {}', '    put: {security: []}', '    options: {}'))).toEqual([]);
    expect(await titlesAt(api('  /a:', '    get: {}', '    ¦put: {security: []}', '    post: {}'))).toEqual([]);
    expect(await titlesAt(api('  /a:', '    get: {summary¦: A}', '    post: {}'))).toEqual([]);
    expect(await titlesAt(`security: []\n${api('  /a:', '    ¦get: {}', '    post: {}')}`)).toEqual([]);
  });

  it('offers a handful of schemes', async () => {
    const many = Array.from({ length: 9 }, (_, index) => `    s${index}: {type: http, scheme: basic}`);
    const titles = await titlesAt(
      lines('openapi: 3.0.3', 'path¦s: {/a: {get: {}, put: {}}}', 'components:', '  securitySchemes:', ...many),
    );
    expect(titles).toHaveLength(6);
  });

  it('is written in each, in its own style and file', async () => {
    const { edited } = await offered({
      'openapi.yaml': api('  /a¦:', '    get: {}', '    put:', '      operationId: put', '      responses: {}', '  /b: {$ref: b.yaml}')
        .replace('paths:', 'path¦s:')
        .replace('/a¦', '/a'),
      'b.yaml': 'get:\n  summary: B\n',
    });
    const texts = edited('Require key');
    expect(texts['openapi.yaml']).toBe(
      api(
        '  /a:',
        '    get:',
        '      security: [{key: []}]',
        '    put:',
        '      operationId: put',
        '      security: [{key: []}]',
        '      responses: {}',
        '  /b: {$ref: b.yaml}',
      ),
    );
    expect(texts['b.yaml']).toBe('get:\n  summary: B\n  security:\n    - key: []\n');
  });

  it('is written in JSON', async () => {
    const { edited } = await offered({ 'openapi.json': '{"swagger":"2.0","pa¦ths":{"/a":{"get":{},"put":{"responses":{}}}}}' });
    expect(edited('Declare')['openapi.json']).toBe(
      '{"swagger":"2.0","paths":{"/a":{"get":{"security":[]},"put":{"security":[],"responses":{}}}}}',
    );
  });
});
