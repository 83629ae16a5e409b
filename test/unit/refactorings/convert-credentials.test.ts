import { describe, expect, it } from 'vitest';
import { lines } from '../support/lines.ts';
import { offered, refactored, titlesAt } from '../support/refactored.ts';

function withParameter(...parameter: readonly string[]): string {
  return lines(
    'openapi: 3.0.3',
    'paths:',
    '  /a:',
    '    get:',
    '      parameters:',
    ...parameter.map((line) => `        ${line}`),
    '      responses: {}',
  );
}

describe('a header parameter Authorization', () => {
  it('becomes a security scheme and a requirement', async () => {
    const before = withParameter('- {name: limit, in: query}', '- name: Author¦ization', '  in: header');
    expect(await titlesAt(before)).toEqual(['rewrite: Require bearerAuth instead, and define it']);
    expect(await refactored(before)).toBe(
      lines(
        'openapi: 3.0.3',
        'paths:',
        '  /a:',
        '    get:',
        '      security: [{bearerAuth: []}]',
        '      parameters:',
        '        - {name: limit, in: query}',
        '      responses: {}',
        'components:',
        '  securitySchemes:',
        '    bearerAuth: {type: http, scheme: bearer}',
      ),
    );
  });

  it('does so whatever rules are on, in OpenAPI 2.0 too', async () => {
    const text = '{"swagger":"2.0","paths":{"/a":{"get":{"parameters":[{"name":"authorization","in":"he¦ader","description":"Basic"}]}}}}';
    const { titles, edited } = await offered({
      'openapi.json': text,
      '.auth-lint.json': '{"rules":{"ignored-credential-parameter":"off"}}',
    });
    expect(titles).toEqual(['rewrite: Require basicAuth instead, and define it']);
    expect(edited('Require')['openapi.json']).toBe(
      '{"swagger":"2.0","paths":{"/a":{"get":{"security":[{"basicAuth":[]}]}}},"securityDefinitions":{"basicAuth":{"type":"basic"}}}',
    );
  });

  it('is met at each reference to it, where it is defined, and in a file of its own', async () => {
    const uses = ['paths:', '  /a:', '    get: {parameters: [{$ref: PLACE}]}', '  /b:', '    get: {parameters: [{$ref: PLACE}]}'];
    const local = lines(
      'openapi: 3.0.3',
      ...uses,
      'components:',
      '  parameters:',
      '    Token: {name: Authorization, in: header}',
    ).replaceAll('PLACE', "'#/components/parameters/Token'");
    const title = 'rewrite: Require bearerAuth instead, and define it';
    for (const place of ['{$ref', 'Token:', 'in: header'])
      expect(await titlesAt(local.replace(place, `${place}¦`)), place).toEqual([title]);
    const entry = lines('openapi: 3.0.3', ...uses).replaceAll('PLACE', 'token.yaml');
    const { titles, edited } = await offered({ 'openapi.yaml': entry, 'token.yaml': 'name¦: Authorization\nin: header\n' });
    expect(titles).toEqual([title]);
    expect(edited('Require')['openapi.yaml']?.match(/bearerAuth: \[\]/g)).toHaveLength(2);
  });

  it('goes where security is declared elsewhere', async () => {
    expect(await titlesAt(`security: []\n${withParameter('- {name: Authorization, in: ¦header}')}`)).toEqual([
      'rewrite: Remove the parameter',
    ]);
  });

  it('is no other parameter, and none beside it', async () => {
    expect(await titlesAt(withParameter('- {name: X-Auth¦orization, in: header}'))).toEqual([]);
    expect(await titlesAt(withParameter('- {name: Authorization, in: header}', '- {name: li¦mit, in: query}'))).toEqual([]);
  });
});

describe('an API key in the header Authorization', () => {
  const keyed = (version: string, fields: string) =>
    `openapi: ${version}\npaths: {}\ncomponents:\n  securitySchemes:\n    token: ${fields}\n`;

  it('becomes type http with the scheme bearer', async () => {
    const before = keyed('3.0.3', '{type: api¦Key, description: A token, in: header, name: authorization}');
    expect(await titlesAt(before)).toEqual(['rewrite: Convert to type http with the scheme bearer']);
    expect(await refactored(before)).toBe(keyed('3.0.3', '{type: http, description: A token, scheme: bearer}'));
  });

  it('is not offered where it can’t be told, and where there is no bearer', async () => {
    expect(await titlesAt(keyed('3.0.3', '{type: api¦Key, in: header, name: Authorization, scheme: basic}'))).toEqual([]);
    expect(await titlesAt(keyed('3.0.3', '{type: api¦Key, in: header, name: X-Key}'))).toEqual([]);
    expect(
      await titlesAt("swagger: '2.0'\npaths: {}\nsecurityDefinitions:\n  token: {type: api¦Key, in: header, name: Authorization}\n"),
    ).toEqual([]);
  });
});
