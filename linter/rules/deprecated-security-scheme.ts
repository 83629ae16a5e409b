import type { SecurityScheme } from '../openapi/model.ts';
import { groupBy } from '../text/group-by.ts';
import { identity } from '../workspace/place.ts';
import { eachTextOnce, mostOfOneCause, type Occurrence, operationsOf } from './support/occurrences.ts';
import type { Rule } from './support/rule.ts';
import { brief } from './support/wording.ts';

export const deprecatedSecurityScheme: Rule = {
  id: 'deprecated-security-scheme',
  summary: 'A requirement names a deprecated security scheme',
  why: 'From OpenAPI 3.2 on a security scheme can be `deprecated` (OAS 3.2 §4.27): it should no longer be used. Callers who follow a requirement that names it build on credentials that are about to go. Offer another scheme beside it, and drop it when nobody needs it any more.',
  category: 'Security requirements',
  severity: 'info',
  preset: 'recommended',
  fix: 'none',
  versions: ['3.2'],
  references: [{ title: 'OAS 3.2: Security Scheme Object', url: 'https://spec.openapis.org/oas/v3.2.0#security-scheme-object' }],
  create: ({ report }) => {
    const found: Occurrence<SecurityScheme>[] = [];
    return {
      requirement({ required: { scheme, place }, users }) {
        if (scheme?.deprecated) found.push({ place, subject: scheme, operations: users });
      },
      end() {
        const byScheme = groupBy(eachTextOnce(found), ({ subject }) => identity(subject.definition ?? subject.place));
        for (const same of byScheme.values()) {
          const [first] = same;
          if (first && same.length > mostOfOneCause) {
            report({
              place: first.subject.place,
              message: `${brief(first.subject.name)} is deprecated, but ${same.length} requirements name it: callers build on credentials that are about to go. Offer another scheme beside it.`,
              operations: operationsOf(same),
              related: [{ place: first.place, message: 'The first that names it' }],
              tags: ['deprecated'],
            });
            continue;
          }
          for (const { place, subject, operations } of same) {
            report({
              place,
              message: `${brief(subject.name)} is deprecated: callers who send it build on credentials that are about to go. Offer another scheme beside it, or name one that stays.`,
              operations,
              related: [{ place: subject.definition ?? subject.place, message: 'The scheme is defined here' }],
              tags: ['deprecated'],
            });
          }
        }
      },
    };
  },
  examples: [
    {
      title: 'A key that is about to go',
      text: `
openapi: 3.2.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
  - apiKey: []
    ^^^^^^ deprecated-security-scheme
paths: {}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
    apiKey: {type: apiKey, in: header, name: X-API-Key, deprecated: true}
`,
    },
    {
      title: 'Deprecated, and no longer named',
      text: `
openapi: 3.2.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths: {}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer, deprecated: false}
    apiKey: {type: apiKey, in: header, name: X-API-Key, deprecated: true}
`,
    },
    {
      title: 'Before OpenAPI 3.2 the field means nothing',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - apiKey: []
paths: {}
components:
  securitySchemes:
    apiKey: {type: apiKey, in: header, name: X-API-Key, deprecated: true}
`,
    },
  ],
};
