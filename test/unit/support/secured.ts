/** A description with three schemes and one operation; the parts are given as YAML lines. */
export function securedText({
  version = "openapi: '3.1.0'",
  security = 'security: [{bearerAuth: []}]',
  responses = '      responses: {}',
}: {
  readonly version?: string;
  readonly security?: string;
  readonly responses?: string;
}): string {
  return `${version}
info: {title: Pets, version: '1'}
${security}
paths:
  /pets:
    get:
${responses}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer, description: A token of ours.}
    oauth:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: 'https://example.com', scopes: {'read:pets': See pets, 'write:pets': Change pets}}
    apiKey: {type: apiKey, in: header, name: X-Key}
`;
}
