import { remove } from '../fixes/place-edits.ts';
import { suggestion } from '../fixes/suggestion.ts';
import { unusedSchemes } from '../openapi/scheme-usage.ts';
import { likeNames } from './support/like-names.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { brief } from './support/wording.ts';

export const unusedSecurityScheme: Rule = {
  id: 'unused-security-scheme',
  summary: 'A security scheme is defined and no requirement names it',
  why: 'A scheme by itself protects nothing: only a requirement at the root or at an operation says that its credentials are accepted (OAS 3.1 §4.8.30). Documentation shows readers a way to authenticate that leads nowhere, or a requirement was forgotten. A description that declares no security at all is left to `missing-security`.',
  category: 'Security requirements',
  severity: 'info',
  preset: 'recommended',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'OAS 3.1: Security Scheme Object', url: 'https://spec.openapis.org/oas/v3.1.1#security-scheme-object' },
    { title: 'OAS 3.1: Security Requirement Object', url: 'https://spec.openapis.org/oas/v3.1.1#security-requirement-object' },
  ],
  create: ({ api, report }) => {
    const like = likeNames([...api.schemes.byName.keys()]);
    /** What misspelt requirements seem to mean: to remove these would be wrong. */
    const meant = new Set<string | undefined>();
    return {
      requirement({ required: { name, dangling } }) {
        if (dangling) meant.add(like(name));
      },
      end() {
        if (api.declarations.length === 0) return;
        for (const { name, place } of unusedSchemes(api)) {
          if (meant.has(name)) continue;
          report({
            place,
            message: `No requirement names ${brief(name)}: readers see a way to authenticate that no operation accepts. Require it where it is needed, or remove it.`,
            tags: ['unnecessary'],
            fixes: [suggestion(`Remove the scheme ${brief(name)}`, () => [remove(place)])],
          });
        }
      },
    };
  },
  examples: [
    {
      title: 'A scheme that is left over',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths: {}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
    basicAuth: {type: http, scheme: basic}
    ^^^^^^^^^ unused-security-scheme
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
      title: 'In use at an operation, a callback, or by reference',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    post:
      security: [{token: []}]
      callbacks:
        arrival:
          '{$request.query.url}':
            post:
              security: [{consumer: []}]
              responses: {'204': {description: Noted}}
      responses: {'201': {description: The new pet}}
components:
  securitySchemes:
    token: {$ref: '#/components/securitySchemes/bearerAuth'}
    bearerAuth: {type: http, scheme: bearer}
    consumer: {type: http, scheme: basic}
`,
    },
    {
      title: 'In OpenAPI 3.2 a requirement may name a scheme by its URI',
      text: `
openapi: 3.2.0
info: {title: Pets, version: '1'}
security:
  - '#/components/securitySchemes/bearerAuth': []
paths: {}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'No security anywhere: what is missing are the requirements',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses: {'200': {description: The pets}}
securityDefinitions:
  basicAuth: {type: basic}
`,
    },
  ],
};
