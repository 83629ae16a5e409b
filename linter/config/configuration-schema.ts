import { defaultFixStyle } from '../fixes/fix-style.ts';
import { operationPatternSchema } from '../rules/support/operation-pattern.ts';
import { ownOptions, type Rule } from '../rules/support/rule.ts';
import { presetNames } from './presets.ts';
import { bodies } from './read-fix-style.ts';
import { ruleSchema, type Schema, severitySchema } from './rule-schema.ts';

/** The JSON Schema (draft-07) of configuration files: what editors know of them, and what completion offers. */
export function configurationSchema(rules: readonly Rule[]): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'OpenAPI Auth Lint: .auth-lint.yaml, .auth-lint.yml, .auth-lint.json',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: described('The schema of this file, for editors.', { type: 'string' }),
      extends: described('The rules to start from. Each preset holds all rules of the one before it.', presetSchema),
      rules: described('Severities of single rules, or `[severity, options]`, by rule id.', { $ref: '#/definitions/rules' }),
      overrides: described('Other choices for some files or operations. Of several that fit, the last one wins.', {
        type: 'array',
        items: overrideSchema,
      }),
      fix: described('What fixes write.', fixSchema),
      ignore: described('Descriptions and parts of them that are not checked: globs, relative to this file.', globs),
    },
    definitions: { rules: rulesSchema(rules) },
  };
}

/** JSON editors show Markdown where they can, and the same text where they can't. */
function described(text: string, schema: Schema): Schema {
  // Beside a $ref, draft-07 ignores everything.
  return { ...('$ref' in schema ? { allOf: [schema] } : schema), description: text.replaceAll('`', ''), markdownDescription: text };
}

const presetSchema: Schema = {
  enum: presetNames,
  enumDescriptions: [
    'What breaks the contract with callers: missing 401 responses and challenges, names that lead nowhere.',
    'What a reviewer would ask to change.',
    'What a platform team wants alike in all descriptions.',
    'Every rule there is.',
  ],
  default: 'recommended',
};

const globs: Schema = {
  type: 'array',
  items: { type: 'string', minLength: 1, defaultSnippets: [{ label: 'legacy/**', body: 'legacy/**' }] },
};

const overrideSchema: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['rules'],
  anyOf: [{ required: ['files'] }, { required: ['operations'] }],
  properties: {
    files: described('Holds for what stands in these files: globs, relative to this file. Without it: in all.', globs),
    operations: described('Holds for what is about these operations: `GET /pets/*`, `* /public/**`, `tag:internal`, `operationId:login`.', {
      type: 'array',
      items: operationPatternSchema,
    }),
    rules: described('What is different there.', { $ref: '#/definitions/rules' }),
  },
};

const fixSchema: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    response: described('The name of the shared 401 response to reuse or create.', {
      type: 'string',
      pattern: '^[a-zA-Z0-9._-]+$',
      defaultSnippets: [{ label: 'Unauthorized', body: 'Unauthorized' }],
    }),
    realm: described('The realm of example challenges; without it, the title of the description.', { type: 'string', minLength: 1 }),
    body: described(
      'The body of new 401 and 403 responses: that of the other errors (`reuse`), `none`, `problem+json` (RFC 9457), or a reference to a schema.',
      {
        anyOf: [{ enum: bodies }, { type: 'string', pattern: '^#/' }],
        default: defaultFixStyle.body,
      },
    ),
  },
};

function rulesSchema(rules: readonly Rule[]): Schema {
  const properties = Object.fromEntries(
    rules.map((rule) => {
      const text = `${rule.summary}. In the preset \`${rule.preset}\` and larger ones, as \`${rule.severity}\`.`;
      return [rule.id, { ...described(text, ruleSchema(rule, severitySchema)), defaultSnippets: snippets(rule) }];
    }),
  );
  return { type: 'object', additionalProperties: false, properties };
}

/** The rule's severity, and where it has options all of them with their defaults. */
function snippets(rule: Rule): readonly Schema[] {
  const { severity } = rule;
  const options = Object.fromEntries(ownOptions(rule).map(([name, option]) => [name, option.default]));
  const bare = { label: severity, body: severity };
  return Object.keys(options).length === 0 ? [bare] : [bare, { label: `[${severity}, options]`, body: [severity, options] }];
}
