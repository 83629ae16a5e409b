import { everyVersion, type Rule } from './support/rule.ts';

/** Reported by the engine when all other rules have spoken (`linter/suppression`). */
export const unusedSuppression: Rule = {
  id: 'unused-suppression',
  summary: 'A suppression suppresses nothing',
  why: 'A comment `auth-lint-ignore` or an `x-auth-lint-ignore` that hides nothing any more will hide the next mistake at that place, which nobody meant. The same goes for one whose rule is misspelt. It is judged only for rules that are on.',
  category: 'The description itself',
  severity: 'info',
  preset: 'recommended',
  fix: 'suggestion',
  versions: everyVersion,
  references: [],
  options: {
    reason: {
      description:
        'Whether every suppression must say why: behind two hyphens in a comment, as the value in a map of `x-auth-lint-ignore`.',
      schema: {
        enum: ['optional', 'required'],
        enumDescriptions: ['A reason may be left out.', 'A suppression without a reason is reported.'],
      },
      default: 'optional',
    },
  },
  examples: [
    {
      title: 'Rule ids are compared as they are',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: []
      responses: {'200': {description: The pets}} # auth-lint-ignore missing-40l -- nobody needs it
                                                                     ^^^^^^^^^^^ unused-suppression
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: []
      responses: {'200': {description: The pets}} # auth-lint-ignore missing-401 -- nobody needs it
`,
    },
    {
      title: 'A reason for every suppression',
      options: { reason: 'required' },
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      x-auth-lint-ignore: [missing-401]
                           ^^^^^^^^^^^ unused-suppression
      responses: {'200': {description: The pets}}
    put:
      x-auth-lint-ignore: {missing-401: The gateway answers before us}
      responses: {'200': {description: The pets}}
`,
    },
    {
      title: 'What is said of rules that are off is not judged',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get: # auth-lint-ignore missing-401 -- answered by the gateway
      security: []
      responses: {'200': {description: The pets}}
`,
    },
  ],
};
