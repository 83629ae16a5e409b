import { describe, expect, it } from 'vitest';
import { found, schemes } from '../support/descriptions.ts';

/** A secured operation whose 401 has these fields, and shared headers. */
function text(response: string): string {
  return `openapi: 3.1.0
security: [bearer: []]
paths:
  /pets:
    get:
      responses:
        '401':
          description: No
${response.trim().replace(/^/gm, '          ')}
${schemes}  headers:
    Challenge: {schema: {type: string}}
`;
}

const missing = ["missing-www-authenticate: '401'"];

describe('case 16: the header in any casing', () => {
  it.each(['WWW-Authenticate', 'www-authenticate', 'WWW-AUTHENTICATE', 'Www-Authenticate', '"WWW-Authenticate"', "'www-Authenticate'"])(
    '%s',
    async (name) => {
      expect(await found(text(`headers: {${name}: {schema: {type: string}}}`))).toEqual([]);
    },
  );
});

describe('case 19: the headers of a 401', () => {
  it('a header behind a reference', async () => {
    expect(await found(text("headers: {WWW-Authenticate: {$ref: '#/components/headers/Challenge'}}"))).toEqual([]);
  });

  it('a header behind a reference that leads nowhere is documented all the same', async () => {
    expect((await found(text("headers: {WWW-Authenticate: {$ref: '#/components/headers/Nothing'}}"))).join()).not.toContain(
      'missing-www-authenticate',
    );
  });

  it('a header that is null is documented', async () => {
    expect(await found(text('headers: {WWW-Authenticate: }'))).toEqual([]);
    expect(await found(text('headers: {WWW-Authenticate: null}'))).toEqual([]);
  });

  it.each([
    'headers: {}',
    'headers:',
    'headers: null',
    'headers: []',
    'headers: none',
    'headers: {X-Other: {}}',
    'headers: {x-www-authenticate: {}}',
  ])('none: %s', async (headers) => {
    const findings = await found(text(headers));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^(missing|misspelt)-www-authenticate: /);
  });

  it('the whole map behind a reference', async () => {
    const shared = 'x-headers:\n  yes: {WWW-Authenticate: {}}\n  no: {X-Other: {}}\n';
    expect(await found(text("headers: {$ref: '#/x-headers/yes'}") + shared)).toEqual([]);
    expect(await found(text("headers: {$ref: '#/x-headers/no'}") + shared)).toEqual(missing);
  });

  it('the whole map behind a reference that leads nowhere is unknown, not missing', async () => {
    expect(await found(text('headers: {$ref: nowhere.yaml}'))).toEqual(['unresolved-reference: nowhere.yaml']);
  });

  it('a header that a merge key brings', async () => {
    expect(await found(`x: &common {www-authenticate: {}}\n${text('headers:\n  <<: *common\n  X-Other: {}')}`)).toEqual([]);
  });
});

describe('a misspelt header', () => {
  it.each([
    'WWW_Authenticate',
    'WWWAuthenticate',
    'WWW-Authentication',
    'WWW-Authorization',
    'Authenticate',
    'www_authenticate',
    'WWW Authenticate',
  ])('%s replaces the finding about the missing one', async (name) => {
    expect(await found(text(`headers: {${name}: {}}`))).toEqual([`misspelt-www-authenticate: ${name}`]);
  });

  it('is said beside the right one, too', async () => {
    expect(await found(text('headers: {WWW_Authenticate: {}, www-authenticate: {}}'))).toEqual([
      'misspelt-www-authenticate: WWW_Authenticate',
    ]);
  });

  it.each(['Authentication-Info', 'Proxy-Authenticate', 'Authorization', 'X-Authenticated-User'])(
    'is not %s, a header of its own',
    async (name) => {
      expect(await found(text(`headers: {${name}: {}}`))).toEqual(missing);
    },
  );

  it('matters on a 401 only', async () => {
    const ok = `openapi: 3.1.0
security: [bearer: []]
paths:
  /pets:
    get:
      responses:
        '200': {description: Fine, headers: {WWW_Authenticate: {}}}
        '401': {description: No, headers: {WWW-Authenticate: {}}}
${schemes}`;
    expect(await found(ok)).toEqual([]);
  });
});
