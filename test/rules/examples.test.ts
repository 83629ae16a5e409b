import { describe, expect, it } from 'vitest';
import { fixAll } from '../../linter/index.ts';
import { rules } from '../../linter/rules/index.ts';
import type { Rule, RuleExample } from '../../linter/rules/support/rule.ts';
import { asMarks, readMarkers } from '../support/markers.ts';
import { MemoryFiles, uriOf } from '../support/memory-files.ts';
import { ruleAlone } from '../support/rule-alone.ts';

describe.each(rules)('$id', (rule) => {
  it('has an example that it finds something in, and one that it does not', () => {
    const marked = rule.examples.map(({ text }) => readMarkers(text).marks.length > 0);
    expect(marked).toContain(true);
    expect(marked).toContain(false);
  });

  it('shows a fixed text when it has a fix', () => {
    expect(rule.examples.some(({ fixed }) => fixed !== undefined)).toBe(rule.fix !== 'none');
  });

  for (const example of rule.examples) describe(example.title, () => testExample(rule, example));
});

function testExample(rule: Rule, example: RuleExample): void {
  const path = example.path ?? `openapi.${example.format ?? 'yaml'}`;
  const { text, marks } = readMarkers(example.text);
  const files = () => {
    const memory = new MemoryFiles({ ...example.files, [path]: text });
    memory.settings = { ...memory.settings, ...ruleAlone(rule, example.options) };
    return memory;
  };

  it('has its findings where the markers say', async () => {
    expect(asMarks(text, await files().findings(path))).toEqual(marks);
  });

  it('every message says what to do', async () => {
    for (const { message } of await files().findings(path)) expect(message).toMatch(/^\S.*[.?!]$/s);
  });

  if (example.fixed === undefined) return;

  it('is fixed as shown, and the fixed text has no such finding', async () => {
    const memory = files();
    for (let left = 20, findings = await memory.findings(path); findings.length > 0 && left > 0; left--) {
      memory.apply(findings[0]?.fixes[0]?.edits() ?? []);
      findings = await memory.findings(path);
    }
    expect(memory.text(path)).toBe(example.fixed?.replace(/^\n/, ''));
    expect(await memory.findings(path)).toEqual([]);
  });

  if (rule.fix !== 'safe') return;

  it('fix all gives the same text', async () => {
    const memory = files();
    memory.apply((await fixAll(memory.linter, [uriOf(path)])).files);
    expect(memory.text(path)).toBe(example.fixed?.replace(/^\n/, ''));
  });
}
