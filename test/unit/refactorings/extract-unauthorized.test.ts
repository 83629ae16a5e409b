import { describe, expect, it } from 'vitest';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';
import { lines } from '../support/lines.ts';
import { offered, refactored, titlesAt } from '../support/refactored.ts';

/** A description with two operations that answer with these, and components. */
function pets(get: readonly string[], put: readonly string[], components: readonly string[] = []): string {
  const below = (answers: readonly string[]) => answers.map((line) => (line === '' ? '' : `        ${line}`));
  return lines(
    'openapi: 3.1.0',
    "info: {title: Pets, version: '1'}",
    'paths:',
    '  /pets:',
    '    get:',
    '      responses:',
    ...below(get),
    '    put:',
    '      responses:',
    ...below(put),
    ...components,
  );
}

const reference = "$ref: '#/components/responses/Unauthorized'";

describe('a 401 is extracted', () => {
  it('with its comments, and referred to instead of all that are equal', async () => {
    const others = ["'403':", '  description: Not you'];
    const before = pets(
      [
        "'¦401': # the key's",
        '  # the response’s',
        '  description: No # at all',
        '  headers:',
        '    A: {schema: {type: string}}',
        '    # inside',
        '',
        ...others,
      ],
      ['"401":', '    headers: {A: {schema: {type: string}}}', '    description: "No"', ...others],
      ['components:', '  schemas: {}'],
    );
    expect(await titlesAt(before)).toEqual(['extract: Extract as the shared response “Unauthorized”, with another one that is equal']);
    expect(await refactored(before)).toBe(
      pets(
        ["'401': # the key's", `  ${reference}`, '', ...others],
        ['"401":', `    ${reference}`, ...others],
        [
          'components:',
          '  schemas: {}',
          '  responses:',
          '    Unauthorized:',
          '      # the response’s',
          '      description: No # at all',
          '      headers:',
          '        A: {schema: {type: string}}',
          '        # inside',
        ],
      ),
    );
  });

  it('and referred to between braces where the text has references so', async () => {
    const others = ["'403': { $ref: '#/x' }"];
    const before = pets(
      ["'401': &a # the key's", '  # the response’s', '  descri¦ption: No', ...others],
      ["'401':", '  description: No', ...others],
    );
    expect(await refactored(before)).toBe(
      pets(
        [`'401': &a { ${reference} } # the key's`, ...others],
        [`'401': { ${reference} }`, ...others],
        ['components:', '  responses:', '    Unauthorized:', '      # the response’s', '      description: No'],
      ),
    );
  });

  it('in flow style, which stays', async () => {
    const before = pets(["¦'401': {description: No} # behind"], ["'401': {", '  description: Other', '}'], ['components: {schemas: {}}']);
    expect(await refactored(before)).toBe(
      pets(
        [`'401': {${reference}} # behind`],
        ["'401': {", '  description: Other', '}'],
        ['components: {schemas: {}, responses: {Unauthorized: {description: No}}}'],
      ),
    );
  });

  it('from block to flow style by its value, when no comment would be lost', async () => {
    const shared = ['components: {schemas: {}}'];
    expect(await refactored(pets(["'401':¦", '  description: |', '    No', '    one'], [], shared))).toBe(
      pets(["'401':", `  ${reference}`], [], ['components: {schemas: {}, responses: {Unauthorized: {description: "No\\none\\n"}}}']),
    );
    expect(await titlesAt(pets(["'401':¦", '  description: No # at all'], [], shared))).toEqual([]);
  });

  it('in JSON', async () => {
    const before =
      '{\n  "swagger": "2.0",\n  "paths": {"/pets": {\n    "get": {"responses": {"4¦01": {\n      "description": "No"}}}}}\n}\n';
    expect(await refactored(before, 'openapi.json')).toBe(
      '{\n  "swagger": "2.0",\n  "paths": {"/pets": {\n    "get": {"responses": {"401": {\n      "$ref": "#/responses/Unauthorized"\n    }}}}},\n  "responses": {\n    "Unauthorized": {\n      "description": "No"}\n  }\n}\n',
    );
  });

  it('in JSON on one line', async () => {
    const before =
      '{"openapi":"3.0.0","paths":{"/a":{"get":{"responses":{"401":{"description":"N¦o"}}},"put":{"responses":{"401":{"description":"No"}}}}}}';
    expect(await refactored(before, 'openapi.json')).toBe(
      '{"openapi":"3.0.0","paths":{"/a":{"get":{"responses":{"401":{"$ref":"#/components/responses/Unauthorized"}}},"put":{"responses":{"401":{"$ref":"#/components/responses/Unauthorized"}}}}},"components":{"responses":{"Unauthorized":{"description":"No"}}}}',
    );
  });

  it('with CRLF, without a last line end, and at the end of the text', async () => {
    const before = pets(['200: {}'], ["'401¦':", '  description: |', '    No', '', '    one']).replaceAll('\n', '\r\n').trimEnd();
    const after = pets(
      ['200: {}'],
      ["'401':", `  ${reference}`],
      ['components:', '  responses:', '    Unauthorized:', '      description: |', '        No', '', '        one'],
    );
    expect(await refactored(before)).toBe(after.replaceAll('\n', '\r\n').trimEnd());
  });

  it('in OpenAPI 2.0 under a free name', async () => {
    const before = lines(
      "swagger: '2.0'",
      'paths:',
      '  /a:',
      '    get:',
      '      responses:',
      "        '401'¦: {description: No, examples: {a/b: {$ref: x}}}",
      'responses:',
      '  Unauthorized: {description: Other}',
    );
    expect(await refactored(before)).toBe(
      lines(
        "swagger: '2.0'",
        'paths:',
        '  /a:',
        '    get:',
        '      responses:',
        "        '401': {$ref: '#/responses/Unauthorized2'}",
        'responses:',
        '  Unauthorized: {description: Other}',
        '  Unauthorized2: {description: No, examples: {a/b: {$ref: x}}}',
      ),
    );
  });

  it('under the name that a person chose', async () => {
    const chosen = { 'openapi.yaml': pets(["'401'¦: {description: No}"], []), '.auth-lint.yaml': 'fix: {response: NoEntry}\n' };
    const { titles, edited } = await offered(chosen);
    expect(titles).toEqual(['extract: Extract as the shared response “NoEntry”']);
    expect(edited('Extract')['openapi.yaml']).toContain("'401': {$ref: '#/components/responses/NoEntry'}");
  });

  it('by reference to a shared response that says the same', async () => {
    const shared = ['components:', '  responses:', '    Other: {description: Yes}', '    Denied:', '      description: "No"'];
    const before = pets(["'401'¦: {description: No}"], ["'401': {description: 'No'}"], shared);
    expect(await titlesAt(before)).toEqual(['extract: Refer to the equal shared response “Denied”, with another one that is equal']);
    const to = "'401': {$ref: '#/components/responses/Denied'}";
    expect(await refactored(before)).toBe(pets([to], [to], shared));
    const described = ['components:', '  responses:', "    Denied: {$ref: '#/x-no', description: Yes}", 'x-no: {description: No}'];
    expect(await titlesAt(pets(["'401'¦: {description: No}"], [], described))).toEqual([
      'extract: Extract as the shared response “Unauthorized”',
    ]);
    const commented = pets(["'401':¦", '  description: No # at all'], [], shared);
    expect(await titlesAt(commented)).toEqual(['extract: Extract as the shared response “Unauthorized”']);
  });

  it('by reference to one to which other operations refer, wherever that is', async () => {
    const to = "'401': {$ref: 'answers.yaml#/denied'}";
    const files = { 'openapi.yaml': pets(["'401'¦: {description: No}"], [to]), 'answers.yaml': 'denied:\n  description: No\n' };
    const { titles, edited } = await offered(files);
    expect(titles).toEqual(['extract: Refer to the equal shared response “denied”']);
    expect(edited('Refer')['openapi.yaml']).toBe(pets([to], [to]));
    const borrowed = pets(["'401'¦: {description: No}"], ["'401': {$ref: '#/paths/~1pets/get/responses/401'}"]);
    expect(await titlesAt(borrowed)).toEqual(['extract: Extract as the shared response “Unauthorized”']);
  });

  it('leaves an equal one whose comment would be lost', async () => {
    const before = pets(["'401'¦: {description: No}"], ["'401':", '  description: No # at all']);
    expect(await titlesAt(before)).toEqual(['extract: Extract as the shared response “Unauthorized”']);
    const both = pets(["'401':¦", '  description: No # at all'], ["'401':", '  # at all', '  description: No']);
    expect(await titlesAt(both)).toEqual(['extract: Extract as the shared response “Unauthorized”, with another one that is equal']);
  });
});

describe('across files', () => {
  const entry = lines(
    'openapi: 3.1.0',
    'paths:',
    '  /pets: {$ref: paths/pets.yaml}',
    '  /dogs:',
    '    get:',
    '      responses:',
    "        '401': {description: No, content: {a/b: {schema: {$ref: schemas/error.yaml}}}}",
    '    put:',
    '      responses:',
    "        '401': {description: No, content: {a/b: {schema: {$ref: paths/error.yaml}}}}",
  );
  const fragment = lines(
    'get:',
    '  responses:',
    "    '401'¦:",
    '      description: No',
    '      content:',
    '        a/b:',
    '          schema:',
    '            # of all',
    "            $ref: '../schemas/error.yaml'",
  );

  it('references lead where they did, and count as equal when they lead to the same', async () => {
    const { titles, edited } = await offered({ 'openapi.yaml': entry, 'paths/pets.yaml': fragment });
    expect(titles).toEqual(['extract: Extract as the shared response “Unauthorized”, with another one that is equal']);
    const texts = edited('Extract');
    expect(texts['paths/pets.yaml']).toBe(
      lines('get:', '  responses:', "    '401':", "      $ref: '../openapi.yaml#/components/responses/Unauthorized'"),
    );
    expect(texts['openapi.yaml']).toBe(
      `${entry.replace('{description: No, content: {a/b: {schema: {$ref: schemas/error.yaml}}}}', "{$ref: '#/components/responses/Unauthorized'}")}${lines(
        'components:',
        '  responses:',
        '    Unauthorized:',
        '      description: No',
        '      content:',
        '        a/b:',
        '          schema:',
        '            # of all',
        "            $ref: 'schemas/error.yaml'",
      )}`,
    );
  });

  it.each([
    ['an example that may be a reference', 'example: {$ref: ../x.yaml}'],
    ['an identifier', 'schema: {$id: x}'],
    ['a value elsewhere', 'examples: {one: {externalValue: x.json}}'],
    ['a mapping', 'schema: {discriminator: {propertyName: a, mapping: {a: x.yaml}}}'],
  ])('nothing is offered for %s, which means another thing in another file', async (_, field) => {
    const text = `get:\n  responses:\n    '401'¦: {description: No, content: {a/b: {${field}}}}\n`;
    expect((await offered({ 'openapi.yaml': entry, 'paths/pets.yaml': text })).titles).toEqual([]);
    const own = pets([`'401'¦: {description: No, content: {a/b: {${field}}}}`], []);
    expect(await titlesAt(own)).toHaveLength(1);
  });

  it('a property may be called like a field that holds data', async () => {
    const text = "get:\n  responses:\n    '401'¦: {description: No, content: {a/b: {schema: {properties: {value: {$ref: ../x.yaml}}}}}}\n";
    const { edited } = await offered({ 'openapi.yaml': entry, 'paths/pets.yaml': text });
    expect(edited('Extract')['openapi.yaml']).toContain(
      'Unauthorized: {description: No, content: {a/b: {schema: {properties: {value: {$ref: x.yaml}}}}}}',
    );
  });

  it('between formats it is its value that is written', async () => {
    const { edited } = await offered({
      'openapi.json': '{"openapi":"3.1.0","paths":{"/a":{"$ref":"a.yaml"}}}',
      'a.yaml': "get:\n  responses:\n    '401'¦:\n      description: No\n      content: {a/b: {schema: {maximum: 1}}}\n",
    });
    expect(edited('Extract')['openapi.json']).toBe(
      '{"openapi":"3.1.0","paths":{"/a":{"$ref":"a.yaml"}},"components":{"responses":{"Unauthorized":{"description":"No","content":{"a/b":{"schema":{"maximum":1}}}}}}}',
    );
  });

  it('it goes where the others are: into a file of its own, and into an index of such', async () => {
    const answer = (name: string) => `  /${name}: {get: {responses: {'404': {$ref: ./answers/${name}.yaml}}}}\n`;
    const inFolder = (own: string) =>
      `openapi: 3.1.0\npaths:\n  /pets:\n    get:\n      responses:\n        '401'${own}\n${answer('none')}${answer('gone')}`;
    const answers = { 'answers/none.yaml': 'description: None\r\n', 'answers/gone.yaml': 'description: Gone\r\n' };
    const folder = await offered({
      'openapi.yaml': inFolder('¦:\n          # asked\n          description: No\n          headers: {A: {$ref: a.yaml}}'),
      ...answers,
    });
    expect(folder.titles).toEqual(['extract: Extract as the shared response “unauthorized”']);
    const texts = folder.edited('Extract');
    expect(texts['openapi.yaml']).toBe(inFolder(': {$ref: ./answers/unauthorized.yaml}'));
    expect(texts['answers/unauthorized.yaml']).toBe('# asked\r\ndescription: No\r\nheaders: {A: {$ref: ../a.yaml}}\r\n');

    const byIndex = (own: string) =>
      `openapi: 3.1.0\npaths:\n  /pets: {get: {responses: {'401': ${own}, '404': {$ref: index.yaml#/None}}}}\n`;
    const index = await offered({
      'openapi.yaml': byIndex('{descrip¦tion: No}'),
      'index.yaml': 'None: {$ref: ./answers/none.yaml}\n',
      ...answers,
    });
    const after = index.edited('Extract');
    expect(after['openapi.yaml']).toBe(byIndex('{$ref: index.yaml#/Unauthorized}'));
    expect(after['index.yaml']).toBe('None: {$ref: ./answers/none.yaml}\nUnauthorized: {$ref: ./answers/unauthorized.yaml}\n');
    expect(after['answers/unauthorized.yaml']).toBe('description: No\r\n');
  });

  it('where files have to be asked for first, it goes to the same place', async () => {
    const memory = new MemoryFiles(
      {
        'openapi.yaml': "openapi: 3.1.0\npaths: {/a: {get: {responses: {'401': {description: No}, '404': {$ref: answers/none.yaml}}}}}\n",
        'answers/none.yaml': 'description: None\n',
      },
      { later: true },
    );
    await memory.check('openapi.yaml');
    const start = memory.text('openapi.yaml').indexOf("'401'");
    const [extract] = await memory.linter.refactorings(uriOf('openapi.yaml'), {
      file: uriOf('openapi.yaml'),
      range: { start, end: start },
    });
    memory.apply(extract?.edits() ?? []);
    expect(memory.text('answers/unauthorized.yaml')).toBe('description: No\n');
  });

  it('of several entries the one that was asked for gets it', async () => {
    const files = {
      'b.yaml': 'openapi: 3.0.0\npaths: {/b: {$ref: p.yaml}}\n',
      'a.yaml': 'openapi: 3.0.0\npaths: {/a: {$ref: p.yaml}}\n',
      'p.yaml': "get: {responses: {'401'¦: {description: No}}}\n",
    };
    const texts = (await offered(files)).edited('Extract');
    expect(texts['p.yaml']).toBe("get: {responses: {'401': {$ref: ./b.yaml#/components/responses/Unauthorized}}}\n");
    expect(texts['a.yaml']).toBe(files['a.yaml']);
  });
});

describe('anchors and aliases', () => {
  it('an anchor stays with its key: aliases of it stand for the reference then', async () => {
    const before = pets(["'401'¦: &no", '  description: No', "'403': *no"], ["'401': *no"]);
    expect(await refactored(before)).toBe(
      pets(
        ["'401': &no", `  ${reference}`, "'403': *no"],
        ["'401': *no"],
        ['components:', '  responses:', '    Unauthorized:', '      description: No'],
      ),
    );
  });

  it('an alias goes along to where its anchor stands before it', async () => {
    const before = `x-error: &error {type: object}\n${pets(["'401'¦: {description: No, x-e: &own {a: 1}, content: {a/b: {schema: *error, example: *own}}}"], [])}`;
    expect(await refactored(before)).toContain(
      '    Unauthorized: {description: No, x-e: &own {a: 1}, content: {a/b: {schema: *error, example: *own}}}\n',
    );
  });

  it.each([
    ['an alias', pets(["'401': &no {description: No}"], ["'401'¦: *no"])],
    ['what is merged elsewhere', pets(["'401'¦: &no {description: No}"], ["'401': {<<: *no, x-a: 1}"])],
    ['what an extension has, too', `${pets(["'401'¦: &no {description: No}"], [])}x-no: *no\n`],
    ['what others have a part of', pets(["'401'¦: {description: &no No}"], ["'401': {description: *no}"])],
    [
      'an alias that would stand before its anchor',
      `components: {schemas: {}}\n${pets(["'401'¦: {description: No, x-a: *a}"], []).replace('info:', 'x-a: &a 1\ninfo:')}`,
    ],
    ['what contains itself', pets(["'401'¦: &no {description: No, x-a: *no}"], [])],
    ['what a merge key brings', `x-a: &a {'401'¦: {description: No}}\n${pets(['<<: *a'], [])}`],
  ])('nothing is offered for %s', async (_, text) => {
    expect(await titlesAt(text)).toEqual([]);
  });
});

describe('nothing is offered', () => {
  it.each([
    ['for another status', pets(["'403'¦: {description: No}"], [])],
    ['for a reference that leads nowhere', pets(["'401'¦: {$ref: '#/x'}"], [])],
    ['for a name in a schema', pets(["'200': {description: Yes, content: {a/b: {schema: {properties: {'401'¦: {type: string}}}}}}"], [])],
    ['for nothing', pets(["'401'¦:"], [])],
    ['for an explicit key', pets(["? '401'¦", ': description: No'], [])],
    [
      'for a response in parts of which others are interested',
      pets(["'401'¦: {description: No, content: {}}"], ["'400': {$ref: '#/paths/~1pets/get/responses/401/content'}"]),
    ],
    ['where shared responses are elsewhere', pets(["'401'¦: {description: No}"], [], ['components: {$ref: components.yaml}'])],
    ['in a text with mistakes', pets(["'401'¦: {description: No}"], ['"'])],
  ])('%s', async (_, text) => {
    expect(await titlesAt(text)).toEqual([]);
  });
});

describe('it is offered', () => {
  it.each([
    ['before the line', "¦        '401'"],
    ['within the blanks before it', "    ¦    '401'"],
    ['in the key', "        '4¦01'"],
    ['behind the colon', "        '401': ¦"],
    ['for a selection of the key', "        ¦'401'¦"],
    ['for a selection of its lines', "¦        '401': # key\n          description: No\n¦"],
    ['within it', "        '401': # key\n          descr¦iption"],
  ])('%s', async (_, marked) => {
    const text = pets(["'401': # key", '  description: No'], ["'403': {description: Not you}"]);
    const place = text.replace(marked.replaceAll('¦', ''), marked);
    expect(place).not.toBe(text);
    expect(await titlesAt(place)).toEqual(['extract: Extract as the shared response “Unauthorized”']);
  });

  it.each([
    ['behind its line', '          description: No\n¦'],
    ['for a selection of more', "¦        '401': # key\n          description: No\n    put¦"],
  ])('not %s', async (_, marked) => {
    const text = pets(["'401': # key", '  description: No'], ["'403': {description: Not you}"]);
    const titles = await titlesAt(text.replace(marked.replaceAll('¦', ''), marked));
    expect(titles.filter((title) => title.startsWith('extract'))).toEqual([]);
  });
});
