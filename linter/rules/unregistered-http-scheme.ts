import { fileEdits } from '../findings/file-edits.ts';
import type { Fix } from '../findings/finding.ts';
import { setValue } from '../fixes/place-edits.ts';
import { registeredSpelling } from '../http/auth-schemes.ts';
import { type LikelyScheme, likelyHttpScheme } from '../http/likely-scheme.ts';
import { child, firstLine, type Place, stringAt } from '../workspace/place.ts';
import type { Rule } from './support/rule.ts';
import { brief } from './support/wording.ts';

export const unregisteredHttpScheme: Rule = {
  id: 'unregistered-http-scheme',
  summary: 'The scheme of an http security scheme is not registered',
  why: 'The `scheme` of type `http` is the name of an HTTP authentication scheme, alone: what stands before the credentials in the `Authorization` header (RFC 9110 §11.4). It should be registered with IANA (§16.4.1): for any other name tools have no code. `Bearer <token>` is no name, `JWT` and `token` are no schemes.',
  category: 'Schemes and transport',
  severity: 'warning',
  preset: 'recommended',
  fix: 'safe',
  versions: ['3.0', '3.1', '3.2'],
  references: [
    { title: 'OAS 3.1: Security Scheme Object, scheme', url: 'https://spec.openapis.org/oas/v3.1.1#security-scheme-object' },
    { title: 'RFC 9110 §16.4.1: the registry of authentication schemes', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-16.4.1' },
  ],
  create: ({ api, report }) => ({
    end() {
      for (const { type, definition } of api.distinctSchemes) {
        const place = type === 'http' && definition ? child(definition, 'scheme') : undefined;
        const name = stringAt(place);
        // One that is empty is no scheme at all, which another rule says.
        if (!place || name === undefined || name.trim() === '' || registeredSpelling(name)) continue;
        const likely = likelyHttpScheme(name);
        report({ place, range: firstLine(place), message: messageFor(name, likely), fixes: likely ? [fixFor(place, likely)] : [] });
      }
    },
  }),
  examples: [
    {
      title: 'A misspelt name',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    bearerAuth:
      type: http
      scheme: Berer
              ^^^^^ unregistered-http-scheme
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    bearerAuth:
      type: http
      scheme: bearer
`,
    },
    {
      title: 'A name with more than the name',
      format: 'json',
      text: `
{"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}, "paths": {},
 "components": {"securitySchemes": {
   "token": {"type": "http", "scheme": "Bearer <token>"},
                                       ^^^^^^^^^^^^^^^^ unregistered-http-scheme
   "login": {"type": "http", "scheme": "Basic "}}}}
                                       ^^^^^^^^ unregistered-http-scheme
`,
      fixed: `
{"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}, "paths": {},
 "components": {"securitySchemes": {
   "token": {"type": "http", "scheme": "Bearer"},
   "login": {"type": "http", "scheme": "Basic"}}}}
`,
    },
    {
      title: 'A scheme of one’s own: nobody else can say what to write instead',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    signature:
      type: http
      scheme: AWS4-HMAC-SHA256
              ^^^^^^^^^^^^^^^^ unregistered-http-scheme
`,
    },
    {
      title: 'Registered names in any casing, and schemes of other types',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    token: {type: http, scheme: BEARER}
    proof: {type: http, scheme: dpop}
    key: {type: apiKey, in: header, name: X-Key}
`,
    },
    {
      title: 'OpenAPI 2.0 has no type http',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths: {}
securityDefinitions:
  login: {type: basic}
`,
    },
  ],
};

function messageFor(name: string, likely: LikelyScheme | undefined): string {
  const shown = `“${brief(name)}”`;
  if (registeredSpelling(name.trim())) return `The scheme ${shown} has blanks around it, so tools do not recognise it. Remove them.`;
  const wrong = `${shown} is not a registered HTTP authentication scheme`;
  if (likely) return `${wrong}, so tools cannot authenticate with it. Did you mean ${likely.name}?`;
  if (/tls/i.test(shown)) return `${wrong}. For client certificates declare the type mutualTLS (from OpenAPI 3.1 on).`;
  if (/key/i.test(shown)) return `${wrong}, so tools cannot authenticate with it. Declare an API key with the type apiKey.`;
  return `${wrong}, so tools cannot know what to send. Name one that is, or describe it and switch this rule off here.`;
}

function fixFor(place: Place, { name, sure }: LikelyScheme): Fix {
  return {
    title: `Change to ${name}`,
    kind: sure ? 'safe' : 'suggestion',
    preferred: sure,
    edits: () => fileEdits([setValue(place, name)]),
  };
}
