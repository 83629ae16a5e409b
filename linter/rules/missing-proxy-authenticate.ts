import { fileEdits } from '../findings/file-edits.ts';
import type { Fix } from '../findings/finding.ts';
import { addHeader, lettersOf } from '../fixes/add-header.ts';
import { rename } from '../fixes/place-edits.ts';
import type { ApiModel, Header, Response } from '../openapi/model.ts';
import { findHeader, type UsedResponse } from '../openapi/unauthorized.ts';
import { relatedUsers, responsePlace } from './support/response-place.ts';
import { everyVersion, type Rule } from './support/rule.ts';

const headerName = 'Proxy-Authenticate';

export const missingProxyAuthenticate: Rule = {
  id: 'missing-proxy-authenticate',
  summary: 'A 407 response has no Proxy-Authenticate header',
  why: 'RFC 9110 §15.5.8: a proxy that answers 407 **must** send `Proxy-Authenticate` with a challenge. It is to a 407 what `WWW-Authenticate` is to a 401: without it a client cannot know how to identify itself to the proxy.',
  category: 'Responses',
  severity: 'warning',
  preset: 'recommended',
  fix: 'safe',
  versions: everyVersion,
  references: [
    { title: 'RFC 9110 §15.5.8: 407 Proxy Authentication Required', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.8' },
    { title: 'RFC 9110 §11.7.1: Proxy-Authenticate', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.7.1' },
  ],
  create: ({ api, report }) => {
    return {
      errorResponse(used) {
        const { status, response, users } = used;
        if (status !== '407' || !response.headers.known || findHeader(response.headers, headerName)) return;
        report({
          place: responsePlace(used),
          message:
            'This 407 response has no Proxy-Authenticate header: RFC 9110 requires it, and without a challenge clients cannot know how to identify themselves to the proxy. Add the header.',
          operations: users,
          related: relatedUsers(users),
          fixes: () => [fixFor(api, used)],
        });
      },
    };
  },
  examples: [
    {
      title: 'A 407 without the header',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: []
      responses:
        '407':
        ^^^^^ missing-proxy-authenticate
          description: The proxy wants to know who you are
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: []
      responses:
        '407':
          description: The proxy wants to know who you are
          headers:
            Proxy-Authenticate:
              description: How to authenticate to the proxy.
              required: true
              schema:
                type: string
`,
    },
    {
      title: 'Headers are flat in OpenAPI 2.0; a misspelt one is renamed',
      format: 'json',
      text: `
{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "paths": {
    "/pets": {
      "get": {
        "responses": {
          "407": {"$ref": "#/responses/Proxy"}
        }
      },
      "put": {
        "responses": {
          "407": {
          ^^^^^ missing-proxy-authenticate
            "description": "Not by this proxy",
            "headers": {
              "Proxy_Authenticate": {"type": "string"}
            }
          }
        }
      }
    }
  },
  "responses": {
    "Proxy": {
    ^^^^^^^ missing-proxy-authenticate
      "description": "The proxy wants to know who you are"
    }
  }
}
`,
      fixed: `
{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "paths": {
    "/pets": {
      "get": {
        "responses": {
          "407": {"$ref": "#/responses/Proxy"}
        }
      },
      "put": {
        "responses": {
          "407": {
            "description": "Not by this proxy",
            "headers": {
              "Proxy-Authenticate": {"type": "string"}
            }
          }
        }
      }
    }
  },
  "responses": {
    "Proxy": {
      "description": "The proxy wants to know who you are",
      "headers": {
        "Proxy-Authenticate": {"description": "How to authenticate to the proxy.", "type": "string"}
      }
    }
  }
}
`,
    },
    {
      title: 'Any casing of the name counts, and other statuses need none',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: []
      responses:
        '407':
          description: The proxy wants to know who you are
          headers:
            proxy-authenticate: {schema: {type: string}}
        '404':
          description: No such pet
`,
    },
  ],
};

function fixFor(api: ApiModel, used: UsedResponse): Fix {
  // What other statuses say with the same text is for a person to decide.
  const safe = !api.sharing.isShared(used);
  return { ...addition(api, used.response), kind: safe ? 'safe' : 'suggestion', preferred: safe };
}

function addition(api: ApiModel, response: Response): Pick<Fix, 'title' | 'edits'> {
  const misspelt = misspeltHeader(response);
  if (misspelt) return { title: `Rename to ${headerName}`, edits: () => fileEdits([rename(misspelt.key, headerName)]) };
  const description = 'How to authenticate to the proxy.';
  const value = api.traits.flatHeaders ? { description, type: 'string' } : { description, required: true, schema: { type: 'string' } };
  return {
    title: `Add the ${headerName} header`,
    edits: () => fileEdits([addHeader(api, response, { name: headerName, value, description: 'The proxy asks for credentials.' })]),
  };
}

function misspeltHeader({ headers }: Response): Header | undefined {
  return headers.entries.find(({ name }) => lettersOf(name) === lettersOf(headerName));
}
