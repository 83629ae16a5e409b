import type { Fix } from '../findings/finding.ts';
import { likelyScheme } from '../fixes/likely-scheme.ts';
import { addBelow, rename } from '../fixes/place-edits.ts';
import { suggestion } from '../fixes/suggestion.ts';
import type { ApiModel } from '../openapi/model.ts';
import type { Place } from '../workspace/place.ts';
import { likeNames } from './support/like-names.ts';
import { eachTextOnce, type Occurrence } from './support/occurrences.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { brief } from './support/wording.ts';

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
    const known = [...api.schemes.byName.keys()];
    const like = likeNames(known);
    const dangling: Occurrence<string>[] = [];
    return {
      requirement({ required: { dangling: nothing, name, place }, users }) {
        if (nothing) dangling.push({ place, subject: name, operations: users });
      },
      end() {
        for (const { place, subject: name, operations } of eachTextOnce(dangling)) {
          const near = like(name);
          report({
            place,
            message: messageFor(api, name, known, near),
            operations,
            related:
              api.schemes.place && known.length > 0 ? [{ place: api.schemes.place, message: 'The security schemes are defined here' }] : [],
            fixes: () => fixesFor(api, name, place, near),
          });
        }
      },
    };
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
  basicAuth: {type: basic}
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

function messageFor({ traits }: ApiModel, name: string, known: readonly string[], near: string | undefined): string {
  const where = traits.schemes.join('.');
  const shown = brief(name);
  if (isUri(name))
    return `${shown} leads to no security scheme, and ${where} has none of that name: callers cannot know which credentials to send. Correct it.`;
  if (near) return `${shown} is not defined in ${where}: callers cannot know which credentials to send. Did you mean ${brief(near)}?`;
  if (known.length === 0)
    return `${shown} is not defined: there are no schemes in ${where}, so callers cannot know which credentials to send. Define the scheme.`;
  return `${shown} is not defined in ${where}: callers cannot know which credentials to send. Define it, or require one that is there.`;
}

function fixesFor({ root, traits }: ApiModel, name: string, place: Place, near: string | undefined): readonly Fix[] {
  const fixes = near === undefined ? [] : [suggestion(`Change to ${brief(near)}`, () => [rename(place, near)], true)];
  // A URI (OAS 3.2 §4.30) names an object elsewhere: a component of that name would not be what is meant.
  if (isUri(name)) return fixes;
  const define = () => [addBelow(root, traits.schemes, { [name]: likelyScheme(traits, name) })];
  return [...fixes, suggestion(`Define ${brief(name)} as a security scheme`, define)];
}

/** True for a name that people mean as a URI. */
function isUri(name: string): boolean {
  return /[#/]/.test(name);
}
