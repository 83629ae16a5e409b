import { describe, expect, it } from 'vitest';
import { applySuppressions } from '../../../linter/engine/apply-suppressions.ts';
import { mergeFindings } from '../../../linter/engine/merge-findings.ts';
import { runRules } from '../../../linter/engine/run-rules.ts';
import { changed, type Finding, type Fix } from '../../../linter/findings/finding.ts';
import { everyVersion, type Rule } from '../../../linter/rules/support/rule.ts';
import { missionFiles } from '../../support/memory-files.ts';

const text = `openapi: 3.1.0
paths:
  /pets:
    get: {x-auth-lint-ignore: [costly-rule], responses: {}}
    put: {responses: {}}
`;

const fix: Fix = { title: 'Change it', kind: 'suggestion', preferred: false, edits: () => [] };

/** A rule that says the same of all operations, and counts how often it is asked for the fix. */
function costlyRule(): { readonly rule: Rule; asked(): number } {
  let asked = 0;
  const fixes = (): readonly Fix[] => {
    asked++;
    return [fix];
  };
  const rule: Rule = {
    id: 'costly-rule',
    summary: 'A rule whose fixes cost something',
    why: 'For tests.',
    category: 'Responses',
    severity: 'warning',
    preset: 'minimal',
    fix: 'suggestion',
    versions: everyVersion,
    references: [],
    examples: [],
    create: ({ api, report }) => ({
      end: () => report({ place: api.root, message: 'Something is wrong.', operations: api.operations, fixes }),
    }),
  };
  return { rule, asked: () => asked };
}

describe('the fixes of a finding', () => {
  it('are made when somebody asks, once, and not for suppressions or other descriptions', async () => {
    const memory = missionFiles({ 'openapi.yaml': text });
    const { api, inForce } = await memory.check('openapi.yaml');
    const entry = memory.linter.file('file:///api/openapi.yaml');
    if (!api || !entry) throw new Error('not read');
    const { rule, asked } = costlyRule();
    const settings = { ...inForce.settings, rules: new Map([[rule.id, { severity: 'warning' as const, options: {} }]]) };
    const run = { entry, api, files: () => [entry], settings, log: () => {} };
    const found = applySuppressions(runRules([rule], run), run).findings;
    const [merged] = mergeFindings([...found, ...found]);
    expect(merged?.operations.map(({ method }) => method)).toEqual(['put']);
    expect(asked()).toBe(0);
    expect([merged?.fixes.map(({ title }) => title), merged?.fixes.length, asked()]).toEqual([['Change it'], 1, 1]);
  });

  it('are made for a copy of all properties', () => {
    const finding = Object.defineProperty({ rule: 'a-rule' } as Finding, 'fixes', { get: () => [fix], enumerable: true });
    expect({ ...finding }.fixes).toEqual([fix]);
    expect(changed(finding, { message: 'Another one' })).toMatchObject({ rule: 'a-rule', message: 'Another one', fixes: [fix] });
  });
});
