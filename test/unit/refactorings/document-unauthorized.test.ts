import { describe, expect, it } from 'vitest';
import { lines } from '../support/lines.ts';
import { offered, titlesAt } from '../support/refactored.ts';

const head = ['openapi: 3.1.0', 'info: {title: Pets}', 'security: [bearer: []]'];
const shared = [
  'components:',
  '  securitySchemes: {bearer: {type: http, scheme: bearer}}',
  '  responses:',
  '    Unauthorized: {description: No, headers: {WWW-Authenticate: {schema: {type: string}}}}',
];

function api(...paths: readonly string[]): string {
  return lines(...head, ...paths, ...shared);
}

const paths = [
  'paths:',
  '  /pets:',
  '    get:',
  '      tags: [pets, all]',
  "      responses: {'200': {description: Fine}}",
  '    put:',
  '      tags: [all]',
  '    post:',
  '      security: []',
  '  /dogs:',
  '    get: {tags: [pets]}',
  '    put:',
  "      responses: {'401': {description: No}}",
  '    options: {}',
];

function at(key: string): string {
  const text = api(...paths);
  const marked = text.replace(key.replace('¦', ''), key);
  expect(marked).not.toBe(text);
  return marked;
}

describe('a 401 for several operations', () => {
  it('is offered on the key of one that lacks it: for all, for its path, for each of its tags', async () => {
    expect(await titlesAt(at('  /pets:\n    ¦get'))).toEqual([
      'rewrite: Document 401 on all 3 operations that lack it',
      'rewrite: Document 401 on the 2 operations of /pets that lack it',
      'rewrite: Document 401 on the 2 operations tagged “pets” that lack it',
    ]);
  });

  it('is offered on a path, on the key of all paths, and on a tag', async () => {
    expect(await titlesAt(at('/pe¦ts'))).toEqual(['rewrite: Document 401 on the 2 operations of /pets that lack it']);
    expect(await titlesAt(at('path¦s:'))).toEqual(['rewrite: Document 401 on all 3 operations that lack it']);
    expect(await titlesAt(`tags: [{name: all, description: A¦ll}, {name: pets}]\n${api(...paths)}`)).toEqual([
      'rewrite: Document 401 on the 2 operations tagged “all” that lack it',
    ]);
  });

  it('is not offered on operations that have it or need none, for a single one, and elsewhere', async () => {
    for (const key of ['pos¦t:', '/do¦gs', "'2¦00'", '¦responses: {', 'inf¦o', 'option¦s'])
      expect(await titlesAt(at(key)), key).toEqual([]);
  });

  it('is written as the fix of each would', async () => {
    const { edited } = await offered({ 'openapi.yaml': at('path¦s:') });
    expect(edited('Document')['openapi.yaml']).toBe(
      api(
        ...paths.slice(0, 4),
        "      responses: {'200': {description: Fine}, '401': {$ref: '#/components/responses/Unauthorized'}}",
        ...paths.slice(5, 7),
        '      responses:',
        "        '401':",
        "          $ref: '#/components/responses/Unauthorized'",
        ...paths.slice(7, 10),
        "    get: {tags: [pets], responses: {'401': {$ref: '#/components/responses/Unauthorized'}}}",
        ...paths.slice(11),
      ),
    );
  });

  it('makes one response for all, behind everything else', async () => {
    const before = lines(...head, 'path¦s:', '  /a:', '    get:', '    put:').trimEnd();
    const { edited } = await offered({ 'openapi.yaml': before });
    const answer = ['      responses:', "        '401':", "          $ref: '#/components/responses/Unauthorized'"];
    expect(edited('Document')['openapi.yaml']).toBe(
      lines(
        ...head,
        'paths:',
        '  /a:',
        '    get:',
        ...answer,
        '    put:',
        ...answer,
        'components:',
        '  responses:',
        '    Unauthorized:',
        '      description: The request has no valid credentials.',
        '      headers:',
        '        WWW-Authenticate:',
        '          description: How to authenticate.',
        '          required: true',
        '          schema: {type: string}',
      ).trimEnd(),
    );
  });

  it('reaches into other files, from their keys too', async () => {
    const files = { 'openapi.yaml': api('paths:', '  /pets: {$ref: pets.yaml}'), 'pets.yaml': 'ge¦t: {}\nput: {}\n' };
    const { titles, edited } = await offered(files);
    expect(titles).toEqual(['rewrite: Document 401 on all 2 operations that lack it']);
    const answer = ['  responses:', "    '401':", '      $ref: ./openapi.yaml#/components/responses/Unauthorized'];
    expect(edited('Document')['pets.yaml']).toBe(lines('get:', ...answer, 'put:', ...answer));
  });

  it('leaves out what a person said needs none', async () => {
    const titlesWith = async (configuration: string) =>
      (await offered({ 'openapi.yaml': at('path¦s:'), '.auth-lint.yaml': configuration })).titles;
    expect(await titlesWith('rules: {missing-401: [warning, {exempt: [GET /dogs]}]}')).toEqual([
      'rewrite: Document 401 on all 2 operations that lack it',
    ]);
    expect(await titlesWith('overrides: [{operations: [tag:all], rules: {missing-401: off}}]')).toEqual([]);
    expect(await titlesWith('rules: {missing-401: off}')).toEqual(['rewrite: Document 401 on all 3 operations that lack it']);
  });

  it('leaves out operations whose text also stands for one that needs no credentials', async () => {
    const text = api(
      'paths:',
      '  /¦a:',
      '    get: {responses: &r {}}',
      '    put: {security: [], responses: *r}',
      '    post: {}',
      '    patch: {}',
    );
    expect(await titlesAt(text)).toEqual(['rewrite: Document 401 on the 2 operations of /a that lack it']);
  });

  it('is not offered where shared responses are in another file', async () => {
    expect(await titlesAt(lines(...head, 'path¦s: {/a: {get: {}, put: {}}}', 'components: {$ref: components.yaml}'))).toEqual([]);
  });
});
