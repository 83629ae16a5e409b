import { asBearer, isAuthorizationKey } from '../fixes/authorization-key.ts';
import type { Rule } from './support/rule.ts';
import { brief } from './support/wording.ts';

export const apiKeyAsAuthorization: Rule = {
  id: 'api-key-as-authorization',
  summary: 'An API key is sent in the Authorization header',
  why: '`Authorization` carries the credentials of an HTTP authentication scheme, and begins with its name (RFC 9110 §11.6.2). As an `apiKey` that name is left to prose: tools cannot write the header, and a 401 has no challenge that fits. `type: http` says the same so that both can.',
  category: 'Schemes and transport',
  severity: 'info',
  preset: 'recommended',
  fix: 'suggestion',
  // OAS 2.0 has no other way to say it.
  versions: ['3.0', '3.1', '3.2'],
  references: [
    { title: 'RFC 9110 §11.6.2: Authorization', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2' },
    { title: 'OAS 3.1: Security Scheme Object', url: 'https://spec.openapis.org/oas/v3.1.1#security-scheme-object' },
  ],
  create: ({ api, report }) => ({
    end() {
      for (const scheme of api.distinctSchemes) {
        const { name, definition } = scheme;
        if (!definition || !isAuthorizationKey(scheme)) continue;
        report({
          place: definition,
          message: `${brief(name)} is an API key in the Authorization header, which belongs to HTTP authentication: tools cannot tell what stands before the key. Declare it as type http with its scheme.`,
          fixes: [asBearer(definition)],
        });
      }
    },
  }),
  examples: [
    {
      title: 'A token that is called a key',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    token:
    ^^^^^ api-key-as-authorization
      type: apiKey
      description: What the login answers, with Bearer before it.
      in: header
      name: Authorization
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    token:
      type: http
      description: What the login answers, with Bearer before it.
      scheme: bearer
`,
    },
    {
      title: 'Names of headers are the same in any casing',
      format: 'json',
      text: `
{"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}, "paths": {},
 "components": {"securitySchemes": {
   "token": {"name": "authorization", "in": "header", "type": "apiKey"}}}}
   ^^^^^^^ api-key-as-authorization
`,
      fixed: `
{"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}, "paths": {},
 "components": {"securitySchemes": {
   "token": {"scheme": "bearer", "type": "http"}}}}
`,
    },
    {
      title: 'Keys in other places, and another header',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    query: {type: apiKey, in: query, name: authorization}
    header: {type: apiKey, in: header, name: X-Authorization}
    bearer: {type: http, scheme: bearer}
`,
    },
    {
      title: 'OpenAPI 2.0 has no other way to describe a bearer token',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths: {}
securityDefinitions:
  token: {type: apiKey, in: header, name: Authorization}
`,
    },
  ],
};
