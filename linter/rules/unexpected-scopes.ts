import { fileEdits } from '../findings/file-edits.ts';
import { setValue } from '../fixes/place-edits.ts';
import { suggestion } from '../fixes/suggestion.ts';
import type { RequiredScheme, SecurityDeclaration, SecurityRequirement, SecurityScheme } from '../openapi/model.ts';
import { hasNoScopes } from '../openapi/scopes.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { groupBy } from '../text/group-by.ts';
import { identity, type Place, stringAt } from '../workspace/place.ts';
import { eachTextOnce, mostOfOneCause, type Occurrence, operationsOf } from './support/occurrences.ts';
import type { Report, Rule } from './support/rule.ts';
import { brief, list } from './support/wording.ts';

/** A requirement that lists scopes for a scheme that has none. */
interface Listing {
  readonly required: RequiredScheme;
  readonly scheme: SecurityScheme;
}

export const unexpectedScopes: Rule = {
  id: 'unexpected-scopes',
  summary: 'A requirement lists scopes for a scheme that has none',
  why: 'Only OAuth 2.0 (from OpenAPI 3.0 on also OpenID Connect) has scopes; for every other type OpenAPI 2.0 and 3.0 say that the list must be empty (OAS 3.0 §4.7.30). What stands there is refused by validators and means nothing to clients. From 3.1 on such a list may name roles.',
  category: 'Security requirements',
  severity: 'error',
  preset: 'recommended',
  fix: 'safe',
  versions: ['2.0', '3.0'],
  references: [
    { title: 'OAS 3.0: Security Requirement Object', url: 'https://spec.openapis.org/oas/v3.0.4#security-requirement-object' },
    { title: 'OAS 2.0: Security Requirement Object', url: 'https://spec.openapis.org/oas/v2.0#security-requirement-object' },
  ],
  create: ({ report }) => {
    const found: Occurrence<Listing>[] = [];
    /** The texts of lists that are right for a scheme: through an alias one may stand for several. */
    const rightElsewhere = new Set<SyntaxNode>();
    /** Those that tell two alternatives with the same schemes apart: without scopes one would repeat the other. */
    const withTwin = new Set<SyntaxNode>();
    const hasTwin = twinSearch();
    return {
      requirement({ required, requirement, declaration, users }) {
        const { scheme, place } = required;
        // A malformed list is another rule's matter.
        if (required.malformed || required.scopes.length === 0) return;
        if (!scheme || !hasNoScopes(scheme)) {
          rightElsewhere.add(identity(place));
          return;
        }
        found.push({ place, subject: { required, scheme }, operations: users });
        if (hasTwin(declaration, requirement)) withTwin.add(identity(place));
      },
      end() {
        const byScheme = groupBy(eachTextOnce(found), ({ subject }) => identity(subject.scheme.definition ?? subject.scheme.place));
        for (const same of byScheme.values()) {
          if (same.length > mostOfOneCause) reportAtScheme(report, same);
          else for (const occurrence of same) reportList(report, occurrence, isSafe(occurrence.place));
        }
      },
    };

    /** Of an alias only the name is replaced. */
    function isSafe(place: Place): boolean {
      const text = identity(place);
      return !withTwin.has(text) && (place.entry?.alias !== undefined || !rightElsewhere.has(text));
    }
  },
  examples: [
    {
      title: 'A key has no scopes',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - apiKey: [read, write]
    ^^^^^^ unexpected-scopes
paths: {}
components:
  securitySchemes:
    apiKey: {type: apiKey, in: header, name: X-API-Key}
`,
      fixed: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - apiKey: []
paths: {}
components:
  securitySchemes:
    apiKey: {type: apiKey, in: header, name: X-API-Key}
`,
    },
    {
      title: 'OpenAPI 2.0 in JSON',
      format: 'json',
      text: `
{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "security": [{"basicAuth": ["admin"]}],
                ^^^^^^^^^^^ unexpected-scopes
  "securityDefinitions": {"basicAuth": {"type": "basic"}},
  "paths": {}
}
`,
      fixed: `
{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "security": [{"basicAuth": []}],
  "securityDefinitions": {"basicAuth": {"type": "basic"}},
  "paths": {}
}
`,
    },
    {
      title: 'Types that have scopes',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - provider: [openid]
  - petAuth: [pets]
paths: {}
components:
  securitySchemes:
    provider: {type: openIdConnect, openIdConnectUrl: 'https://example.com/.well-known/openid-configuration'}
    petAuth: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://example.com', scopes: {pets: See the pets}}}}
`,
    },
    {
      title: 'From OpenAPI 3.1 on these are roles',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - apiKey: [keeper]
paths: {}
components:
  securitySchemes:
    apiKey: {type: apiKey, in: header, name: X-API-Key}
`,
    },
  ],
};

/** Tells whether another alternative has the same schemes. */
function twinSearch(): (declaration: SecurityDeclaration, requirement: SecurityRequirement) => boolean {
  const groups = new Map<SecurityDeclaration, ReadonlyMap<string, readonly SecurityRequirement[]>>();
  return (declaration, requirement) => {
    const group = groups.get(declaration) ?? groupBy(declaration.requirements, schemesOf);
    groups.set(declaration, group);
    return (group.get(schemesOf(requirement))?.length ?? 0) > 1;
  };
}

function schemesOf({ schemes }: SecurityRequirement): string {
  return JSON.stringify(schemes.map(({ name }) => name).sort());
}

function reportList(report: Report, { place, subject, operations }: Occurrence<Listing>, safe: boolean): void {
  const { scheme, required } = subject;
  const scopes = required.scopes.map((scope) => brief(stringAt(scope) ?? ''));
  report({
    place,
    message: `${brief(required.name)} is of type ${scheme.type}, which has no scopes: before OpenAPI 3.1 its list must be empty, and tools refuse or drop ${list(scopes, 'and')}. Empty the list.`,
    operations,
    related: [{ place: scheme.place, message: 'The scheme is defined here' }],
    fixes: [
      {
        title: 'Empty the list of scopes',
        kind: safe ? 'safe' : 'suggestion',
        preferred: safe,
        edits: () => fileEdits([setValue(place, [])]),
      },
    ],
  });
}

/** So many lists are no slip: they document something, and what becomes of it is for a person to say. */
function reportAtScheme(report: Report, occurrences: readonly Occurrence<Listing>[]): void {
  const [first] = occurrences;
  if (!first) return;
  const { scheme } = first.subject;
  report({
    place: scheme.place,
    message: `${brief(scheme.name)} is of type ${scheme.type}, which has no scopes, but ${occurrences.length} requirements list some: before OpenAPI 3.1 tools refuse or drop them. Empty the lists, or declare the scopes in an oauth2 scheme.`,
    operations: operationsOf(occurrences),
    related: [{ place: first.place, message: 'The first that lists scopes' }],
    fixes: [suggestion(`Empty all ${occurrences.length} lists of scopes`, () => occurrences.map(({ place }) => setValue(place, [])))],
  });
}
