import { describe, expect, it } from 'vitest';
import { runRules } from '../../../linter/engine/run-rules.ts';
import { allRules, type Finding } from '../../../linter/index.ts';
import { rules } from '../../../linter/rules/index.ts';
import { everyVersion, type Rule } from '../../../linter/rules/support/rule.ts';
import { missionFiles } from '../../support/memory-files.ts';
import { schemes } from '../support/descriptions.ts';

const text = `openapi: 3.1.0
security: [bearer: []]
paths:
  /pets:
    get: {responses: {'401': {description: No}}}
    put: {responses: {}}
${schemes}`;

function broken(parts: Partial<Pick<Rule, 'create' | 'checkFile'>>): Rule {
  return {
    id: 'broken-rule',
    summary: 'A rule with a defect',
    why: 'For tests.',
    category: 'Responses',
    severity: 'warning',
    preset: 'minimal',
    fix: 'none',
    versions: everyVersion,
    references: [],
    examples: [],
    ...parts,
  };
}

const fail = (): never => {
  throw new Error('a defect');
};

/** The findings of all rules and one more, and what was logged. */
async function run(rule: Rule): Promise<{ findings: readonly Finding[]; logged: readonly string[] }> {
  const memory = missionFiles({ 'openapi.yaml': text });
  const { api, inForce } = await memory.check('openapi.yaml');
  const entry = memory.linter.file('file:///api/openapi.yaml');
  if (!api || !entry) throw new Error('not read');
  const logged: string[] = [];
  const active = new Map(inForce.settings.rules).set(rule.id, { severity: 'warning', options: {} });
  const settings = { ...inForce.settings, rules: active };
  const findings = runRules([rule, ...rules], { entry, api, files: () => [entry], settings, log: (message) => logged.push(message) });
  return { findings, logged };
}

describe('a rule that throws', () => {
  it.each<readonly [string, Parameters<typeof broken>[0]]>([
    ['when it starts', { create: fail }],
    ['at an operation', { create: () => ({ operation: fail }) }],
    ['at a response', { create: () => ({ unauthorizedResponse: fail }) }],
    ['at the end', { create: () => ({ end: fail }) }],
    ['at a file', { checkFile: fail }],
  ])('becomes one finding %s', async (_, parts) => {
    const { findings } = await run(broken(parts));
    const crashes = findings.filter(({ rule: id }) => id === 'rule-crash');
    expect(crashes).toHaveLength(1);
    expect(crashes[0]).toMatchObject({ severity: 'error', file: 'file:///api/openapi.yaml', range: { start: 0 } });
    expect(crashes[0]?.message).toMatch(/broken-rule.*a defect/);
  });

  it('takes nothing else down', async () => {
    const { findings } = await run(broken({ create: () => ({ operation: fail }) }));
    expect(findings.map(({ rule }) => rule).sort()).toEqual(['missing-401', 'missing-www-authenticate', 'rule-crash']);
  });

  it('is called no more, and keeps what it had found', async () => {
    let calls = 0;
    const rule = broken({
      create: ({ report }) => ({
        operation({ key }) {
          calls++;
          report({ place: key, message: 'Found.' });
          fail();
        },
        end: () => calls++,
      }),
    });
    const { findings } = await run(rule);
    expect(calls).toBe(1);
    expect(findings.filter(({ rule: id }) => id === 'broken-rule')).toHaveLength(1);
  });

  it('is logged with its stack', async () => {
    const { logged } = await run(broken({ create: fail }));
    expect(logged).toEqual([expect.stringMatching(/broken-rule.*openapi\.yaml.*a defect(?:.|\n)* at /)]);
  });

  it('may throw anything', async () => {
    for (const thrown of ['text', undefined, null, 3, { odd: true }]) {
      const rule = broken({
        create: () => {
          throw thrown;
        },
      });
      expect((await run(rule)).findings.some(({ rule: id }) => id === 'rule-crash')).toBe(true);
    }
  });

  it('is not run at all when it is off', async () => {
    const memory = missionFiles({ 'openapi.yaml': text });
    memory.settings = { ...memory.settings, above: { rules: new Map(allRules.map(({ id }) => [id, { severity: 'off', options: {} }])) } };
    expect(await memory.findings('openapi.yaml')).toEqual([]);
  });
});
