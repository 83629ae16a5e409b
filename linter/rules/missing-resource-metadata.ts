import type { Fix } from '../findings/finding.ts';
import { resourceMetadataUrl } from '../fixes/resource-metadata.ts';
import type { Challenge } from '../http/challenge.ts';
import { quote } from '../http/quoted-string.ts';
import type { HeaderValue, Operation, Server } from '../openapi/model.ts';
import { challengesOf, rangeOf } from '../openapi/value-challenges.ts';
import { withParams } from './support/challenge-fixes.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { eachHeader, editValue, usersOf } from './support/used-challenges.ts';
import { brief } from './support/wording.ts';

export const missingResourceMetadata: Rule = {
  id: 'missing-resource-metadata',
  summary: 'A challenge for an OAuth 2.0 token does not say where its metadata is',
  why: 'With `resource_metadata` in its challenge an API tells clients where to learn which authorization servers and scopes it works with (RFC 9728 §5.1), so that they need no configuration of their own. It is optional; clients of the Model Context Protocol rely on it.',
  category: 'Challenges',
  severity: 'info',
  preset: 'all',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'RFC 9728 §5.1: the resource_metadata parameter', url: 'https://www.rfc-editor.org/rfc/rfc9728#section-5.1' },
    { title: 'RFC 9728 §3.1: where the metadata is', url: 'https://www.rfc-editor.org/rfc/rfc9728#section-3.1' },
  ],
  create: ({ report }) =>
    eachHeader(({ header, responses }) => {
      const unauthorized = responses.filter(({ status }) => status === '401');
      const users = usersOf(unauthorized);
      if (!users.some(takesOauth)) return;
      const challenges = header.values.flatMap((value) =>
        challengesOf(value)
          .challenges.filter(isForToken)
          .map((challenge) => ({ value, challenge })),
      );
      const [first] = challenges;
      if (!first || challenges.some(({ challenge }) => challenge.params.some(isMetadata))) return;
      const { value, challenge } = first;
      report({
        place: value.place,
        range: rangeOf(value, challenge.scheme.range),
        message: `This ${challenge.scheme.text} challenge has no resource_metadata (RFC 9728): clients must be told in another way which authorization server to ask. Add its URL.`,
        operations: users,
        fixes: () => (challenge.token68 === undefined ? [addMetadata(value, challenge, users[0]?.servers ?? [])] : []),
      });
    }),
  examples: [
    {
      title: 'An OAuth 2.0 scheme in force; the server has a path',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers:
  - url: https://api.example.com/v1
security:
  - petAuth: []
paths:
  /pets:
    get:
      responses:
        '401':
          description: No valid token
          headers:
            WWW-Authenticate:
              required: true
              schema: {type: string}
              example: Bearer realm="Pets"
                       ^^^^^^ missing-resource-metadata
components:
  securitySchemes:
    petAuth: {type: openIdConnect, openIdConnectUrl: 'https://example.com/.well-known/openid-configuration'}
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers:
  - url: https://api.example.com/v1
security:
  - petAuth: []
paths:
  /pets:
    get:
      responses:
        '401':
          description: No valid token
          headers:
            WWW-Authenticate:
              required: true
              schema: {type: string}
              example: Bearer realm="Pets", resource_metadata="https://api.example.com/.well-known/oauth-protected-resource/v1"
components:
  securitySchemes:
    petAuth: {type: openIdConnect, openIdConnectUrl: 'https://example.com/.well-known/openid-configuration'}
`,
    },
    {
      title: 'One challenge with it is enough; tokens that are not from OAuth 2.0 need none',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: [{petAuth: []}]
      responses:
        '401':
          description: No valid token
          headers:
            WWW-Authenticate:
              type: string
              default: DPoP algs="ES256", Bearer resource_metadata="https://api.example.com/.well-known/oauth-protected-resource"
    post:
      security: [{key: []}]
      responses:
        '401':
          description: No valid key
          headers:
            WWW-Authenticate:
              type: string
              default: Bearer realm="Pets"
securityDefinitions:
  key: {type: apiKey, in: header, name: X-Key}
  petAuth: {type: oauth2, flow: implicit, authorizationUrl: 'https://example.com/login', scopes: {}}
`,
    },
  ],
};

function takesOauth({ security }: Operation): boolean {
  return security.schemes.some(({ type }) => type === 'oauth2' || type === 'openIdConnect');
}

function isForToken({ scheme }: Challenge): boolean {
  return /^(?:bearer|dpop)$/i.test(scheme.text);
}

function isMetadata({ name }: Challenge['params'][number]): boolean {
  return name.text.toLowerCase() === 'resource_metadata';
}

function addMetadata(value: HeaderValue, challenge: Challenge, servers: readonly Server[]): Fix {
  const url = resourceMetadataUrl(servers);
  return {
    title: `Add resource_metadata with ${brief(url)}`,
    kind: 'suggestion',
    preferred: true,
    edits: () => editValue(value, withParams(challenge, [`resource_metadata=${quote(url)}`])),
  };
}
