import { describe, expect, it } from 'vitest';
import { allRules, presetNames, presetSettings, resolveSettings, unknownRule } from '../../../linter/index.ts';

describe('the presets', () => {
  it('are cumulative', () => {
    const sets = presetNames.map((preset) => [...presetSettings(preset).keys()]);
    for (const [index, larger] of sets.slice(1).entries()) expect(larger).toEqual(expect.arrayContaining(sets[index] ?? []));
  });

  it('end with all rules', () => {
    expect([...presetSettings('all').keys()].sort()).toEqual(allRules.map(({ id }) => id).sort());
  });

  it('have each rule with its own severity', () => {
    for (const { id, severity } of allRules) expect(presetSettings('all').get(id)).toEqual({ severity, options: {} });
  });

  it('start with what the linter is for', () => {
    expect([...presetSettings('minimal').keys()]).toEqual(
      expect.arrayContaining(['missing-401', 'missing-www-authenticate', 'missing-security', 'undefined-security-scheme']),
    );
  });
});

describe('a person’s choices', () => {
  it('change severities, and options where they are given', () => {
    const { settings, problems } = resolveSettings('minimal', {
      'missing-401': 'error',
      'missing-security': 'off',
      'missing-www-authenticate': ['info', { apiKey: 'off' }],
    });
    expect(problems).toEqual([]);
    expect(settings.get('missing-401')).toEqual({ severity: 'error', options: {} });
    expect(settings.get('missing-security')?.severity).toBe('off');
    expect(settings.get('missing-www-authenticate')).toEqual({ severity: 'info', options: { apiKey: 'off' } });
  });

  it('leave other rules as the preset has them', () => {
    const { settings } = resolveSettings('recommended', { 'missing-401': 'off' });
    const other = new Map([...presetSettings('recommended')].filter(([id]) => id !== 'missing-401'));
    expect(new Map([...settings].filter(([id]) => id !== 'missing-401'))).toEqual(other);
  });

  it('for a rule that does not exist name the one that may be meant', () => {
    const { settings, problems } = resolveSettings('minimal', { 'missing-410': 'error' });
    expect(problems).toEqual(['There is no rule missing-410. Did you mean missing-401?']);
    expect(settings).toEqual(presetSettings('minimal'));
    expect(unknownRule('something-else-entirely')).toBe('There is no rule something-else-entirely.');
  });

  it.each(['__proto__', 'constructor', 'toString'])('for a rule called %s are a mistake like any other', (id) => {
    expect(resolveSettings('minimal', JSON.parse(`{"${id}": "error"}`)).problems).toEqual([`There is no rule ${id}.`]);
  });

  it.each([
    ['fatal'],
    [2],
    [null],
    [true],
    [{}],
    [[]],
    [['fatal', {}]],
    [['error', null]],
    [['error', 'x']],
    [['error', []]],
    [['error', {}, 'more']],
  ])('that are no setting have no effect: %j', (choice) => {
    const { settings, problems } = resolveSettings('minimal', { 'missing-401': choice });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('missing-401');
    expect(settings).toEqual(presetSettings('minimal'));
  });

  it('all have their say, in their order', () => {
    expect(resolveSettings('minimal', { a: 'error', 'missing-401': 'x', b: 'off' }).problems).toHaveLength(3);
  });

  it('do not change the preset for others', () => {
    resolveSettings('minimal', { 'missing-401': 'off' });
    expect(presetSettings('minimal').get('missing-401')?.severity).toBe('warning');
  });
});

describe('options', () => {
  it.each([
    ['a value of a wrong kind', { 'missing-401': ['error', { exempt: 5 }] }, "The option exempt of missing-401 can't be 5."],
    [
      'a value that is none of those that there are',
      { 'missing-401': ['error', { accept: ['5XX'] }] },
      'The option accept of missing-401 can\'t be ["5XX"].',
    ],
    ['an option that there is not', { 'missing-security': ['error', { accept: [] }] }, 'The rule missing-security has no option accept.'],
  ])('%s has no effect and is said', (_, rules, problem) => {
    const { settings, problems } = resolveSettings('recommended', rules);
    expect(problems).toEqual([problem]);
    expect(settings).toEqual(presetSettings('recommended'));
  });
});
