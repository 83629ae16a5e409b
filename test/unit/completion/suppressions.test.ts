import { describe, expect, it } from 'vitest';
import { suppressionCompletions } from '../../../linter/index.ts';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';

/** What is offered at `|`, and the text after the first or the named one. */
async function completed(marked: string, label?: string, path = 'openapi.yaml') {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const memory = new MemoryFiles({ [path]: text });
  const findings = await memory.findings(path);
  const file = memory.linter.file(uriOf(path));
  const offered = file ? suppressionCompletions(file, offset, findings) : [];
  const chosen = label === undefined ? offered[0] : offered.find((each) => each.label === label);
  return {
    labels: offered.map((each) => each.label),
    likely: offered.filter((each) => each.likely).map((each) => each.label),
    text: chosen ? text.slice(0, chosen.range.start) + chosen.text + text.slice(chosen.range.end) : undefined,
  };
}

const pets = (line: string) => `openapi: 3.1.0
info: {title: Pets}
security: [{bearer: []}]
paths:
  /pets:
${line}
    get:
      responses: {}
components: {securitySchemes: {bearer: {type: http, scheme: bearer}}}
`;

describe('in a comment', () => {
  it('the directives', async () => {
    expect((await completed(pets('    # au|'))).labels).toEqual([
      'auth-lint-ignore',
      'auth-lint-ignore-next-line',
      'auth-lint-ignore-file',
    ]);
    expect((await completed(pets('    # auth-lint-ignore-n|'))).text).toContain('    # auth-lint-ignore-next-line \n');
    expect((await completed(pets('    # another|'))).labels).toEqual([]);
  });

  it('the rules, those that are found there first', async () => {
    const { labels, likely, text } = await completed(pets('    # auth-lint-ignore-next-line |'), 'missing-401');
    expect(labels).toContain('missing-security');
    expect(likely).toEqual(['missing-401']);
    expect(text).toContain('# auth-lint-ignore-next-line missing-401\n');
  });

  it('the rules of the line that the comment is about, wherever that is', async () => {
    const { likely } = await completed(pets('    # auth-lint-ignore-next-line |\n\n    # about pets'));
    expect(likely).toEqual(['missing-401']);
  });

  it('no rule twice, and none in the reason', async () => {
    const { labels, text } = await completed(pets('    # auth-lint-ignore-next-line missing-401, missing-s|'), 'missing-security');
    expect(labels).not.toContain('missing-401');
    expect(text).toContain('# auth-lint-ignore-next-line missing-401, missing-security\n');
    expect((await completed(pets('    # auth-lint-ignore-next-line missing-401 -- |'))).labels).toEqual([]);
  });
});

describe('in the middle of what is there', () => {
  it.each([
    ['# auth-|lint-ignore missing-401', 'auth-lint-ignore-file', '# auth-lint-ignore-file missing-401'],
    ['# auth-lint-ignore miss|ing-401 -- why', 'missing-403', '# auth-lint-ignore missing-403 -- why'],
    ['# auth-lint-ignore |missing-401', 'missing-403', '# auth-lint-ignore missing-403'],
    ['x-auth|-lint-ignore: [missing-401]', 'x-auth-lint-ignore', 'x-auth-lint-ignore: [missing-401]'],
    ['x-auth-lint-ignore:|', 'missing-401', 'x-auth-lint-ignore: [missing-401]'],
    ['x-auth-lint-ignore: [missing-401,|]', 'missing-403', 'x-auth-lint-ignore: [missing-401,missing-403]'],
  ])('%s: the whole word is replaced', async (line, label, after) => {
    expect((await completed(pets(`    ${line}`), label)).text).toContain(`\n    ${after}\n`);
  });

  it.each([
    'x-auth-lint-ignore: |[missing-401]',
    'x-auth-lint-ignore: [missing-401]|',
    'x-auth-lint-ignore: [missing-401 |]',
    'x-auth-lint-ignore: [| missing-401]',
    'x-auth-lint-ignore:\n     |- missing-401',
    'x-auth-lint-ignore:\n    - missing-401\n|    - missing-403',
    'get: {x-auth-lint-ignore: }|',
    '# auth-lint-ignore missing-401 |-- why',
    '# auth-lint-ignore missing-401 --| why',
  ])('%s: nothing where an id would break the text', async (line) => {
    expect((await completed(pets(`    ${line}`))).labels).toEqual([]);
  });
});

describe('in x-auth-lint-ignore', () => {
  it('the key itself', async () => {
    expect((await completed(pets('    x-au|'))).text).toContain('    x-auth-lint-ignore: []\n');
    expect((await completed(pets('    au|'))).labels).toEqual([]);
  });

  it('rules in a list', async () => {
    expect((await completed(pets('    x-auth-lint-ignore: [|]'), 'missing-401')).text).toContain('x-auth-lint-ignore: [missing-401]\n');
    const { labels, text } = await completed(pets('    x-auth-lint-ignore: [missing-401, miss|]'), 'missing-security');
    expect(labels).not.toContain('missing-401');
    expect(text).toContain('x-auth-lint-ignore: [missing-401, missing-security]\n');
  });

  it('rules below dashes', async () => {
    expect((await completed(pets('    x-auth-lint-ignore:\n      - miss|'), 'missing-401')).text).toContain('      - missing-401\n');
  });

  it('rules in JSON have quotes', async () => {
    const text = '{"openapi": "3.0.3", "x-auth-lint-ignore": ["|"], "paths": {}}';
    expect((await completed(text, 'missing-401', 'openapi.json')).text).toContain('["missing-401"]');
    expect((await completed('{"openapi": "3.0.3", "x-auth-lint-ignore": [|], "paths": {}}', 'missing-401', 'openapi.json')).text).toContain(
      '["missing-401"]',
    );
  });
});

it('nowhere else', async () => {
  expect((await completed(pets('    summary: |'))).labels).toEqual([]);
});
