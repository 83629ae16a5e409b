import { fileEdits } from '../findings/file-edits.ts';
import type { Fix } from '../findings/finding.ts';
import { editText, removeItemAt } from '../fixes/place-edits.ts';
import { type CleartextUrl, cleartextUrl, encryptedProtocol, isLocalhost } from '../http/cleartext.ts';
import type { Operation } from '../openapi/model.ts';
import { credentialServers, oauthUrls } from '../openapi/transport.ts';
import { children, firstLine, type Place, placeAt, stringAt } from '../workspace/place.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { brief, nameOf } from './support/wording.ts';

export const cleartextCredentials: Rule = {
  id: 'cleartext-credentials',
  summary: 'Credentials are sent without encryption',
  why: 'Over `http:` everyone on the way reads passwords, keys and tokens, and can use them. Basic and Bearer are not secure without TLS (RFC 7617 §4, RFC 6750 §5.3), and OAuth demands it of its endpoints (RFC 6749 §3.1, §3.2). Servers count where an operation with credentials uses them; the own machine (`localhost`) does not.',
  category: 'Schemes and transport',
  severity: 'warning',
  preset: 'recommended',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'RFC 6750 §5.3: Bearer tokens need TLS', url: 'https://www.rfc-editor.org/rfc/rfc6750#section-5.3' },
    { title: 'RFC 7617 §4: Basic needs TLS', url: 'https://www.rfc-editor.org/rfc/rfc7617#section-4' },
    { title: 'RFC 6749 §3.1: the authorization endpoint', url: 'https://www.rfc-editor.org/rfc/rfc6749#section-3.1' },
  ],
  create: ({ api, concerns, report }) => ({
    end() {
      for (const { server, users: all } of credentialServers(api)) {
        const cleartext = readableByOthers(server.url);
        const users = cleartext ? all.filter(concerns) : [];
        if (!cleartext || users.length === 0) continue;
        const inList = api.traits.hostAndSchemes;
        report({
          place: server.place,
          range: firstLine(server.place),
          message: inList ? protocolMessage(cleartext, users) : serverMessage(server.url, cleartext, users),
          operations: users,
          fixes: [inList ? protocolFix(server.place, cleartext) : urlFix(server.place, cleartext)],
        });
      }
      for (const { place, url, scheme } of oauthUrls(api)) {
        const cleartext = readableByOthers(url);
        if (!cleartext) continue;
        report({
          place,
          range: firstLine(place),
          message: `The ${place.entry?.key ?? 'URL'} of ${brief(scheme)} is not encrypted: others can read the codes, tokens and secrets that are sent there. OAuth requires TLS: use https.`,
          fixes: [urlFix(place, cleartext)],
        });
      }
    },
  }),
  examples: [
    {
      title: 'A server without TLS',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers:
  - url: http://api.example.com/v1
         ^^^^^^^^^^^^^^^^^^^^^^^^^ cleartext-credentials
  - url: http://localhost:8080/v1
security:
  - bearerAuth: []
paths:
  /pets:
    get:
      responses: {}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers:
  - url: https://api.example.com/v1
  - url: http://localhost:8080/v1
security:
  - bearerAuth: []
paths:
  /pets:
    get:
      responses: {}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'In OpenAPI 2.0 the list of protocols says it',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
host: api.example.com
schemes: [http, https]
          ^^^^ cleartext-credentials
security:
  - login: []
paths:
  /pets:
    get:
      responses: {}
securityDefinitions:
  login: {type: basic}
`,
      fixed: `
swagger: '2.0'
info: {title: Pets, version: '1'}
host: api.example.com
schemes: [https]
security:
  - login: []
paths:
  /pets:
    get:
      responses: {}
securityDefinitions:
  login: {type: basic}
`,
    },
    {
      title: 'Where tokens come from',
      format: 'json',
      text: `
{"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}, "paths": {},
 "components": {"securitySchemes": {"login": {"type": "oauth2", "flows": {"clientCredentials": {
   "tokenUrl": "http://login.example.com/token", "scopes": {}}}}}}}
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cleartext-credentials
`,
      fixed: `
{"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}, "paths": {},
 "components": {"securitySchemes": {"login": {"type": "oauth2", "flows": {"clientCredentials": {
   "tokenUrl": "https://login.example.com/token", "scopes": {}}}}}}}
`,
    },
    {
      title: 'Nobody sends credentials to this server',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers:
  - url: http://api.example.com
security:
  - bearerAuth: []
paths:
  /health:
    get:
      security: []
      responses: {}
  /pets:
    get:
      servers:
        - url: https://api.example.com
      responses: {}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'What cannot be known',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers:
  - url: /v1
  - url: '{protocol}://api.example.com'
    variables:
      protocol: {default: https, enum: [https, http]}
  - url: http://{host}/v1
security:
  - bearerAuth: []
paths:
  /pets:
    get:
      responses: {}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
  ],
};

/** Undefined for a URL on this machine, and where the host depends on a variable that has no value. */
function readableByOthers(url: string): CleartextUrl | undefined {
  const cleartext = cleartextUrl(url);
  return cleartext && !isLocalhost(cleartext.host) && !/[{}]/.test(cleartext.host) ? cleartext : undefined;
}

/** Whose credentials: of one operation by name, of more by number. */
function credentialsOf(users: readonly Operation[]): string {
  const [first] = users;
  return first && users.length === 1 ? brief(nameOf(first)) : `${users.length} operations`;
}

function serverMessage(url: string, { protocol }: CleartextUrl, users: readonly Operation[]): string {
  return `${brief(url)} is not encrypted: everyone on the way can read and reuse the credentials of ${credentialsOf(users)}. Use ${encryptedProtocol(protocol)}.`;
}

function protocolMessage({ protocol }: CleartextUrl, users: readonly Operation[]): string {
  return `${protocol} is offered, which is not encrypted: everyone on the way can read and reuse the credentials of ${credentialsOf(users)}. Offer only ${encryptedProtocol(protocol)}.`;
}

/** Nothing is edited where the protocol is a variable. */
function urlFix(place: Place, { protocol, offset }: CleartextUrl): Fix {
  const encrypted = encryptedProtocol(protocol);
  const end = offset + protocol.length;
  const isWritten = stringAt(place)?.slice(offset, end) === protocol;
  return suggestion(`Change to ${encrypted}`, () =>
    fileEdits([isWritten ? editText(place, [{ range: { start: offset, end }, text: encrypted }]) : undefined]),
  );
}

/** An item of OAS 2.0's `schemes`: it goes where the encrypted protocol is there too, and becomes it where not. */
function protocolFix(place: Place, cleartext: CleartextUrl): Fix {
  const { protocol } = cleartext;
  const list = placeAt(place.file, place.pointer.slice(0, place.pointer.lastIndexOf('/')));
  const items = list ? children(list) : [];
  const index = items.findIndex(({ node }) => node === place.node);
  const isThere = items.some((item) => stringAt(item) === encryptedProtocol(protocol));
  if (!list || index < 0 || !isThere) return urlFix(place, cleartext);
  return suggestion(`Remove ${protocol}`, () => fileEdits([removeItemAt(list, index)]));
}

function suggestion(title: string, edits: Fix['edits']): Fix {
  return { title, kind: 'suggestion', preferred: true, edits };
}
