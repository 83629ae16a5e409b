/** What somebody types into a YAML description, from the first line's column on. */
export const typedYaml: readonly string[] = [
  "'401':\n  description: Unauthorized\n  headers:\n    WWW-Authenticate:\n      schema:\n        type: string",
  "'401': {description: No, headers: {WWW-Authenticate: {}}}",
  "'401':\n  $ref: '#/components/responses/Unauthorized'",
  '"403":\n  description: >-\n    Not for you,\n    whoever you are.\n\n  content: {}',
  'security:\n  - bearer: []\n  - key: []\n    basic: []\n  - {}',
  'security: [{bearer: []}, {}]',
  'security:\n- bearer: []',
  '/pets/{id}:\n  get:\n    summary: A pet\n    responses:\n      "200":\n        description: Fine',
  '# auth-lint-disable-next-line missing-401 -- public\n/health: {get: {responses: {}}}',
  'description: |\n  # A heading\n\n  - text: more\n    deeper\n',
  'responses: &shared\n  default:\n    description: "Any: \\"#\\""\nother: *shared',
  '<<: *base',
  '? /odd\n: get: {}',
  '- a: 1\n  b: [1,\n    2]\n- - c\n  - d',
  'key: plain text that\n  goes on # and ends',
  "it: 'single\n  it''s'",
  '---\nopenapi: 3.1.0\n...',
  'x-a: {b: [c, "d", {e: f}],\n  g: h # i\n  }',
];

/** The same for JSON: members with the comma that they need. */
export const typedJson: readonly string[] = [
  '"401": {\n  "description": "Unauthorized",\n  "headers": { "WWW-Authenticate": {} }\n},',
  ',\n"401": { "$ref": "#/components/responses/Unauthorized" }',
  '"security": [{ "bearer": [] }, {}],',
  '"/pets/{id}": { "get": { "responses": { "200": { "description": "Fine \\"so\\" \\u00e4" } } } },',
  '"x": [1, -2.5e3, true, null, "a\\\\"],',
  '// a comment\n"a": /* b */ 1,',
  '{}, [], {"a": {}}',
  '"a": "b\nc',
];
