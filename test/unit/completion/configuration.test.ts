import { describe, expect, it } from 'vitest';
import { configurationCompletions } from '../../../linter/index.ts';
import { rules } from '../../../linter/rules/index.ts';
import { sourceFile } from '../../../linter/workspace/source-file.ts';
import { acceptedText } from '../support/completed.ts';
import { mistakes } from '../support/configuration.ts';

function completed(text: string) {
  const offset = text.indexOf('|');
  const file = sourceFile('file:///api/.auth-lint.yaml', text.replace('|', ''));
  const offered = configurationCompletions(file, offset);
  return {
    offered,
    labels: offered.map(({ label }) => label),
    accept: (label: string): string => acceptedText(file.text, offered, label),
  };
}

const top = ['extends', 'rules', 'overrides', 'fix', 'ignore'];

describe('keys', () => {
  it.each([
    ['|', top],
    ['ex|', top],
    ['# ours\n|', top],
    ['extends: strict\n|', top.slice(1)],
    ['extends: strict\nru|', top.slice(1)],
    ['{|}', top],
    ['fix:\n  |', ['response', 'realm', 'body']],
    ['fix:\n  realm: A\n  |', ['response', 'body']],
    ['fix: {|}', ['response', 'realm', 'body']],
    ['overrides:\n  - |', ['files', 'operations', 'rules']],
    ['overrides:\n  - files: [a]\n    |', ['operations', 'rules']],
    ['rules:\n  missing-401: [error, {|}]', ['accept', 'exempt']],
    ['x:\n  |', []],
    ['extends: strict |', []],
    ['# |', []],
  ])('%j', (text, labels) => {
    expect(completed(text).labels).toEqual(labels);
  });

  it('rules, each once, wherever there are some', () => {
    const ids = rules.map(({ id }) => id);
    expect(completed('rules:\n  |').labels).toEqual(ids);
    expect(completed('rules:\n  missing-401: off\n  |').labels).toEqual(ids.filter((id) => id !== 'missing-401'));
    expect(completed('overrides:\n  - rules: {|}').labels).toEqual(ids);
    expect(completed('rules:\n  missing-4|').offered[0]?.subject).toEqual({ kind: 'rule', id: ids[0] });
  });

  it.each([
    ['|', 'extends', 'extends: ‹recommended›'],
    ['|', 'rules', 'rules:\n  ‹›'],
    ['|', 'ignore', 'ignore:\n  - ‹legacy/**›'],
    ['fix:\n  |', 'body', 'fix:\n  body: ‹reuse›'],
    ['fix: {|}', 'response', 'fix: {response: ‹Unauthorized›}'],
    ['{|}', 'rules', '{rules: {‹›}}'],
    ['overrides:\n  - |', 'operations', 'overrides:\n  - operations:\n      - ‹›'],
    ['rules:\n  missing-401: [error, {|}]', 'accept', 'rules:\n  missing-401: [error, {accept: [‹4XX›]}]'],
    ['rules:\n  miss|', 'missing-401', 'rules:\n  missing-401: ‹warning›'],
    ['rules:\n  miss|: off', 'missing-401', 'rules:\n  missing-401: off'],
    ['rules: |', 'missing-401', 'There is no missing-401, only: '],
  ])('%j: %s', (text, label, after) => {
    expect(completed(text).accept(label)).toBe(after);
  });
});

describe('values', () => {
  it.each([
    ['extends: |', ['minimal', 'recommended', 'strict', 'all']],
    ['extends:|', ['minimal', 'recommended', 'strict', 'all']],
    ['extends: str|', ['minimal', 'recommended', 'strict', 'all']],
    ['rules:\n  missing-401: |', ['off', 'info', 'warning', 'error']],
    ['rules:\n  missing-401: [|]', ['off', 'info', 'warning', 'error']],
    ['rules: {missing-401: |}', ['off', 'info', 'warning', 'error']],
    ['rules:\n  missing-401: [error, {accept: [|]}]', ['4XX', 'default']],
    ['rules:\n  missing-www-authenticate: [error, {|}]', ['apiKey']],
    ['fix:\n  body: |', ['reuse', 'none', 'problem+json']],
    ['ignore:\n  - |', ['legacy/**']],
    ['ignore:\n  |', ['legacy/**']],
    ['fix:\n  realm: |', []],
  ])('%j', (text, labels) => {
    expect(completed(text).labels).toEqual(labels);
  });

  it.each([
    ['extends:|', 'strict', 'extends: strict'],
    ['extends: rec|', 'strict', 'extends: strict'],
    ["extends: 'rec|'", 'strict', 'extends: strict'],
    ['ignore:\n  |', 'legacy/**', 'ignore:\n  - legacy/**'],
  ])('%j', (text, label, after) => {
    expect(completed(text).accept(label)).toBe(after);
  });

  it('say what they mean', () => {
    const meaning = (text: string) => completed(text).offered.map(({ subject }) => subject.kind === 'setting' && subject.meaning);
    expect(meaning('extends: |')[3]).toBe('Every rule there is.');
    expect(meaning('rules: {missing-401: |}')[0]).toBe('The rule is not in force.');
    expect(meaning('|')[3]).toBe('What fixes write.');
  });
});

it('whatever is chosen can be read, but for an override of which there is nothing yet', async () => {
  for (const text of ['|', 'fix:\n  |', 'rules:\n  |', 'extends: |', 'rules:\n  missing-401: |', 'fix:\n  body: |']) {
    const { offered, accept } = completed(text);
    for (const { label } of offered.filter((each) => each.label !== 'overrides')) {
      const after = accept(label).replaceAll(/[‹›]/g, '');
      expect(await mistakes(after), after).toEqual([]);
    }
  }
});
