import { everyVersion, type Rule } from './support/rule.ts';

export const invalidConfiguration: Rule = {
  id: 'invalid-configuration',
  summary: 'A configuration file says something that has no meaning',
  why: 'A rule that is misspelt is not switched off, and a glob that can fit nothing excludes nothing. What is wrong in a configuration file has no effect, all else in it has; without this finding nobody would notice.',
  category: 'The description itself',
  severity: 'error',
  preset: 'minimal',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'YAML 1.2.2', url: 'https://yaml.org/spec/1.2.2/' },
    { title: 'RFC 6901: JSON Pointer', url: 'https://www.rfc-editor.org/rfc/rfc6901' },
  ],
  examples: [
    {
      title: 'A misspelt rule and a severity that there is not',
      path: '.auth-lint.yaml',
      text: `
extends: recomended
         ^^^^^^^^^^ invalid-configuration
rules:
  mising-401: error
  ^^^^^^^^^^ invalid-configuration
  missing-security: warn
                    ^^^^ invalid-configuration
`,
      fixed: `
extends: recommended
rules:
  missing-401: error
  missing-security: warning
`,
    },
    {
      title: 'Everything that a configuration can say',
      path: '.auth-lint.yaml',
      text: `
extends: recommended
rules:
  missing-401: [error, {accept: [4XX]}]
  missing-security: off
overrides:
  - files: ["legacy/**"]
    rules: {missing-www-authenticate: info}
  - operations: ["GET /health", "* /public/**", "tag:internal", "operationId:login"]
    rules: {missing-401: off}
fix:
  response: Unauthorized
  realm: My API
  body: problem+json
ignore: ["vendor/**"]
`,
    },
    {
      title: 'In JSON',
      path: '.auth-lint.json',
      format: 'json',
      text: `
{
  "rules": {
    "missing-401": ["error", {"acept": ["4XX"]}]
                              ^^^^^^^ invalid-configuration
  }
}
`,
    },
  ],
};
