import type { Random } from '../../support/random.ts';

/** Values of WWW-Authenticate, right and wrong. */
const challenges: readonly string[] = [
  ...['Bearer', 'Bearer realm="pets"', 'Bearer realm="pets", error="invalid_token"', 'Basic realm="pets", charset="UTF-8"', 'Negotiate'],
  ...[
    'Bearer realm=pets',
    'Basic realm=pets',
    'Basic',
    'Digest realm="pets"',
    'Bearer, DPoP algs="ES256 PS256"',
    'Bearer realm="a", Basic realm="b"',
  ],
  ...[
    'Bearer: realm="pets"',
    'Basic: realm="pets"',
    'Bearer, realm="pets"',
    'Bearer realm="pets",',
    ', Bearer realm="pets"',
    'Bearer realm="pets", ,',
  ],
  ...[
    'Bearer realm="pets',
    "Bearer realm='pets'",
    'Bearer realm = "pets"',
    'Bearer realm="pets" error="invalid_token"',
    'Bearer realm=the pets',
  ],
  ...['invalid_token', 'insufficient_scope', 'unauthorized', '', ' ', 'Basic realm="a", Basic realm="b"', 'Bearer realm="x", realm="y"'],
  ...[
    'Basic realm="pets", charset="utf-8"',
    'Basic realm="pets", charset=UTF-16',
    'Digest realm="x", qop="auth", nonce="a", algorithm="MD5", stale="true"',
  ],
  ...[
    'Digest realm="x", qop=auth, nonce=a, algorithm=MD5, stale=true',
    'DPoP',
    'DPoP algs=ES256',
    'PrivateToken',
    'HOBA max-age="x", challenge="a"',
  ],
  ...[
    'Bearer realm="it\'s: #1 {pets} [all] & \\"more\\""',
    'Bearer realm="Übung 😀"',
    'Bearer scope="a b", realm=x',
    'Bearer realm="x"; error="y"',
  ],
  ...[
    'Bearer <token>',
    'API key',
    'Bearer realm="x", error=invalid_token, error_description="The token expired"',
    'ApiKey realm="pets"',
    'bearer REALM=x',
  ],
  ...[
    'Bearer resource_metadata=https://example.com',
    'Basic realm="pets\nmore"',
    'Bearer realm="pets",\n  error="invalid_token"',
    '"Bearer"',
    'Bearer realm=""',
  ],
];

export function someChallenge(random: Random): string {
  return random.pick(challenges);
}

/** A value with a quote, a comma or a colon more or less, or with something dropped. */
export function brokenChallenge(value: string, random: Random): string {
  const at = random.below(value.length + 1);
  const marks = [...value.matchAll(/[",:=\s]/g)].map(({ index }) => index);
  const mark = marks.length > 0 ? random.pick(marks) : at;
  const inserted = (text: string) => value.slice(0, at) + text + value.slice(at);
  switch (random.below(5)) {
    case 0:
      return value.slice(0, mark) + value.slice(mark + 1);
    case 1:
      return value.replaceAll('"', '');
    case 2:
      return value.replace(/^\S+/, (scheme) => scheme + random.pick([':', ',', ' ,', ' :', ' =']));
    case 3:
      return inserted(random.pick([',', ':', '"', ' ', ', ', '=', ';', "'"]));
    default:
      return value + random.pick([',', ' ,', ', ,', '"', ';', '.', ' x', ', x=y', ', realm=z']);
  }
}

/** Names that people give the header. */
export const headerNames: readonly string[] = [
  ...[
    'WWW-Authenticate',
    'WWW-Authenticate',
    'www-authenticate',
    'WWW_Authenticate',
    'WWWAuthenticate',
    'WWW-Authentication',
    'WWW-Authorization',
  ],
  ...['Authenticate', 'Www-Authenticate ', 'WWW-Autenticate', 'WwwAuthenticate', 'Authentication-Info', 'Authorization'],
];

/** A Header Object for the challenge, right or wrong. */
export function someHeader(isOld: boolean, random: Random): unknown {
  const example = someChallenge(random);
  const old: readonly unknown[] = [
    { type: 'string' },
    { description: `For example: ${example}`, type: 'string' },
    { type: 'array', items: { type: 'string' } },
    { type: 'array', items: { type: 'string' }, collectionFormat: 'csv', description: 'Some' },
    { type: 'string', default: example },
    { type: 'string', enum: [example, 'Basic realm="x"'] },
    { type: 'integer' },
    { description: 'What' },
    {},
    null,
  ];
  const now: readonly unknown[] = [
    { schema: { type: 'string' } },
    { description: 'How', required: true, schema: { type: 'string' }, example },
    { required: false, schema: { type: 'string' }, example },
    { schema: { type: 'string', example } },
    { schema: { type: 'string', enum: [example, 'Basic realm="x"'], default: example } },
    { schema: { type: 'array', items: { type: 'string' } } },
    { schema: { type: ['string'] }, examples: { one: { value: example }, two: { summary: 'Two', value: someChallenge(random) } } },
    { schema: { type: 'boolean' } },
    { content: { 'text/plain': { schema: { type: 'string' }, example } } },
    { schema: {} },
    { schema: null },
    { type: 'string' },
    { type: 'array', items: { type: 'string' } },
    { description: 'How' },
    { example },
    { $ref: '#/components/headers/WWW-Authenticate' },
    { $ref: '#/components/headers/Challenge' },
    {},
    null,
    'Bearer',
  ];
  return random.pick(isOld === random.chance(0.95) ? old : now);
}

/** A response for a 401, a 403 or a 407. */
export function someResponse(isOld: boolean, random: Random): unknown {
  const description = random.pick([
    'Unauthorized',
    'No valid token',
    'Forbidden: no permission',
    "It's no: # you",
    '',
    null,
    'Line one\nLine two\n',
  ]);
  const headers = {
    [random.pick(headerNames)]: someHeader(isOld, random),
    ...(random.chance(0.3) && { 'X-Request-Id': isOld ? { type: 'string' } : { schema: { type: 'string' } } }),
  };
  const content = isOld ? { schema: { type: 'object' } } : { content: { 'application/json': { schema: { type: 'object' } } } };
  return random.pick<() => unknown>([
    () => ({ description }),
    () => ({ description, headers }),
    () => ({ description, headers }),
    () => ({ headers, description }),
    () => ({ description, headers, ...content }),
    () => ({ description, ...content }),
    () => ({ description, headers: random.pick([{}, null, { 'X-Request-Id': {} }]) }),
    () => ({ headers }),
    () => ({
      $ref: random.pick([
        '#/components/responses/Unauthorized',
        '#/responses/Unauthorized',
        '#/components/responses/Nobody',
        'nowhere.yaml',
        '#/components/responses/UnauthorizedError',
      ]),
    }),
    () => random.pick([null, {}, 'Unauthorized', []]),
  ])();
}

/** What `security` may say, right and wrong, of schemes with these names. */
export function someSecurity(names: readonly string[], random: Random): unknown {
  const name = names.length > 0 ? random.pick(names) : 'bearerAuth';
  const other = names.length > 0 ? random.pick(names) : 'basicAuth';
  return random.pick<unknown>([
    [{ [name]: [] }],
    [{ [name]: [] }],
    [{ [name]: [] }, { [other]: [] }],
    [{ [name]: [], [other]: [] }],
    [{}, { [name]: [] }],
    [{ [name]: ['read', 'write'] }],
    [],
    [{}],
    null,
    {},
    { [name]: [] },
    name,
    [name],
    [{ [name]: null }],
    [{ [name]: 'read' }],
    [{ nobody: [] }],
    [{ [name]: [] }, { [name]: [] }],
    [null],
    0,
  ]);
}

/** A security scheme, right or wrong. */
export function someScheme(isOld: boolean, random: Random): unknown {
  const flows = { clientCredentials: { tokenUrl: 'https://example.com/token', scopes: { read: 'Read' } } };
  const old: readonly unknown[] = [
    { type: 'basic' },
    { type: 'basic', description: 'User and password' },
    { type: 'apiKey', in: 'header', name: 'X-Key' },
    { type: 'apiKey', in: 'header', name: 'Authorization' },
    { type: 'oauth2', flow: 'application', tokenUrl: 'https://example.com/token', scopes: { read: 'Read' } },
    { type: 'http', scheme: 'bearer' },
    null,
    {},
  ];
  const now: readonly unknown[] = [
    { type: 'http', scheme: 'bearer' },
    { type: 'http', scheme: 'Bearer', bearerFormat: 'JWT' },
    { type: 'http', scheme: 'basic' },
    { type: 'http', scheme: 'digest' },
    { type: 'http', scheme: 'bearer <token>' },
    { type: 'http', scheme: 'baerer' },
    { type: 'http', scheme: 'Token' },
    { type: 'http' },
    { type: 'apiKey', in: 'header', name: 'X-Key' },
    { type: 'apiKey', in: 'cookie', name: 'session' },
    { type: 'oauth2', flows },
    { type: 'openIdConnect', openIdConnectUrl: 'https://example.com/.well-known/openid-configuration' },
    { type: 'mutualTLS' },
    { type: 'basic' },
    null,
    'bearer',
  ];
  return random.pick(isOld ? old : now);
}
