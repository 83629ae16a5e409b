import type { SecurityScheme } from '../openapi/model.ts';
import type { SchemeDefect } from '../openapi/scheme-defect-kinds.ts';
import { schemeDefects } from '../openapi/scheme-defects.ts';
import { schemeGrammar } from '../openapi/scheme-fields.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { PairMap } from '../text/pair-map.ts';
import { identity, type Place } from '../workspace/place.ts';
import { mostOfOneCause } from './support/occurrences.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { schemeFixes } from './support/scheme-fixes.ts';
import { schemeMessage } from './support/scheme-problems.ts';
import { brief, list } from './support/wording.ts';

export const invalidSecurityScheme: Rule = {
  id: 'invalid-security-scheme',
  summary: 'A security scheme lacks a field, or has one that its type does not know',
  why: 'Which fields a Security Scheme Object has depends on its type and on the version of OpenAPI (OAS 3.1 §4.8.27; `mutualTLS` came with 3.1, `deviceAuthorization` and `oauth2MetadataUrl` with 3.2, and 2.0 writes one flow into the scheme itself). A generator that meets another object drops the scheme or fails, and callers are left without credentials.',
  category: 'Schemes and transport',
  severity: 'error',
  preset: 'recommended',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'OAS 3.1: Security Scheme Object', url: 'https://spec.openapis.org/oas/v3.1.1#security-scheme-object' },
    { title: 'OAS 3.1: OAuth Flow Object', url: 'https://spec.openapis.org/oas/v3.1.1#oauth-flow-object' },
    { title: 'OAS 3.2: Security Scheme Object', url: 'https://spec.openapis.org/oas/v3.2.0#security-scheme-object' },
    { title: 'OAS 2.0: Security Scheme Object', url: 'https://spec.openapis.org/oas/v2.0#security-scheme-object' },
  ],
  create: ({ api, report }) => {
    const grammar = schemeGrammar(api.version);
    const told = new PairMap<SyntaxNode, SchemeDefect['kind'], true>();
    return {
      end() {
        for (const scheme of api.distinctSchemes) {
          const defects = schemeDefects(grammar, scheme);
          const foreign = defects.filter(({ kind }) => kind === 'foreign');
          if (foreign.length > mostOfOneCause) reportForeign(scheme, foreign);
          for (const defect of defects) if (defect.kind !== 'foreign' || foreign.length <= mostOfOneCause) reportDefect(scheme, defect);
        }
      },
    };

    function reportDefect(scheme: SecurityScheme, defect: SchemeDefect): void {
      // A flow may stand in several schemes by alias.
      if (told.has(identity(defect.place), defect.kind)) return;
      told.set(identity(defect.place), defect.kind, true);
      report({
        place: whereToTell(scheme, defect.place),
        message: schemeMessage(api, scheme, defect),
        fixes: () => (isMerged(defect.place) ? [] : schemeFixes(api, scheme, defect)),
      });
    }

    function reportForeign(scheme: SecurityScheme, foreign: readonly SchemeDefect[]): void {
      const names = list(
        foreign.map(({ place }) => brief(place.entry?.key ?? '')),
        'and',
      );
      report({
        place: scheme.definition ?? scheme.place,
        message: `${brief(scheme.name)} has ${foreign.length} fields that no security scheme of its type has (${names}): tools ignore or refuse them. Remove them.`,
      });
    }
  },
  examples: [
    {
      title: 'A field that the type needs',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    key:
    ^^^ invalid-security-scheme
      type: apiKey
      name: X-Key
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    key:
      type: apiKey
      in: header
      name: X-Key
`,
    },
    {
      title: 'A flow needs fields of its own',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        authorizationCode:
        ^^^^^^^^^^^^^^^^^ invalid-security-scheme
          authorizationUrl: https://example.com/authorize
          scopes: {}
`,
      fixed: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        authorizationCode:
          authorizationUrl: https://example.com/authorize
          tokenUrl: https://example.com/oauth/token
          scopes: {}
`,
    },
    {
      title: 'Fields of another type, and misspelt ones',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    key:
      type: apiKey
      in: header
      name: X-Key
      scheme: bearer
      ^^^^^^ invalid-security-scheme
    provider:
      type: openIdConnect
      openIdConnectURL: https://example.com/.well-known/openid-configuration
      ^^^^^^^^^^^^^^^^ invalid-security-scheme
      x-tenant: pets
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    key:
      type: apiKey
      in: header
      name: X-Key
    provider:
      type: openIdConnect
      openIdConnectUrl: https://example.com/.well-known/openid-configuration
      x-tenant: pets
`,
    },
    {
      title: 'From 3.0 on Basic is a scheme of the type http',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    login:
      type: basic
      ^^^^ invalid-security-scheme
`,
      fixed: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    login:
      type: http
      scheme: basic
`,
    },
    {
      title: 'In 2.0 it is a type',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths: {}
securityDefinitions:
  login: {type: http, scheme: basic}
          ^^^^ invalid-security-scheme
`,
      fixed: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths: {}
securityDefinitions:
  login: {type: basic}
`,
    },
    {
      title: 'Flows have other names in OpenAPI 2.0',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths: {}
securityDefinitions:
  service:
    type: oauth2
    flow: clientCredentials
    ^^^^ invalid-security-scheme
    tokenUrl: https://example.com/token
    scopes: {}
`,
      fixed: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths: {}
securityDefinitions:
  service:
    type: oauth2
    flow: application
    tokenUrl: https://example.com/token
    scopes: {}
`,
    },
    {
      title: 'Client certificates are a type from 3.1 on',
      format: 'json',
      text: `
{"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}, "paths": {},
 "components": {"securitySchemes": {"certificate": {"type": "mutualTLS"}}}}
                                                    ^^^^^^ invalid-security-scheme
`,
    },
    {
      title: 'The device flow and the metadata came with 3.2',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    television:
      type: oauth2
      oauth2MetadataUrl: https://example.com/.well-known/oauth-authorization-server
      ^^^^^^^^^^^^^^^^^ invalid-security-scheme
      flows:
        deviceAuthorization:
        ^^^^^^^^^^^^^^^^^^^ invalid-security-scheme
          deviceAuthorizationUrl: https://example.com/device
          tokenUrl: https://example.com/token
          scopes: {}
`,
    },
    {
      title: 'All types of 3.2',
      text: `
openapi: 3.2.0
info: {title: Pets, version: '1'}
paths: {}
components:
  securitySchemes:
    key: {type: apiKey, in: cookie, name: session, deprecated: true}
    token: {type: http, scheme: bearer, bearerFormat: JWT, description: From the login}
    certificate: {type: mutualTLS, x-issuer: Pets}
    provider: {type: openIdConnect, openIdConnectUrl: 'https://example.com/.well-known/openid-configuration'}
    television:
      type: oauth2
      oauth2MetadataUrl: https://example.com/.well-known/oauth-authorization-server
      flows:
        deviceAuthorization: {deviceAuthorizationUrl: 'https://example.com/device', tokenUrl: 'https://example.com/token', scopes: {}}
        password: {tokenUrl: 'https://example.com/token', refreshUrl: 'https://example.com/refresh', scopes: {}}
`,
    },
    {
      title: 'All types of 2.0',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths: {}
securityDefinitions:
  login: {type: basic, description: Your account}
  key: {type: apiKey, in: query, name: key}
  code: {type: oauth2, flow: accessCode, authorizationUrl: 'https://example.com/a', tokenUrl: 'https://example.com/t', scopes: {}}
  page: {type: oauth2, flow: implicit, authorizationUrl: 'https://example.com/a', scopes: {read: To read}}
`,
    },
  ],
};

/** What a merge key brings is right where it stands: wrong is that this scheme takes it. */
function whereToTell(scheme: SecurityScheme, place: Place): Place {
  return isMerged(place) ? (scheme.definition ?? scheme.place) : place;
}

function isMerged({ entry }: Place): boolean {
  return entry?.merged === true;
}
