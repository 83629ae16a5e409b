import { describe, expect, it } from 'vitest';
import { fixAll } from '../../linter/index.ts';
import { rules } from '../../linter/rules/index.ts';
import type { Rule } from '../../linter/rules/support/rule.ts';
import { uriOf } from '../support/memory-files.ts';
import { applyFixes, findingsOf, openTexts, textsIn } from './support/fix-pair.ts';
import { forms, withoutForm } from './support/forms.ts';
import { type Outcome, type Pair, pairsOf } from './support/pairs.ts';

const fixable = rules.filter(({ fix }) => fix !== 'none');

it('only fixable rules are said to lack a form', () => {
  expect(Object.keys(withoutForm).filter((id) => !fixable.some((rule) => rule.id === id))).toEqual([]);
});

describe.each(fixable)('$id', (rule) => {
  const pairs = pairsOf(rule.id);
  const missing = Object.keys(withoutForm[rule.id] ?? {});

  it('has a pair for every form', () => {
    const names = pairs.map(({ name }) => name);
    expect(forms.filter((form) => !names.includes(form))).toEqual(forms.filter((form) => missing.includes(form)));
  });

  for (const pair of pairs) describe(pair.name, () => testPair(rule, pair));
});

function testPair(rule: Rule, pair: Pair): void {
  const { name, entry, before, after } = pair;

  it('is written as its name says', () => {
    expect(Object.keys(before)).toContain(entry);
    for (const text of [before, ...after.map(({ texts }) => texts)].flatMap((texts) => Object.values(texts))) {
      if (name.startsWith('crlf')) expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      else expect(text).not.toContain('\r');
    }
    if (/^(?:block|flow|json)/.test(name)) expect(entry.endsWith('.json')).toBe(name.startsWith('json'));
    expect(Object.keys(before).length > 1).toBe(name.startsWith('multi-file'));
  });

  describe.each(after)('fix $fix', (outcome) => testOutcome(rule, pair, outcome));
}

function testOutcome(rule: Rule, { entry, before, name }: Pair, { fix, texts }: Outcome): void {
  it('gives the text after', async () => {
    const files = openTexts(rule, before);
    expect(await findingsOf(rule, files, entry)).not.toEqual([]);
    await applyFixes(rule, files, entry, fix);
    expect(textsIn(files)).toEqual(texts);
  });

  it('leaves nothing to be fixed, and a text that can be read', async () => {
    const files = openTexts(rule, texts);
    expect(await findingsOf(rule, files, entry)).toEqual([]);
    expect((await fixAll(files.linter, [uriOf(entry)])).files).toEqual([]);
    for (const path of Object.keys(texts)) expect(files.linter.file(uriOf(path))?.tree.problems ?? []).toEqual([]);
  });

  // Some places of a rule with safe fixes are for a person to decide: pairs that are named after it.
  if (rule.fix !== 'safe' || fix > 0 || name.endsWith('-suggestion')) return;

  it('comes of fixing all as well', async () => {
    const files = openTexts(rule, before);
    files.apply((await fixAll(files.linter, [uriOf(entry)])).files);
    expect(textsIn(files)).toEqual(texts);
  });
}
