import { describe, expect, it } from 'vitest';
import { markdown, plainText } from '../../../server/features/hover/markup.ts';
import { described, hovered } from './hovered.ts';

const text = `openapi: 3.1.0
info: {title: Pets, version: '1', description: A security scheme for 401}
security:
  - login: [read]
  - key: []
    certificate: []
  - {}
paths:
  /pets:
    get:
      responses:
        '401': {$ref: '#/components/responses/Unauthorized'}
    put:
      security: [{basic: []}]
      responses:
        default:
          description: Something went wrong
          content:
            application/json:
              schema: {type: object, properties: {security: {type: string}, '401': {type: string}}}
              example: {security: [{basic: []}], WWW-Authenticate: Bearer}
components:
  responses:
    Unauthorized:
      description: Who are you?
      headers:
        WWW-Authenticate: {schema: {type: string}, example: 'Bearer realm="the \\"pets\\"", error=invalid_token'}
  securitySchemes:
    basic: {type: http, scheme: basic}
    key: {type: apiKey, in: header, name: X-Key, description: Ask <b>us</b>}
    certificate: {type: mutualTLS}
    login:
      type: oauth2
      flows:
        implicit: {authorizationUrl: 'https://example.com', scopes: {read: See pets, write: Change them}}
`;

/** What the mouse shows in the middle of the only place with a text, of which a part may be meant. */
async function over(around: string, part = around, source = text, markup = markdown): Promise<string | undefined> {
  const start = source.indexOf(around);
  if (start < 0 || source.indexOf(around, start + 1) >= 0) throw new Error(`not exactly once in the description: ${around}`);
  const offset = start + around.indexOf(part) + Math.floor(part.length / 2);
  return hovered(await described({ 'openapi.yaml': source }), 'openapi.yaml', offset, markup)?.words;
}

describe('a hover', () => {
  it('is on what is about authentication alone', async () => {
    const given = await described({ 'openapi.yaml': text });
    const places = new Map<string, number>();
    for (let offset = 0; offset <= text.length; offset++) {
      const marked = hovered(given, 'openapi.yaml', offset)?.marked;
      if (marked !== undefined) places.set(marked, (places.get(marked) ?? 0) + 1);
    }
    expect([...places.keys()]).toEqual([
      ...['security', 'login', 'read', 'key', 'certificate', 'get', "'401'", 'put', 'basic', 'Unauthorized', 'WWW-Authenticate'],
      `'Bearer realm="the \\"pets\\"", error=invalid_token'`,
      'Bearer',
      'realm="the \\"pets\\""',
      'error=invalid_token',
      'write',
    ]);
    // The root's and that of an operation, not those of a schema and of an example.
    expect(places.get('security')).toBe(2 * ('security'.length + 1));
  });

  it('tells of an operation what it needs, why, and what it answers', async () => {
    expect(await over('get')).toBe(
      `**\`GET /pets\`**

Takes credentials, but needs none:

- \`login\` (OAuth 2.0) with \`read\`
- \`key\` (API key in the header \`X-Key\`) and \`certificate\` (client certificate, mutual TLS)

Inherited from what the description declares for all operations, [\`openapi.yaml:3\`](openapi.yaml:3).

Requests without valid credentials are answered by [\`401\`](openapi.yaml:12): Who are you?

Challenge: \`Bearer realm="the \\"pets\\"", error=invalid_token\`

[OAS 3.1: Security Requirement Object](https://spec.openapis.org/oas/v3.1.1#security-requirement-object) · [RFC 9110 §15.5.2](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2)`,
    );
    const put = await over('put');
    expect(put).toContain('Needs `basic` (HTTP authentication, scheme `Basic`).');
    expect(put).toContain(
      'by the operation itself, [`openapi.yaml:14`](openapi.yaml:14), in place of what the description declares for all, [`openapi',
    );
    expect(put).toContain('are answered by [`default`](openapi.yaml:16): Something went wrong');
  });

  it('tells of a requirement what its scheme is, and what it is needed together with', async () => {
    const key = await over('key: []', 'key');
    expect(key).toContain('**`key`**: API key in the header `X-Key`\n\nAsk \\<b\\>us\\</b\\>\n\nSent as `X-Key: …`.');
    expect(key).toContain('Needed together with `certificate`.\n\nOne of 3 alternatives.');
    expect(key).toContain('Defined in [`openapi.yaml:30`](openapi.yaml:30).');
    expect(await over('login: [read]', 'login')).toContain('Scopes:\n\n- `read`: See pets\n\n');
  });

  it('tells of the key `security` which alternatives there are', async () => {
    expect(await over('security:\n  - login', 'security')).toContain(
      'One of these is enough:\n\n- `login` (OAuth 2.0) with `read`\n- `key` (API key in the header `X-Key`) and `certificate` (client certificate, mutual TLS)\n- nothing: a request without credentials is accepted\n\nIn force for [`GET /pets`](openapi.yaml:10).',
    );
    const empty = await over('security: []', 'security', text.replace('[{basic: []}]\n      resp', '[]\n      resp'));
    expect(empty).toContain('The list is empty: no credentials are needed.\n\nIt stands in place of');
  });

  it('tells of scopes what they are for', async () => {
    expect(await over('[read]', 'read')).toContain(
      '**`read`**: a scope of `login` that the request needs\n\nSee pets\n\nDeclared in [`implicit`](',
    );
    expect(await over('write:', 'write')).toContain(
      '**`write`**: a scope of `login` in the flow `implicit`\n\nNo operation has it in force.',
    );
    const role = text.replace('key: []', 'key: [admin]');
    expect(await over('[admin]', 'admin', role)).toContain('**`admin`**: a role for `key` that the request needs');
  });

  it('tells of a 401 and its shared response who answers with it', async () => {
    const own = await over("'401': {$ref", "'401'");
    expect(own).toContain('Who are you?');
    expect(own).toContain('Described in [`openapi.yaml:24`](openapi.yaml:24).');
    expect(await over('    Unauthorized:', 'Unauthorized')).toContain('The answer of [`GET /pets`](openapi.yaml:10).');
  });

  it('tells which challenge fits', async () => {
    const only = text.replace('  - key: []\n    certificate: []\n', '');
    expect(await over("'401': {$ref", "'401'", only)).toContain('What is in force is challenged with `Bearer` or `DPoP`.');
    expect(await over("'401': {$ref", "'401'")).toContain(
      'API keys are in force, for which no challenge is registered: one of any scheme fits.',
    );
    const bare = only.replace(/ {6}headers:\n.*\n/, '');
    expect(await over('get', 'get', bare)).toContain(
      'The response carries no challenge; what is in force is challenged with `Bearer` or `DPoP`.',
    );
  });

  it('explains the part of a challenge that it is on', async () => {
    expect(await over('Bearer realm', 'Bearer')).toBe(`**\`Bearer\`**: An access token, which whoever has it can use (OAuth 2.0).

| Parameter | Value | Meaning |
| --- | --- | --- |
| \`realm\` | \`the "pets"\` | Names the part of the server that is protected, so that a client knows which credentials to use. |
| \`error\` | \`invalid_token\` | Why the credentials were refused. There is none when the request had no credentials. |

[RFC 6750 §3](https://www.rfc-editor.org/rfc/rfc6750#section-3)`);
    const realm = await over('realm="the');
    expect(realm).toContain('Value: `the "pets"`\n\nA `Bearer` challenge can do without it.\n\n[RFC 9110 §11.5](');
    expect(await over('error=invalid_token')).toContain('This error goes with the status `401`.');
    const digest = text.replace('Bearer realm', 'Digest realm');
    expect(await over('realm="the', 'realm', digest)).toContain('Every `Digest` challenge needs it.');
    expect(await over('error=invalid_token', 'error', digest)).toContain('**`error`**: a parameter that `Digest` does not define');
    expect(await over('Hawk realm', 'Hawk', text.replace('Bearer realm', 'Hawk realm'))).toContain(
      'No scheme of this name is registered with IANA.',
    );
  });

  it('tells what each description says where several have the file, and once what all say', async () => {
    const entry = (security: string) =>
      `openapi: 3.1.0\n${security}\npaths: {/pets: {$ref: pets.yaml}}\ncomponents: {securitySchemes: {key: {type: apiKey}}}\n`;
    const at = async (first: string, second: string, pets: string) => {
      const given = await described({ 'a.yaml': entry(first), 'b.yaml': entry(second), 'pets.yaml': pets }, ['a.yaml', 'b.yaml']);
      const words = hovered(given, 'pets.yaml', 1)?.words;
      return words?.split('\n\n').filter((line) => /^As|^Needs/.test(line));
    };
    expect(await at('security: []', 'security: [{key: []}]', 'get: {responses: {}}\n')).toEqual([
      'As a part of `a.yaml`:',
      'Needs no credentials, and says so.',
      'As a part of `b.yaml`:',
      'Needs `key` (API key).',
    ]);
    expect(await at('', '', 'get: {security: [{key: []}], responses: {}}\n')).toEqual(['Needs `key` (API key).']);
  });

  it('holds for Swagger 2.0 and JSON', async () => {
    const json = JSON.stringify({
      swagger: '2.0',
      security: [{ basic: [] }],
      paths: { '/a': { get: { responses: {} } } },
      securityDefinitions: { basic: { type: 'basic' } },
    });
    const given = await described({ 'openapi.json': json });
    const at = (needle: string) => hovered(given, 'openapi.json', json.indexOf(needle) + 2);
    expect(at('"get"')).toMatchObject({ marked: '"get"' });
    expect(at('"basic"')?.words).toContain(
      '[OAS 2.0: Security Requirement Object](https://spec.openapis.org/oas/v2.0#security-requirement-object)',
    );
    expect(at('"basic":{')?.words).toContain('**`basic`**: HTTP authentication, scheme `Basic`\n\nSent as `Authorization: Basic …`.');
  });

  it('can be plain text', async () => {
    expect(await over('[read]', 'read', text, plainText)).toBe(
      'read: a scope of login that the request needs\n\nSee pets\n\nDeclared in implicit.\n\nOAS 3.1: Security Requirement Object · RFC 6749 §3.3',
    );
    expect(await over('Bearer realm', 'Bearer', text, plainText)).toContain('- realm: the "pets" Names the part');
  });
});
