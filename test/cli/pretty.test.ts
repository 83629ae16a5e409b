import { describe, expect, it } from 'vitest';
import { wrap } from '../../cli/terminal/wrap.ts';
import { authLint, folderWith } from './auth-lint.ts';
import { clean, dangling, divided, responsesFragment, undocumented } from './descriptions.ts';

/** What `check` prints of one description. */
function printed(text: string, name = 'api.yaml', ...args: readonly string[]): string {
  return authLint(folderWith({ [name]: text }), args).stdout;
}

/** The frame of the first finding: the lines with a bar. */
function frame(text: string, name?: string): readonly string[] {
  const lines = printed(text, name, '--only', 'missing-401').split('\n');
  const first = lines.findIndex((line) => line.includes('│'));
  const rest = lines.slice(first);
  return rest.slice(
    0,
    rest.findIndex((line) => !line.includes('│')),
  );
}

describe('a finding', () => {
  it('is printed with its code, related places, fixes, and a summary', () => {
    expect(printed(undocumented)).toBe(`api.yaml

  8:5  warning  GET /pets requires token but documents no 401 response: callers cannot know how a rejected credential looks. Add a 401.  missing-401
    7 │   /pets:
    8 │     get:
      │     ^^^
    9 │       responses: {'200': {description: Pets}}
    api.yaml:3:1  The security requirement is declared here
    fix: Add a 401 response, shared as “Unauthorized”
    suggestion: Add a 401 response, written out here

✖ 1 finding (0 errors, 1 warning, 0 info); 1 with a safe fix
  1 description, 1 file, 1 operation: 1 secured, 0 optional, 0 public, 0 undeclared
`);
  });

  it('stands under the file that holds the text to change', () => {
    const { stdout } = authLint(folderWith({ 'api.yaml': divided, 'responses.yaml': responsesFragment, 'z.yaml': dangling }), []);
    expect(stdout.match(/^\S+\.yaml$/gm)).toEqual(['responses.yaml', 'z.yaml']);
  });

  it('names only the first of many related places', () => {
    const users = [...'abcdefg']
      .map((name) => `  /${name}:\n    get:\n      responses: {'401': {$ref: '#/components/responses/No'}}`)
      .join('\n');
    const text = `openapi: 3.1.0\nsecurity: [{t: []}]\ncomponents:\n  securitySchemes: {t: {type: http, scheme: bearer}}\n  responses:\n    No: {description: No}\npaths:\n${users}\n`;
    const lines = printed(text).split('\n');
    const related = lines.filter((line) => /^ {4}api\.yaml:\d+:\d+ {2}/.test(line));
    expect(related.length).toBeGreaterThan(0);
    expect(related.length).toBeLessThanOrEqual(3);
    expect(lines).toContain('    … and 4 more');
  });
});

describe('a summary', () => {
  it('says that nothing was found', () => {
    expect(printed(clean)).toBe('✔ Nothing found\n  1 description, 1 file, 1 operation: 0 secured, 0 optional, 1 public, 0 undeclared\n');
  });

  it('counts what --quiet leaves out', () => {
    const { stdout } = authLint(folderWith({ 'a.yaml': dangling, 'b.yaml': undocumented }), ['--quiet']);
    expect(stdout).toContain('undefined-security-scheme');
    expect(stdout).not.toContain('missing-401');
    expect(stdout).toContain('✖ 2 findings (1 error, 1 warning, 0 info); 1 with a safe fix (1 not shown)');
  });
});

describe('a code frame', () => {
  const json = (padding: string): string =>
    `{"openapi": "3.1.0",\n"security": [{"t": []}],\n"x": "${padding}", "paths": {"/p": {"get": {}}}, "y": "${padding}"}`;

  /** The marked line of such a text, and the carets below it. */
  function marked(padding: string): readonly [string, string] {
    const lines = frame(json(padding), 'api.json');
    const at = lines.findIndex((line) => line.includes('^'));
    return [lines[at - 1] ?? '', lines[at] ?? ''];
  }

  it('shows no blank lines around, and none beyond the text', () => {
    expect(frame('openapi: 3.1.0\nsecurity: [{t: []}]\npaths:\n  /p:\n\n    get: {}')).toEqual(['    6 │     get: {}', '      │     ^^^']);
  });

  it('is the same with CRLF', () => {
    expect(printed(undocumented.replaceAll('\n', '\r\n'))).toBe(printed(undocumented));
  });

  it('gives tabs a width of four', () => {
    const text = '{"openapi": "3.1.0",\n"security": [{"t": []}],\n"paths": {"/p": {\n\t\t"get":\t{}\n}}}';
    expect(frame(text, 'api.json').slice(1, 3)).toEqual(['    4 │         "get":    {}', '      │         ^^^^^']);
  });

  it.each([
    ['wide characters', '中文', 4],
    ['emoji', '🐾👨‍👩‍👧🇪🇺', 6],
    ['combining characters', 'é̂', 1],
    ['full-width and Hangul', 'Ａ한', 4],
    ['escaped characters', '\u202e\u0085', '\\u{202e}\\x85'.length],
  ])('puts carets below the right columns after %s', (_, characters, width) => {
    const [code, carets] = marked(characters);
    const start = code.indexOf('"x"') + '"x": "", "paths": {"/p": {'.length + width;
    expect(carets).toBe(`${' '.repeat(6)}│${' '.repeat(start - 7)}^^^^^`);
  });

  it('crops long lines around the marked place', () => {
    const [code, carets] = marked('a'.repeat(100_000));
    expect(code.length).toBeLessThanOrEqual(120);
    expect(code).toMatch(/^ {4}3 │ ….*"get": \{\}.*…$/);
    expect(carets.indexOf('^')).toBe(code.indexOf('"get"'));
  });

  it('crops lines of wide characters by their width', () => {
    const [code, carets] = marked('中'.repeat(10_000));
    expect(code).toContain('"get": {}');
    expect(carets.indexOf('^') - code.indexOf('"get"')).toBe(
      [...code.slice(0, code.indexOf('"get"'))].filter((character) => character === '中').length,
    );
  });
});

describe('colours', () => {
  const colored = (env: Readonly<Record<string, string>>, ...args: readonly string[]): boolean =>
    authLint(folderWith({ 'api.yaml': undocumented }), args, { env }).stdout.includes('\x1b[');

  it.each([
    [{}, [], false],
    [{}, ['--color', 'always'], true],
    [{}, ['--color', 'never'], false],
    [{ FORCE_COLOR: '1' }, [], true],
    [{ FORCE_COLOR: '1' }, ['--color', 'auto'], true],
    [{ FORCE_COLOR: '0' }, [], false],
    [{ FORCE_COLOR: '' }, [], false],
    [{ FORCE_COLOR: '1' }, ['--color', 'never'], false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
    [{ FORCE_COLOR: '1', NO_COLOR: '' }, [], true],
    [{ NO_COLOR: '1' }, ['--color', 'always'], true],
    [{ CI: 'true' }, [], false],
  ] as const)('with %j and %j: %s', (env, args, expected) => {
    expect(colored(env, ...args)).toBe(expected);
  });

  it('are all that is added to the text', () => {
    const folder = folderWith({ 'a.yaml': undocumented, 'b.yaml': dangling });
    const plain = authLint(folder, []).stdout;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(authLint(folder, ['--color', 'always']).stdout.replace(/\x1b\[\d+m/g, '')).toBe(plain);
  });

  it('are never in JSON', () => {
    expect(authLint(folderWith({ 'api.yaml': undocumented }), ['--format', 'json', '--color', 'always']).stdout).not.toContain('\x1b');
  });
});

describe('a window', () => {
  it('gets lines of its width, with no blank at their ends', () => {
    expect(wrap('Add a 401.  missing-401', 12)).toEqual(['Add a 401.', 'missing-401']);
    expect(wrap('Add a 401.  missing-401', 40)).toEqual(['Add a 401.  missing-401']);
    expect(wrap('日本 語日本', 5)).toEqual(['日本', '語日本']);
  });
});
