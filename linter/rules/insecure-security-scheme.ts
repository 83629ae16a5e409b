import { likelySchemeOf } from '../openapi/likely-scheme-of.ts';
import type { SecurityScheme } from '../openapi/model.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { PairMap } from '../text/pair-map.ts';
import { identity, type Place } from '../workspace/place.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { brief } from './support/wording.ts';

const kinds = ['basic', 'digest', 'negotiate', 'oauth1', 'implicit', 'password', 'apiKey-query'] as const;

type Kind = (typeof kinds)[number];

export const insecureSecurityScheme: Rule = {
  id: 'insecure-security-scheme',
  summary: 'A security scheme is weaker than what is there today',
  why: 'Basic and Digest send or store the password itself, Negotiate binds to the connection (RFC 4559 §6), OAuth 1.0 is obsolete, OAuth 2.1 drops the implicit and the password flow (RFC 9700 §2.1.2, §2.4), and keys in a URL end up in logs and histories (RFC 9700 §4.3.2 says it of tokens). Which of them you allow, the option says.',
  category: 'Schemes and transport',
  severity: 'warning',
  preset: 'strict',
  fix: 'none',
  versions: everyVersion,
  references: [
    { title: 'RFC 9700: Best Current Practice for OAuth 2.0 Security', url: 'https://www.rfc-editor.org/rfc/rfc9700#section-2' },
    { title: 'RFC 7617 §4: security of Basic', url: 'https://www.rfc-editor.org/rfc/rfc7617#section-4' },
    { title: 'RFC 7616 §5: security of Digest', url: 'https://www.rfc-editor.org/rfc/rfc7616#section-5' },
  ],
  options: {
    insecure: {
      description: 'What counts as insecure.',
      schema: { type: 'array', items: { enum: [...kinds] }, uniqueItems: true },
      default: [...kinds],
    },
  },
  create: ({ api, option, report }) => ({
    end() {
      const insecure = option('insecure') as readonly Kind[];
      const told = new PairMap<SyntaxNode, Kind, true>();
      for (const scheme of api.distinctSchemes) {
        for (const { kind, place } of weaknesses(scheme)) {
          // A flow may stand in several schemes by alias.
          if (!insecure.includes(kind) || told.has(identity(place), kind)) continue;
          told.set(identity(place), kind, true);
          report({ place, message: messages[kind](brief(scheme.name)) });
        }
      }
    },
  }),
  examples: [
    {
      title: 'A password with every request',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    login: {type: http, scheme: basic}
    ^^^^^ insecure-security-scheme
    key: {type: apiKey, in: query, name: key}
    ^^^ insecure-security-scheme
    token: {type: http, scheme: bearer}
`,
    },
    {
      title: 'Only the flow that is obsolete',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        implicit: {authorizationUrl: 'https://example.com/authorize', scopes: {}}
        ^^^^^^^^ insecure-security-scheme
        clientCredentials: {tokenUrl: 'https://example.com/token', scopes: {}}
`,
    },
    {
      title: 'In OpenAPI 2.0 the scheme is the flow',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths: {}
securityDefinitions:
  basic: {type: basic}
  ^^^^^ insecure-security-scheme
  login: {type: oauth2, flow: password, tokenUrl: 'https://example.com/token', scopes: {}}
  ^^^^^ insecure-security-scheme
  service: {type: oauth2, flow: application, tokenUrl: 'https://example.com/token', scopes: {}}
`,
    },
    {
      title: 'Basic is allowed here',
      options: { insecure: ['digest', 'implicit'] },
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    login: {type: http, scheme: basic}
    old: {type: http, scheme: Digest}
    ^^^ insecure-security-scheme
`,
    },
    {
      title: 'Keys in a header, tokens, certificates, and the flows that stay',
      text: `
openapi: 3.2.0
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    proof: {type: http, scheme: DPoP}
    certificate: {type: mutualTLS}
    login:
      type: oauth2
      flows:
        authorizationCode: {authorizationUrl: 'https://example.com/authorize', tokenUrl: 'https://example.com/token', scopes: {}}
        deviceAuthorization: {deviceAuthorizationUrl: 'https://example.com/device', tokenUrl: 'https://example.com/token', scopes: {}}
`,
    },
  ],
};

interface Weakness {
  readonly kind: Kind;
  readonly place: Place;
}

function weaknesses(scheme: SecurityScheme): readonly Weakness[] {
  const { in: where, definition, flows } = scheme;
  if (!definition) return [];
  const ofFlows = flows.flatMap(({ name, place }) => (name === 'implicit' || name === 'password' ? [{ kind: name, place } as const] : []));
  const http = httpKind(scheme);
  return [
    ...(http ? [{ kind: http, place: definition }] : []),
    ...(where === 'query' ? [{ kind: 'apiKey-query' as const, place: definition }] : []),
    ...ofFlows,
  ];
}

/** Misspelt names count as what they surely mean. */
function httpKind(scheme: SecurityScheme): Kind | undefined {
  const likely = likelySchemeOf(scheme);
  return httpKinds.get(likely?.sure ? likely.name.toLowerCase() : (scheme.httpScheme ?? ''));
}

const httpKinds: ReadonlyMap<string, Kind> = new Map([
  ['basic', 'basic'],
  ['digest', 'digest'],
  ['negotiate', 'negotiate'],
  ['oauth', 'oauth1'],
]);

const messages: Readonly<Record<Kind, (name: string) => string>> = {
  basic: (name) =>
    `${name} is Basic authentication: the password goes along with every request, and whoever sees one has it. Prefer tokens that expire.`,
  digest: (name) =>
    `${name} is Digest authentication: it needs passwords that the server can read, and its old algorithms are broken. Prefer tokens that expire.`,
  negotiate: (name) =>
    `${name} is Negotiate: it authenticates the connection and not the request, which proxies and HTTP/2 share. Prefer tokens that expire.`,
  oauth1: (name) => `${name} is OAuth 1.0, which OAuth 2.0 made obsolete (RFC 6749). Move to type oauth2.`,
  implicit: (name) =>
    `${name} has the implicit flow: tokens travel in URLs, and OAuth 2.1 drops it (RFC 9700 §2.1.2). Use the authorization code flow.`,
  password: (name) =>
    `${name} has the password flow: clients see the user's password, and OAuth 2.1 drops it (RFC 9700 §2.4). Use the authorization code flow.`,
  'apiKey-query': (name) =>
    `${name} is a key in the query: URLs end up in logs, histories and Referer headers, and the key with them. Send it in a header.`,
};
