import { describe, expect, it } from 'vitest';
import { allRules, presetNames, presetSettings } from '../../../linter/index.ts';

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
