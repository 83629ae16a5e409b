import { fileEdits } from '../findings/file-edits.ts';
import type { Fix } from '../findings/finding.ts';
import { addBelow, rename } from '../fixes/place-edits.ts';
import type { ApiModel, Operation, RequiredScheme, SecurityDeclaration } from '../openapi/model.ts';
import type { NewValue } from '../syntax/editing/render.ts';
import { nearest } from '../text/distance.ts';
import { everyVersion, type Rule } from './support/rule.ts';

/** With more schemes than this no like name is looked for. */
const mostCompared = 500;

export const undefinedSecurityScheme: Rule = {
  id: 'undefined-security-scheme',
  summary: 'A security requirement names a scheme that is not defined',
  why: 'The name in a requirement must be one of the security schemes of the entry document (from 3.2 on it may also be the URI of one). A name that leads nowhere tells callers that credentials are needed, but not which; generators drop it or fail.',
  category: 'Security requirements',
  severity: 'error',
  preset: 'minimal',
  fix: 'suggestion',
  versions: everyVersion,
  references: [{ title: 'OAS 3.1: Security Requirement Object', url: 'https://spec.openapis.org/oas/v3.1.1#security-requirement-object' }],
  create: ({ api, report }) => {
    const users = new Map<SecurityDeclaration, Operation[]>();
    const usersOf = (declaration: SecurityDeclaration): Operation[] => {
      const known = users.get(declaration) ?? [];
      users.set(declaration, known);
      return known;
    };
    return {
      operation(operation) {
        const { declaration } = operation.security;
        if (declaration) usersOf(declaration).push(operation);
      },
      end() {
        if (api.security) usersOf(api.security);
        for (const [declaration, operations] of users) {
          for (const required of declaration.requirements.flatMap(({ schemes }) => schemes)) {
            if (required.dangling) reportRequired(required, operations);
          }
        }
      },
    };

    function reportRequired(required: RequiredScheme, operations: readonly Operation[]): void {
      const known = [...api.schemes.byName.keys()];
      const near = known.length <= mostCompared ? nearest(required.name, known) : undefined;
      report({
        place: required.place,
        message: messageFor(api, required.name, known, near),
        operations,
        related:
          api.schemes.place && known.length > 0 ? [{ place: api.schemes.place, message: 'The security schemes are defined here' }] : [],
        fixes: fixesFor(api, required, near),
      });
    }
  },
  examples: [
    {
      title: 'A misspelt name',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAut: []
    ^^^^^^^^^ undefined-security-scheme
paths: {}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths: {}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'A description without any scheme',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - basicAuth: []
    ^^^^^^^^^ undefined-security-scheme
paths: {}
`,
      fixed: `
swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - basicAuth: []
paths: {}
securityDefinitions:
  basicAuth:
    type: basic
`,
    },
    {
      title: 'Names are those of the entry document, wherever the requirement stands',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets: {$ref: pets.yaml}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
      files: { 'pets.yaml': 'get:\n  security: [{bearerAuth: []}]\n  responses: {}\n' },
    },
    {
      title: 'In 3.2 a requirement may be the URI of a scheme',
      text: `
openapi: 3.2.0
info: {title: Pets, version: '1'}
security:
  - schemes.yaml#/bearer: []
  - './schemes.yaml#/basic': []
    ^^^^^^^^^^^^^^^^^^^^^^^ undefined-security-scheme
paths: {}
`,
      files: { 'schemes.yaml': 'bearer: {type: http, scheme: bearer}\n' },
    },
  ],
};

function messageFor(api: ApiModel, name: string, known: readonly string[], near: string | undefined): string {
  const where = api.traits.schemes.join('.');
  if (isUri(name))
    return `${name} leads to no security scheme, and ${where} has none of that name: callers cannot know which credentials to send. Correct it.`;
  if (near) return `${name} is not defined in ${where}: callers cannot know which credentials to send. Did you mean ${near}?`;
  if (known.length === 0)
    return `${name} is not defined: there are no schemes in ${where}, so callers cannot know which credentials to send. Define the scheme.`;
  return `${name} is not defined in ${where}: callers cannot know which credentials to send. Define it, or require one that is there.`;
}

function fixesFor(api: ApiModel, required: RequiredScheme, near: string | undefined): readonly Fix[] {
  const define = (): ReturnType<Fix['edits']> =>
    fileEdits([addBelow(api.root, api.traits.schemes, { [required.name]: likelyScheme(api, required.name) })]);
  const fixes: Fix[] = [];
  if (near)
    fixes.push({ title: `Change to ${near}`, kind: 'suggestion', preferred: true, edits: () => fileEdits([rename(required.place, near)]) });
  // A URI (OAS 3.2 §4.30) names an object elsewhere: a component of that name would not be what is meant.
  if (!isUri(required.name))
    fixes.push({ title: `Define ${required.name} as a security scheme`, kind: 'suggestion', preferred: false, edits: define });
  return fixes;
}

/** True for a name that people mean as a URI. */
function isUri(name: string): boolean {
  return /[#/]/.test(name);
}

/** A scheme such as the name suggests; a person looks at it in any case. */
function likelyScheme(api: ApiModel, name: string): NewValue {
  if (/basic/i.test(name)) return api.traits.flatHeaders ? { type: 'basic' } : { type: 'http', scheme: 'basic' };
  if (/key|cookie|session/i.test(name) || api.traits.flatHeaders)
    return { type: 'apiKey', in: 'header', name: api.traits.flatHeaders ? 'Authorization' : 'X-API-Key' };
  return { type: 'http', scheme: 'bearer' };
}
