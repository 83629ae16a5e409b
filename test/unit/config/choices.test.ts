import { describe, expect, it } from 'vitest';
import { readChoices, unknownRule } from '../../../linter/index.ts';

describe('choices in an editor’s settings', () => {
  it('are severities, and options where they are given', () => {
    const { rules, problems } = readChoices({
      'missing-401': 'error',
      'missing-security': 'off',
      'missing-www-authenticate': ['info', { apiKey: 'off' }],
    });
    expect(problems).toEqual([]);
    expect(Object.fromEntries(rules)).toEqual({
      'missing-401': { severity: 'error', options: undefined },
      'missing-security': { severity: 'off', options: undefined },
      'missing-www-authenticate': { severity: 'info', options: { apiKey: 'off' } },
    });
  });

  it.each([[undefined], [null], [{}]])('may be none: %j', (value) => {
    expect(readChoices(value)).toEqual({ rules: new Map(), problems: [] });
  });

  it.each([['fatal'], [2], [true], [{}], [[]], [['fatal', {}]]])('that are none have no effect: %j', (choice) => {
    const { rules, problems } = readChoices({ 'missing-401': choice });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.pointer).toMatch(/^\/missing-401/);
    expect(rules.size).toBe(0);
  });

  it('keep what is right beside what is wrong', () => {
    const { rules, problems } = readChoices({ 'missing-401': ['error', { exempt: 5, accept: ['4XX', '5XX'] }], nothing: 'off' });
    expect(rules.get('missing-401')).toEqual({ severity: 'error', options: { accept: ['4XX'] } });
    expect(problems.map(({ pointer }) => pointer)).toEqual(['/missing-401/1/exempt', '/missing-401/1/accept/1', '/nothing']);
  });

  it.each(['__proto__', 'constructor', 'toString'])('for a rule called %s are a mistake like any other', (id) => {
    expect(readChoices(JSON.parse(`{"${id}": "error"}`)).problems.map(({ message }) => message)).toEqual([`There is no rule ${id}.`]);
  });
});

describe('a rule that does not exist', () => {
  it('is named with the one that may be meant', () => {
    expect(unknownRule('missing-410')).toBe('There is no rule missing-410. Did you mean missing-401?');
    expect(unknownRule('something-else-entirely')).toBe('There is no rule something-else-entirely.');
  });
});
