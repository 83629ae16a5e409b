import { describe, it } from 'vitest';
import { expectMarked } from './support.ts';

/** A description whose only 401 shows this challenge; a marker goes below the line of the example. */
const answering = (example: string, schemes = 'bearer: {type: http, scheme: bearer}', security = '[{bearer: []}]') => `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security: ${security}
paths:
  /pets:
    get:
      responses:
        '401':
          description: The credentials are not valid.
          headers:
            WWW-Authenticate:
              required: true
              schema: {type: string}
              example: ${example}
          content: {application/problem+json: {schema: {type: object}}}
components:
  securitySchemes:
    ${schemes}
`;

const mismatch = { rules: ['challenge-scheme-mismatch'] };

describe('which challenge fits', () => {
  const both = 'bearer: {type: http, scheme: bearer}\n    login: {type: http, scheme: basic}';

  it('case 09: of schemes that are needed together one challenge is enough, but every name is checked', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
    key: []
    nobody: []
    ^^^^^^ undefined-security-scheme
paths:
  /pets:
    get:
      responses:
        '401':
          description: The credentials are not valid.
          headers:
            WWW-Authenticate: {required: true, schema: {type: string}, example: Bearer realm="Pets"}
          content: {application/problem+json: {schema: {type: object}}}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
    key: {type: apiKey, in: header, name: X-Key}
`,
    ));

  it('case 10: of alternatives one that is challenged is enough', () =>
    expectMarked(answering('Basic realm="Pets"', both, '[{bearer: []}, {login: []}]'), mismatch));

  it('case 10: a challenge for none of them fits nobody', () =>
    expectMarked(
      answering(
        'Digest realm="Pets", qop="auth", nonce="7a"\n                       ^^^^^^ challenge-scheme-mismatch',
        both,
        '[{bearer: []}, {login: []}]',
      ),
      mismatch,
    ));

  it.each(['Bearer', 'bearer', 'BEARER', 'DPoP', 'dpop'])('case 15: %s fits oauth2 and openIdConnect', async (scheme) => {
    const provider = "login: {type: openIdConnect, openIdConnectUrl: 'https://example.com/.well-known/openid-configuration'}";
    const oauth = "login: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://example.com/token', scopes: {}}}}";
    for (const schemes of [provider, oauth]) await expectMarked(answering(`${scheme} realm="Pets"`, schemes, '[{login: []}]'), mismatch);
  });

  it('case 15: Basic does not', () =>
    expectMarked(
      answering(
        'Basic realm="Pets"\n                       ^^^^^ challenge-scheme-mismatch',
        "login: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://example.com/token', scopes: {}}}}",
        '[{login: []}]',
      ),
      mismatch,
    ));

  /** A 401 for Basic, shared by two operations, of which the second requires `scheme`. */
  const shared = (scheme: string, example: string) => `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: [{bearer: []}]
      responses: {'401': {$ref: '#/components/responses/Unauthorized'}}
    post:
      security: [{${scheme}: []}]
      responses: {'401': {$ref: '#/components/responses/Unauthorized'}}
components:
  responses:
    Unauthorized:
      description: The credentials are not valid.
      headers:
        WWW-Authenticate:
          required: true
          schema: {type: string}
          example: ${example}
  securitySchemes:
    bearer: {type: http, scheme: bearer}
    login: {type: http, scheme: basic}
`;

  it('case 20: a shared 401 fits as long as it fits one of its operations', () =>
    expectMarked(shared('login', 'Basic realm="Pets"'), mismatch));

  it('case 20: one that fits none of them does not', () =>
    expectMarked(shared('bearer', 'Basic realm="Pets"\n                   ^^^^^ challenge-scheme-mismatch'), mismatch));
});

describe('what is a list of challenges', () => {
  const dpop = "login: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://example.com/token', scopes: {}}}}";
  const values = { rules: ['invalid-challenge', 'invalid-challenge-parameter', 'missing-challenge-parameter'] };

  it.each([
    ['case 31: two challenges, of which the first has no parameters', `'Bearer realm="Pets", DPoP algs="ES256 PS256"'`],
    ['case 32: the same parameter in two challenges', `'Bearer error="invalid_token", DPoP error="invalid_token"'`],
    ['case 33: commas and escaped quotes in a quoted string', `'Bearer realm="Pets, \\"and\\" more"'`],
    ['case 33: empty members of the list', `', , Bearer realm="Pets", ,'`],
    ['case 33: blanks around the equals sign', `'Bearer realm = "Pets" , error= "invalid_token"'`],
    ['case 33: token68 with its padding', `'Negotiate YIIB6wYGKwYBBQUCoIIB3zCC=='`],
    ['case 35: two challenges for Basic with different realms', `'Basic realm="Pets", Basic realm="Toys"'`],
    ['case 36: Negotiate without anything', `'Negotiate'`],
    ['case 36: GNAP as its RFC shows it', `'GNAP as_uri=https://server.example/tx;access=FWWIKYBQ6U56NL1;referrer=https://rs.example'`],
    ['case 36: a scheme that nobody knows', `'Newauth realm="apps", type=1, title="Login to \\"apps\\""'`],
  ])('%s is right', (_, value) => expectMarked(answering(value, dpop, '[{login: []}]'), values));

  it('case 31: Bearer alone is right by its grammar, though it tells little', async () => {
    await expectMarked(answering(`'Bearer, DPoP algs="ES256 PS256"'`, dpop, '[{login: []}]'), { rules: ['invalid-challenge'] });
  });

  it('case 34: a comma behind the name of the scheme', () =>
    expectMarked(answering(`'Bearer, error="invalid_token"'\n                              ^ invalid-challenge`), {
      rules: ['invalid-challenge'],
    }));

  it('case 34: a colon behind the name of the scheme', () =>
    expectMarked(answering(`'HOBA: challenge="YQ=="'\n                            ^ invalid-challenge`), { rules: ['invalid-challenge'] }));

  it('case 38: an enum of bare error codes', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  /pets:
    get:
      responses:
        '401':
          description: The token is not valid.
          headers:
            WWW-Authenticate:
              required: true
              schema:
                type: string
                enum:
                  - invalid_token
                    ^^^^^^^^^^^^^ invalid-challenge
                  - insufficient_scope
                    ^^^^^^^^^^^^^^^^^^ invalid-challenge
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`,
      { rules: ['invalid-challenge'] },
    ));
});
