import { describe, expect, it } from 'vitest';
import { MemoryFiles } from '../../support/memory-files.ts';
import { mistakes } from '../support/configuration.ts';

const listOfPatterns = 'METHOD /path/glob (the method may be *), tag:name or operationId:name';

describe('a configuration without mistakes', () => {
  it.each([
    ['nothing', ''],
    ['comments', '# nothing yet\n'],
    ['null', 'null\n'],
    ['keys without values', 'extends:\nrules:\noverrides:\nfix:\nignore:\n'],
    ['a rule without a value', 'rules:\n  missing-401:\n'],
    ['a schema', '$schema: ./configuration.schema.json\n'],
    [
      'anchors and merge keys',
      'rules: &all {missing-401: off}\noverrides:\n  - files: [legacy/]\n    rules: {<<: *all, missing-security: off}\n',
    ],
    [
      'everything',
      `extends: strict
rules:
  missing-401: [error, {accept: [4XX, default], exempt: ["GET /health"]}]
  missing-security: [off]
overrides:
  - files: ["legacy/**", vendor]
    operations: ["GET /health", "* /public/**", "tag:internal", "operationId:login"]
    rules: {missing-www-authenticate: [info, {apiKey: off}]}
fix: {response: Unauthorized, realm: My API, body: '#/components/schemas/Error'}
ignore: ["**/*.draft.{yaml,json}", "a/[0-9]?.yaml"]
`,
    ],
  ])('%s', async (_, text) => {
    expect(await mistakes(text)).toEqual([]);
  });
});

describe('a mistake is found where it stands:', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['no map', 'recommended', ['recommended (): This must be a map of these keys: extends, rules, overrides, fix, ignore, $schema.']],
    ['a list', '- extends', ['- extends (): This must be a map of these keys: extends, rules, overrides, fix, ignore, $schema.']],
    ['a key that is misspelt', 'rule: {}', ['rule (/rule): There is no key rule here. Did you mean rules?']],
    [
      'a key that is like no other',
      'include: x',
      ['include (/include): There is no key include here. Use one of: extends, rules, overrides, fix, ignore, $schema.'],
    ],
    ['a misspelt preset', 'extends: strickt', ['strickt (/extends): strickt is no preset. Did you mean strict?']],
    ['a preset that there is not', 'extends: 5', ['5 (/extends): 5 is no preset. Use one of: minimal, recommended, strict, all.']],
    ['a list of presets', 'extends: [all]', ['[all] (/extends): This is no preset. Use one of: minimal, recommended, strict, all.']],
    [
      'a misspelt rule',
      'rules: {mising-401: off}',
      ['mising-401 (/rules/mising-401): There is no rule mising-401. Did you mean missing-401?'],
    ],
    ['a rule that there is not', 'rules: {xyz: off}', ['xyz (/rules/xyz): There is no rule xyz.']],
    ['no map of rules', 'rules: [missing-401]', ['[missing-401] (/rules): This must be a map of rule ids with their severities.']],
    [
      'a severity of other linters',
      'rules: {missing-401: warn}',
      ['warn (/rules/missing-401): warn is no severity. Did you mean warning?'],
    ],
    [
      'a severity that there is not',
      'rules: {missing-401: 2}',
      ['2 (/rules/missing-401): 2 is no severity. Use one of: off, info, warning, error.'],
    ],
    [
      'a map instead of a severity',
      'rules: {missing-401: {accept: []}}',
      [
        '{accept: []} (/rules/missing-401): The setting of missing-401 is neither a severity (off, info, warning, error) nor [severity, options].',
      ],
    ],
    [
      'an empty list',
      'rules: {missing-401: []}',
      ['[] (/rules/missing-401): The setting of missing-401 is neither a severity (off, info, warning, error) nor [severity, options].'],
    ],
    ['no map of options', 'rules: {missing-401: [error, accept]}', ['accept (/rules/missing-401/1): This must be a map of options.']],
    [
      'something behind the options',
      'rules: {missing-401: [error, {}, more]}',
      ['more (/rules/missing-401/2): Nothing can follow the options here. Write [severity, options].'],
    ],
    [
      'a misspelt option',
      'rules: {missing-401: [error, {acept: []}]}',
      ['acept (/rules/missing-401/1/acept): The rule missing-401 has no option acept. Did you mean accept?'],
    ],
    [
      'an option of a rule without any',
      'rules: {syntax-error: [error, {accept: []}]}',
      ['accept (/rules/syntax-error/1/accept): The rule syntax-error has no options. Write its severity alone.'],
    ],
    [
      'an option of another rule',
      'rules: {range-only-401: [info, {accept: [4XX]}]}',
      ['accept (/rules/range-only-401/1/accept): range-only-401 takes the option accept from missing-401. Set it there.'],
    ],
    [
      'an option of a wrong type',
      'rules: {missing-401: [error, {accept: 4XX}]}',
      ["4XX (/rules/missing-401/1/accept): This can't be 4XX. It must be a list of: 4XX or default."],
    ],
    [
      'a value in an option that there is not',
      'rules: {missing-401: [error, {accept: [4XX, 5XX]}]}',
      ["5XX (/rules/missing-401/1/accept/1): This can't be 5XX. It must be 4XX or default."],
    ],
    [
      'a bad pattern in an option',
      'rules: {missing-401: [error, {exempt: [/health]}]}',
      [`/health (/rules/missing-401/1/exempt/0): This can't be /health. It must be ${listOfPatterns}.`],
    ],
    ['no list of overrides', 'overrides: {}', ['{} (/overrides): This must be a list of overrides.']],
    [
      'an override that is none',
      'overrides: [legacy]',
      ['legacy (/overrides/0): This must be a map of these keys: files, operations, rules.'],
    ],
    [
      'an override for nothing',
      'overrides:\n  - rules: {missing-401: off}\n',
      ['rules (/overrides/0): The override says neither for which files nor for which operations. Add one of them.'],
    ],
    [
      'an override without rules',
      'overrides:\n  - files: [legacy/]\n',
      ['files (/overrides/0): The override has no rules. Say what is different: rules with their severities.'],
    ],
    [
      'a misspelt key of an override',
      'overrides: [{file: [a], files: [a], rules: {}}]',
      ['file (/overrides/0/file): There is no key file here. Did you mean files?'],
    ],
    ['no list of globs', 'ignore: vendor', ['vendor (/ignore): This must be a list of globs.']],
    ['a glob that is no text', 'ignore: [5]', ['5 (/ignore/0): A glob is a text, such as legacy/**. Put it in quotes.']],
    [
      'a bad pattern of operations',
      'overrides: [{operations: ["GET health"], rules: {}}]',
      [`"GET health" (/overrides/0/operations/0): This can't be GET health. It must be ${listOfPatterns}.`],
    ],
    ['a key of fix that there is not', 'fix: {relm: a}', ['relm (/fix/relm): There is no key relm here. Did you mean realm?']],
    [
      'a response that can have no such name',
      'fix: {response: Not authorized}',
      ['Not authorized (/fix/response): The name of a response has letters, digits, ., _ and - only. Write a name such as Unauthorized.'],
    ],
    ['a realm that is no text', 'fix: {realm: 5}', ['5 (/fix/realm): A realm is a text on one line. Write a name such as My API.']],
    [
      'a realm on several lines',
      'fix: {realm: "a\\nb"}',
      ['"a\\nb" (/fix/realm): A realm is a text on one line. Write a name such as My API.'],
    ],
    ['a body that there is not', 'fix: {body: problem}', ['problem (/fix/body): problem is no body. Did you mean problem+json?']],
    [
      'a reference that is no pointer',
      "fix: {body: 'components/schemas/Error'}",
      [
        "'components/schemas/Error' (/fix/body): A reference to a schema begins with #/ here. Write one such as #/components/schemas/Error.",
      ],
    ],
    [
      'a key that is there twice',
      'rules:\n  missing-401: off\n  missing-401: error\n',
      ['missing-401 (/rules/missing-401): The key missing-401 stands here twice, and only the last one counts. Remove one of them.'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await mistakes(text)).toEqual(expected);
  });

  it('in JSON, too', async () => {
    const text = '{"rules": {"mising-401": "off", "missing-401": "warn"}, "rules2": 1, "ignore": [""]}';
    expect(await mistakes(text, '.auth-lint.json')).toEqual([
      '"mising-401" (/rules/mising-401): There is no rule mising-401. Did you mean missing-401?',
      '"warn" (/rules/missing-401): warn is no severity. Did you mean warning?',
      '"rules2" (/rules2): There is no key rules2 here. Did you mean rules?',
      '"" (/ignore/0): The glob is empty. Write a path such as legacy/**.',
    ]);
  });
});

describe('several mistakes', () => {
  const text = `extends: recomended
rules:
  missing-401: [eror, {acept: []}]
  missing-security: [off, {}]
  missing-402: off
ignore: ["[", ""]
`;

  it('are all found, each once', async () => {
    expect((await mistakes(text)).map((mistake) => mistake.split(' (')[0])).toEqual([
      'recomended',
      'eror',
      'acept',
      'missing-402',
      '"["',
      '""',
    ]);
  });

  it('leave the rest in force', async () => {
    const memory = new MemoryFiles({
      '.auth-lint.yaml': `${text}fix: {realm: 5, response: Denied}\n`,
      'openapi.yaml': 'openapi: 3.1.0\npaths: {}\n',
    });
    const { inForce } = await memory.check('openapi.yaml');
    expect(inForce.rules.get('missing-security')?.severity).toBe('off');
    expect(inForce.rules.get('missing-401')?.severity).toBe('warning');
    expect(inForce.settings.fix).toEqual({ response: 'Denied', realm: undefined, body: 'reuse' });
  });
});

describe('a quick fix', () => {
  /** The text after the only fix of the first finding. */
  async function fixed(text: string, path = '.auth-lint.yaml'): Promise<string> {
    const memory = new MemoryFiles({ [path]: text });
    const [finding] = await memory.findings(path);
    memory.apply(finding?.fixes[0]?.edits() ?? []);
    return memory.text(path);
  }

  it.each([
    ['changes a key', 'rules: {mising-401: off} # why\n', 'rules: {missing-401: off} # why\n'],
    ['keeps quotes', 'extends: "strickt"\n', 'extends: "strict"\n'],
    ['changes a severity', 'rules: {missing-401: [informational]}\n', 'rules: {missing-401: [info]}\n'],
    ['leaves a key alone whose right one is there', 'rule: {}\nrules: {}\n', 'rule: {}\nrules: {}\n'],
    ['leaves a number alone', 'extends: 5\n', 'extends: 5\n'],
  ])('%s', async (_, before, after) => {
    expect(await fixed(before)).toBe(after);
  });

  it('writes JSON in JSON', async () => {
    expect(await fixed('{"extend": "all"}', '.auth-lint.json')).toBe('{"extends": "all"}');
  });

  it('says what it does', async () => {
    const [finding] = await new MemoryFiles({ '.auth-lint.yaml': 'extends: strickt\n' }).findings('.auth-lint.yaml');
    expect(finding?.fixes).toMatchObject([{ title: 'Change to “strict”', kind: 'suggestion', preferred: true }]);
  });
});

describe('a text that is broken', () => {
  it('is a finding, and what can be read of it counts', async () => {
    const memory = new MemoryFiles({
      '.auth-lint.yaml': 'rules: {missing-security: off}\nignore: [\n',
      'openapi.yaml': 'openapi: 3.1.0\n',
    });
    const { findings, inForce } = await memory.check('openapi.yaml');
    expect(findings.map(({ rule, file }) => `${rule} ${file}`)).toEqual(['syntax-error file:///api/.auth-lint.yaml']);
    expect(inForce.rules.get('missing-security')?.severity).toBe('off');
    expect((await memory.findings('.auth-lint.yaml')).map(({ rule }) => rule)).toEqual(['syntax-error']);
  });
});

describe('hostile texts', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('a name such as %s is a mistake like any other', async (name) => {
    const text = `{"${name}": 1, "rules": {"${name}": "off", "missing-401": ["off", {"${name}": 1}]}, "fix": {"${name}": 1}, "extends": "${name}"}`;
    expect(await mistakes(text, '.auth-lint.json')).toHaveLength(5);
  });

  it('values of every type at every place are mistakes or nothing', async () => {
    const values = ['null', '5', 'true', '""', '"x"', '[]', '[null]', '[[]]', '[{}]', '{}', '{"a": null}', '{"": {}}'];
    const places = [
      (value: string) => value,
      ...['extends', 'rules', 'overrides', 'fix', 'ignore'].map((key) => (value: string) => `{"${key}": ${value}}`),
      (value: string) => `{"rules": {"missing-401": ${value}}}`,
      (value: string) => `{"rules": {"missing-401": ["off", ${value}]}}`,
      (value: string) => `{"rules": {"missing-401": ["off", {"accept": ${value}}]}}`,
      ...['files', 'operations', 'rules'].map((key) => (value: string) => `{"overrides": [{"${key}": ${value}}]}`),
      ...['response', 'realm', 'body'].map((key) => (value: string) => `{"fix": {"${key}": ${value}}}`),
    ];
    for (const place of places) {
      for (const value of values) {
        for (const mistake of await mistakes(place(value), '.auth-lint.json')) expect(mistake).toMatch(/^.* \(.*\): \S.*[.?]$/s);
      }
    }
  });

  it('aliases are read once, and circles end', async () => {
    const many = Array.from({ length: 20_000 }, () => '*o').join(', ');
    const rules = Array.from({ length: 2_000 }, (_, index) => `r${index}: off`).join(', ');
    expect(await mistakes(`overrides: [&o {files: &f [${many.replaceAll('*o', 'a')}], rules: {${rules}}}, ${many}]\n`)).toHaveLength(2_000);
    expect(await mistakes('rules: &a\n  missing-401: *a\n')).toHaveLength(1);
    expect(await mistakes('overrides: &a [*a]\n')).toHaveLength(1);
  });

  it('a long name is cut in the message', async () => {
    const [mistake = ''] = await mistakes(`rules: {${'x'.repeat(10_000)}: off}`);
    expect(mistake).toMatch(/There is no rule x{60}…\.$/);
  });
});
