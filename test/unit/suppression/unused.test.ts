import { describe, expect, it } from 'vitest';
import { mergeFindings } from '../../../linter/index.ts';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';

const head = "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\nsecurity: []\npaths:\n";

async function suppressionFindings(text: string) {
  const memory = new MemoryFiles({ 'openapi.yaml': text });
  const findings = (await memory.findings('openapi.yaml')).filter(({ rule }) => rule === 'unused-suppression');
  return { memory, findings };
}

/** The text after the first fix of the first finding. */
async function fixed(text: string): Promise<string> {
  const { memory, findings } = await suppressionFindings(text);
  memory.apply(findings[0]?.fixes[0]?.edits() ?? []);
  return memory.text('openapi.yaml');
}

describe('a suppression that suppresses nothing', () => {
  it('is marked at the rule that it names', async () => {
    const { memory, findings } = await suppressionFindings(`${head}  /pets: {} # auth-lint-ignore missing-401, missing-security\n`);
    expect(findings.map((finding) => memory.marked(finding))).toEqual(['missing-401', 'missing-security']);
    expect(findings[0]?.tags).toEqual(['unnecessary']);
  });

  it('is removed with its comment, or out of a list', async () => {
    expect(await fixed(`${head}  /pets: {} # auth-lint-ignore missing-401\n`)).toBe(`${head}  /pets: {}\n`);
    expect(await fixed(`${head}  # auth-lint-ignore-next-line missing-401\n  /pets: {}\n`)).toBe(`${head}  /pets: {}\n`);
    expect(await fixed(`${head}  /pets: {} # auth-lint-ignore missing-401, missing-security -- why\n`)).toBe(
      `${head}  /pets: {} # auth-lint-ignore missing-security -- why\n`,
    );
    expect(await fixed(`${head}  /pets: {} # auth-lint-ignore missing-40l missing-401\n`)).toBe(
      `${head}  /pets: {} # auth-lint-ignore missing-401 missing-401\n`,
    );
    expect(await fixed(`${head}  /pets: {}\n# auth-lint-ignore-file missing-401`)).toBe(`${head}  /pets: {}\n`);
  });

  it('is removed from a key, or with it', async () => {
    const own = (value: string) => `${head}  /pets:\n    summary: Pets\n${value}    description: All of them\n`;
    expect(await fixed(own('    x-auth-lint-ignore: [missing-401]\n'))).toBe(own(''));
    expect(await fixed(own('    x-auth-lint-ignore: [missing-401, missing-security]\n'))).toBe(
      own('    x-auth-lint-ignore: [missing-security]\n'),
    );
    expect(await fixed(own('    x-auth-lint-ignore:\n      missing-401: why\n      missing-security: why\n'))).toBe(
      own('    x-auth-lint-ignore:\n      missing-security: why\n'),
    );
  });

  it('alone on its line is meant for the next', async () => {
    const text =
      'openapi: 3.1.0\ninfo: {title: Pets}\nsecurity: [{b: []}]\npaths:\n  /pets:\n    # auth-lint-ignore missing-401\n    get: {}\n';
    const { findings } = await suppressionFindings(text);
    expect(findings[0]?.message).toContain('auth-lint-ignore-next-line');
    expect(await fixed(text)).toContain('    # auth-lint-ignore-next-line missing-401\n');
  });

  it('of a rule that does not exist names the one that is meant', async () => {
    const { findings } = await suppressionFindings(`${head}  /pets: {} # auth-lint-ignore missing-40l\n`);
    expect(findings[0]?.message).toContain('Did you mean missing-401?');
  });

  it('without a rule, or of a kind that does not exist, says so', async () => {
    const comments = ['# auth-lint-ignore', '# auth-lint-ignore -- why', '# auth-lint-ignore-line missing-401'];
    for (const comment of comments) {
      const { memory, findings } = await suppressionFindings(`${head}  /pets: {} ${comment}\n`);
      expect(findings.map((finding) => memory.marked(finding))).toEqual([comment]);
    }
    expect((await suppressionFindings(`${head}  /pets: {} # auth-lint-ignored by most\n`)).findings).toHaveLength(1);
    expect((await suppressionFindings(`${head}  /pets: {} # see auth-lint-ignore in the docs\n`)).findings).toEqual([]);
  });

  it('is not judged for a rule that is off', async () => {
    const memory = new MemoryFiles({
      '.auth-lint.yaml': 'extends: all\nrules: {missing-401: off}\n',
      'openapi.yaml': `${head}  /pets: {} # auth-lint-ignore missing-401\n`,
    });
    expect(await memory.findings('openapi.yaml')).toEqual([]);
  });

  it('is not judged where an override switches the rule off', async () => {
    const text = `${head}  /pets:\n    x-auth-lint-ignore: missing-401\n    get: {tags: [old], responses: {}}\n  /dogs: {} # auth-lint-ignore missing-403\n`;
    const judged = async (override: string) => {
      const memory = new MemoryFiles({ '.auth-lint.yaml': `extends: all\noverrides: [${override}]\n`, 'openapi.yaml': text });
      const findings = await memory.findings('openapi.yaml');
      return findings.filter(({ rule }) => rule === 'unused-suppression').map((finding) => memory.marked(finding));
    };
    const off = '{missing-401: off}';
    expect(await judged(`{files: [other.yaml], rules: ${off}}`)).toEqual(['missing-401', 'missing-403']);
    expect(await judged(`{files: [openapi.yaml], rules: ${off}}`)).toEqual(['missing-403']);
    expect(await judged(`{operations: ['tag:old'], rules: ${off}}`)).toEqual(['missing-403']);
    expect(await judged(`{operations: ['tag:new'], rules: ${off}}`)).toEqual(['missing-401', 'missing-403']);
  });

  it('is not told of in a part that is ignored', async () => {
    const memory = new MemoryFiles({
      '.auth-lint.yaml': 'extends: minimal\nrules: {unused-suppression: info}\nignore: [shared.yaml]\n',
      'openapi.yaml': `${head}  /pets: {$ref: shared.yaml}\n`,
      'shared.yaml': "get: # auth-lint-ignore missing-401\n  responses: {'200': {description: Fine}}\n",
    });
    expect(await memory.findings('openapi.yaml')).toEqual([]);
  });

  it('is the wide one where a near one does the same', async () => {
    const text = `# auth-lint-ignore-file missing-401\n${head.replace('[]', '[{b: []}]')}  /pets:\n    get: {x-auth-lint-ignore: missing-401, responses: {}}\n`;
    const { memory, findings } = await suppressionFindings(text);
    expect(findings.map(({ range }) => range.start)).toEqual([text.indexOf('missing-401')]);
    memory.apply(findings[0]?.fixes[0]?.edits() ?? []);
    const left = (await memory.findings('openapi.yaml')).map(({ rule }) => rule);
    expect(left.filter((rule) => rule === 'missing-401' || rule === 'unused-suppression')).toEqual([]);
  });

  it('in a shared file is used when one description uses it', async () => {
    const shared = "get: # auth-lint-ignore missing-401\n  responses: {'200': {description: Fine}}\n";
    const entry = (security: string) =>
      `openapi: 3.1.0\ninfo: {title: Pets}\nsecurity: ${security}\npaths:\n  /pets: {$ref: shared.yaml}\n`;
    const schemes = 'components: {securitySchemes: {b: {type: http, scheme: bearer}}}\n';
    const memory = new MemoryFiles({
      '.auth-lint.yaml': 'extends: minimal\nrules: {unused-suppression: info}\n',
      'a.yaml': entry('[{b: []}]') + schemes,
      'b.yaml': entry('[]'),
      'shared.yaml': shared,
    });
    const results = [await memory.check('a.yaml'), await memory.check('b.yaml')];
    expect(results[1]?.findings.map(({ rule }) => rule)).toEqual(['unused-suppression']);
    expect(mergeFindings(results)).toEqual([]);
  });
});

describe('a reason', () => {
  it('is asked for when the option says so', async () => {
    const text = `${head}  /pets:\n    get: # auth-lint-ignore missing-security\n      responses: {}\n`.replace('security: []\n', '');
    const memory = new MemoryFiles({
      '.auth-lint.yaml': 'rules:\n  unused-suppression: [info, {reason: required}]\n',
      'openapi.yaml': text,
      'b.yaml': text.replace('missing-security', 'missing-security -- old'),
    });
    expect((await memory.findings('openapi.yaml')).filter(({ message }) => message.includes('reason is required'))).toHaveLength(1);
    expect((await memory.findings('b.yaml')).filter(({ message }) => message.includes('reason is required'))).toEqual([]);
  });

  it('may be asked for in some files only', async () => {
    const operation = '# auth-lint-ignore-file missing-401\nresponses: {}\n';
    const memory = new MemoryFiles({
      '.auth-lint.yaml': 'extends: minimal\noverrides: [{files: [new.yaml], rules: {unused-suppression: [info, {reason: required}]}}]\n',
      'openapi.yaml': `${head.replace('[]', '[{b: []}]')}  /pets:\n    get: {$ref: old.yaml}\n    put: {$ref: new.yaml}\n`,
      'old.yaml': operation,
      'new.yaml': operation,
    });
    const asked = (await memory.findings('openapi.yaml')).filter(({ message }) => message.includes('reason is required'));
    expect(asked.map(({ file }) => file)).toEqual([uriOf('new.yaml')]);
  });
});
