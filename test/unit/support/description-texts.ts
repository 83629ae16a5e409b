import fc from 'fast-check';

/** A description and the files that it refers to, by path; the description is the first. */
export type DescriptionFiles = Readonly<Record<string, string>>;

const responses = fc.constantFrom(
  ...[
    '',
    'responses:',
    'responses: {}',
    'responses: null # none yet',
    'responses: # none yet',
    'responses: {$ref: answers.yaml}',
    'responses: {$ref: nowhere.yaml}',
  ],
  ...[
    'responses: *all',
    'responses: {<<: *common}',
    'responses:\n  <<: *common',
    'responses:\n  # first\n  <<: *common\n  # second\n  default: {description: Rest}',
  ],
  ...[
    "responses: {'200': {description: Fine}}",
    "responses:\n  '200': {description: Fine} # fine\n  # more\n  default:\n    description: Rest",
    'responses:\n- 1',
    'responses: text',
  ],
  ...[
    "responses:\n  ? '200'\n  : description: Fine\n  '404': {description: None}",
    "responses:\n  '200':\n    description: |\n      Fine\n\n\n  x-last: true",
    'responses: {\n    default: {description: Rest} # rest\n  }',
  ],
  ...[
    "responses:\n  '401':",
    "responses:\n  '401': {}",
    "responses:\n  '401': {description: No}",
    "responses:\n  '401':\n    description: No\n    headers:",
    "responses:\n  '401': *no",
    "responses: {401: {$ref: '#/x-no'}}",
  ],
  ...[
    "responses:\n  '401':\n    description: >+\n      No\n\n    headers: {WWW_Authenticate: {}}",
    "responses:\n  '401': {description: No, headers: {www-authenticate: {}}}",
    "responses:\n  '401': {$ref: no.yaml}",
    "responses:\n  '401': {$ref: 'answers.yaml#/401'}",
  ],
  ...[
    "responses:\n  '401': {$ref: '#/components/responses/Denied'}",
    "responses:\n  '401': {$ref: '#/responses/Denied'}",
    "responses:\n  '4XX': {description: No}\n  '403': {description: No}",
  ],
);

const security = fc.constantFrom(
  '',
  '',
  '',
  'security: []',
  'security: [{}]',
  'security: [key: []]',
  'security: [{}, {bearer: []}]',
  'security: [nobody: []]',
  'security: null',
  'security:\n- basic: []\n  key: []',
);

const operation = fc.tuple(security, responses).map((fields) => fields.filter((field) => field !== '').join('\n'));

const methods = fc.dictionary(fc.constantFrom('get', 'put', 'post', 'options', 'head'), operation, { minKeys: 1, maxKeys: 3 });

const shared = fc.constantFrom(
  ...[
    '',
    'responses:',
    'responses: {}',
    'responses: # none',
    'responses: {Unauthorized: {description: No}}',
    'responses:\n  Unauthorized:\n    description: Other\n    headers: {WWW_Authenticate: {}}',
  ],
  ...[
    "responses:\n  Unauthorized: {$ref: '#/x-no'}",
    'responses:\n  Denied: {description: No}',
    'responses: {Denied: {description: No, headers: {WWW-Authenticate: {}}}}',
    'responses: {$ref: answers.yaml}',
    'responses:\n  unauthorized: {$ref: no.yaml}',
  ],
);

const fragments: DescriptionFiles = {
  'answers.yaml': "'200': {description: Fine}\n'401':\n  description: No\n",
  'no.yaml': 'description: No # at all\n',
};

/**
 * Random descriptions of any version around authentication, right and wrong, with anchors, merge keys, comments and
 * operations in another file.
 */
export const descriptions: fc.Arbitrary<DescriptionFiles> = fc
  .record({
    version: fc.constantFrom("swagger: '2.0'", 'openapi: 3.0.3', 'openapi: 3.1.0', 'openapi: 3.2.0'),
    rootSecurity: fc.constantFrom(
      'security: [bearer: []]',
      'security: [bearer: []]',
      'security:\n- basic: []\n- key: []',
      'security: []',
      '',
    ),
    here: methods,
    there: methods,
    shared,
    lineEnd: fc.constantFrom('\n', '\n', '\r\n'),
    finalNewline: fc.boolean(),
  })
  .map(({ version, rootSecurity, here, there, shared: sharedResponses, lineEnd, finalNewline }) => {
    const old = version.startsWith('swagger');
    const schemes = old
      ? ['bearer: {type: apiKey, in: header, name: Authorization}', 'basic: {type: basic}', 'key: {type: apiKey, in: query, name: k}']
      : ['bearer: {type: http, scheme: bearer}', 'basic: {type: http, scheme: basic}', 'key: {type: apiKey, in: cookie, name: k}'];
    const entry = [
      version,
      'info: {title: Pets}',
      "x-all: &all\n  # shared\n  '200': {description: Fine}\nx-common: &common {default: {description: Rest}}\nx-no: &no\n  description: No",
      rootSecurity,
      `paths:\n  /here:\n${indented(pathItem(here), 4)}\n  /there: {$ref: there.yaml}`,
      old
        ? `securityDefinitions:\n${indented(schemes.join('\n'), 2)}\n${sharedResponses}`
        : `components:\n  securitySchemes:\n${indented(schemes.join('\n'), 4)}\n${indented(sharedResponses, 2)}`,
    ];
    const text = `${entry
      .filter((part) => part !== '')
      .join('\n')
      .trimEnd()}${finalNewline ? '\n' : ''}`;
    const anchors = '# fragment\nx: [&all {}, &common {}, &no {description: No}]\n';
    const all = { 'openapi.yaml': text, 'there.yaml': `${anchors}${pathItem(there)}`, ...fragments };
    return Object.fromEntries(Object.entries(all).map(([path, content]) => [path, content.replaceAll('\n', lineEnd)]));
  });

function pathItem(operations: Readonly<Record<string, string>>): string {
  return Object.entries(operations)
    .map(([method, fields]) => `${method}:\n${indented(fields || 'summary: Nothing', 2)}`)
    .join('\n');
}

function indented(text: string, columns: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(columns));
}
