import { describe, expect, it } from 'vitest';
import { ignoreFixes } from '../../../linter/index.ts';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';

/** The titles of the ways to suppress the first finding of a rule, and the text after the one at `index`. */
async function ignored(text: string, rule: string, index = 0, path = 'openapi.yaml') {
  const memory = new MemoryFiles({ [path]: text });
  const finding = (await memory.findings(path)).find((each) => each.rule === rule);
  const file = memory.linter.file(uriOf(path));
  const fixes = finding && file ? ignoreFixes(finding, file) : [];
  memory.apply(fixes[index]?.edits() ?? []);
  const left = (await memory.findings(path)).filter((each) => each.rule === rule || each.rule === 'unused-suppression');
  return { titles: fixes.map(({ title }) => title), text: memory.text(path), left: left.map((each) => each.rule) };
}

const yaml = `openapi: 3.1.0
info: {title: Pets, version: '1'}
security: [{bearer: []}]
paths:
  /pets:
    get:
      responses: {'200': {description: Fine}}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;

const json = `{
  "openapi": "3.0.3",
  "info": {"title": "Pets", "version": "1"},
  "security": [{"bearer": []}],
  "paths": {
    "/pets": {
      "get": {
        "responses": {"200": {"description": "Fine"}}
      }
    }
  },
  "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}}
}
`;

describe('in YAML', () => {
  it('a comment above the line', async () => {
    const { titles, text, left } = await ignored(yaml, 'missing-401');
    expect(titles).toEqual(['Ignore missing-401 on this line', 'Ignore missing-401 in this file']);
    expect(text).toBe(yaml.replace('    get:', '    # auth-lint-ignore-next-line missing-401\n    get:'));
    expect(left).toEqual([]);
  });

  it('the comment that is there gets one more rule', async () => {
    const there = yaml.replace('    get:', '    # auth-lint-ignore-next-line missing-security -- old\n    get:');
    expect((await ignored(there, 'missing-401')).text).toContain('# auth-lint-ignore-next-line missing-security, missing-401 -- old\n');
    const behind = yaml.replace('    get:', '    get: # auth-lint-ignore missing-security');
    expect((await ignored(behind, 'missing-401')).text).toContain('get: # auth-lint-ignore missing-security, missing-401\n');
  });

  it('a comment for the file, with its line ends', async () => {
    const windows = yaml.replaceAll('\n', '\r\n');
    const { text, left } = await ignored(windows, 'missing-401', 1);
    expect(text).toBe(`# auth-lint-ignore-file missing-401\r\n${windows}`);
    expect(left).toEqual([]);
  });
});

describe('in JSON', () => {
  it('a key in the operation', async () => {
    const { titles, text, left } = await ignored(json, 'missing-401', 0, 'openapi.json');
    expect(titles).toEqual(['Ignore missing-401 for GET /pets', 'Ignore missing-401 in this file']);
    expect(JSON.parse(text).paths['/pets'].get['x-auth-lint-ignore']).toEqual(['missing-401']);
    expect(left).toEqual([]);
  });

  it('the list that is there gets one more rule', async () => {
    const there = json.replace('"responses"', '"x-auth-lint-ignore": ["missing-security"],\n        "responses"');
    const { text } = await ignored(there, 'missing-401', 0, 'openapi.json');
    expect(JSON.parse(text).paths['/pets'].get['x-auth-lint-ignore']).toEqual(['missing-security', 'missing-401']);
  });

  it('a key in the root', async () => {
    const { text, left } = await ignored(json, 'missing-401', 1, 'openapi.json');
    expect(JSON.parse(text)['x-auth-lint-ignore']).toEqual(['missing-401']);
    expect(left).toEqual([]);
  });

  it('a key in the shared response', async () => {
    const shared = json
      .replace('"200": {"description": "Fine"}', '"401": {"$ref": "#/components/responses/No"}')
      .replace('"components": {', '"components": {"responses": {"No": {"description": "No"}}, ');
    const { titles, text, left } = await ignored(shared, 'missing-www-authenticate', 0, 'openapi.json');
    expect(titles[0]).toBe('Ignore missing-www-authenticate for this response');
    expect(JSON.parse(text).components.responses.No['x-auth-lint-ignore']).toEqual(['missing-www-authenticate']);
    expect(left).toEqual([]);
  });
});

it('what is said of suppressions themselves is not suppressed', async () => {
  expect((await ignored(`${yaml}# auth-lint-ignore-file missing-40l\n`, 'unused-suppression')).titles).toEqual([]);
});
