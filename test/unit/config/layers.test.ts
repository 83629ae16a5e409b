import { describe, expect, it } from 'vitest';
import { allRules, type Choices, type InForce, presetSettings, type RuleChoice, type RunChoices } from '../../../linter/index.ts';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';

interface Sources {
  readonly file?: string;
  readonly below?: Choices;
  readonly above?: RunChoices;
}

async function inForce({ file, below, above }: Sources): Promise<InForce> {
  const memory = new MemoryFiles(file === undefined ? {} : { '.auth-lint.yaml': file });
  memory.settings = { ...memory.settings, below: below ?? { rules: new Map() }, above: above ?? { rules: new Map() } };
  return memory.linter.inForce(uriOf('openapi.yaml'));
}

function choose(
  rules: Readonly<Record<string, RuleChoice['severity'] | readonly [RuleChoice['severity'], RuleChoice['options']]>>,
): Choices {
  const entries = Object.entries(rules).map(([id, choice]): [string, RuleChoice] => {
    return [id, typeof choice === 'string' ? { severity: choice, options: undefined } : { severity: choice[0], options: choice[1] }];
  });
  return { rules: new Map(entries) };
}

const accept = (...codes: readonly string[]) => ({ accept: codes });

describe('the preset', () => {
  it.each<readonly [string, Sources, string]>([
    ['is recommended where nobody says anything', {}, 'recommended'],
    ['is what the editor says', { below: { preset: 'all', rules: new Map() } }, 'all'],
    ['is rather what the file extends', { file: 'extends: strict', below: { preset: 'all', rules: new Map() } }, 'strict'],
    ['is rather what the command line says', { file: 'extends: strict', above: { preset: 'minimal', rules: new Map() } }, 'minimal'],
    ['is the editor’s where the file names none', { file: 'rules: {}', below: { preset: 'minimal', rules: new Map() } }, 'minimal'],
    ['is the editor’s where the file’s is wrong', { file: 'extends: x', below: { preset: 'minimal', rules: new Map() } }, 'minimal'],
  ])('%s', async (_, sources, preset) => {
    const found = await inForce(sources);
    expect(found.preset).toBe(preset);
    expect([...found.rules.keys()]).toEqual([...presetSettings(found.preset).keys()]);
  });
});

describe('a rule', () => {
  const setting = async (sources: Sources) => (await inForce(sources)).rules.get('missing-401');

  it.each<readonly [string, Sources, unknown]>([
    ['has its own severity', {}, { severity: 'warning', options: {} }],
    ['is what the editor says', { below: choose({ 'missing-401': 'error' }) }, { severity: 'error', options: {} }],
    [
      'is rather what the file says',
      { file: 'rules: {missing-401: off}', below: choose({ 'missing-401': 'error' }) },
      { severity: 'off', options: {} },
    ],
    [
      'keeps options where only the severity is said again',
      { file: 'rules: {missing-401: info}', below: choose({ 'missing-401': ['error', accept('4XX')] }) },
      { severity: 'info', options: accept('4XX') },
    ],
    [
      'loses options where others are said',
      { file: 'rules: {missing-401: [info, {exempt: []}]}', below: choose({ 'missing-401': ['error', accept('4XX')] }) },
      { severity: 'info', options: { exempt: [] } },
    ],
    [
      'is rather what the command line says, with the file’s options',
      { file: 'rules: {missing-401: [info, {accept: [4XX]}]}', above: choose({ 'missing-401': 'error' }) },
      { severity: 'error', options: accept('4XX') },
    ],
    [
      'of the file stays when the command line replaces the preset',
      { file: 'extends: all\nrules: {missing-401: info}', above: { preset: 'minimal', rules: new Map() } },
      { severity: 'info', options: {} },
    ],
  ])('%s', async (_, sources, expected) => {
    expect(await setting(sources)).toEqual(expected);
  });
});

describe('a run that is restricted to some rules', () => {
  const on = async (file: string | undefined, only: readonly string[], rules: Choices['rules'] = new Map()) => {
    const found = await inForce({ ...(file !== undefined && { file }), above: { rules, only } });
    return Object.fromEntries(
      [...found.rules].filter(([, { severity }]) => severity !== 'off').map(([id, { severity }]) => [id, severity]),
    );
  };
  const always = { 'invalid-configuration': 'error', 'syntax-error': 'error' };

  it('has these, and what tells of things that can’t be read', async () => {
    expect(await on(undefined, ['missing-401'])).toEqual({ ...always, 'missing-401': 'warning' });
    expect(await on(undefined, [])).toEqual(always);
  });

  it('has rules that the configuration has not', async () => {
    expect(await on('extends: minimal\nrules: {missing-401: off}', ['missing-401'])).toEqual({ ...always, 'missing-401': 'warning' });
  });

  it('has them with the configuration’s severities', async () => {
    expect(await on('rules: {missing-401: info, syntax-error: off}', ['missing-401'])).toEqual({
      'invalid-configuration': 'error',
      'missing-401': 'info',
    });
  });

  it('heeds what is said of single rules', async () => {
    const said = choose({ 'missing-401': 'info', 'missing-security': 'error' }).rules;
    expect(await on(undefined, ['missing-401'], said)).toEqual({ ...always, 'missing-401': 'info' });
    expect(await on(undefined, ['missing-401'], choose({ 'missing-401': 'off' }).rules)).toEqual(always);
  });

  it('keeps the options of the others: rules may take them over', async () => {
    const file = 'rules: {missing-401: [error, {accept: [4XX]}]}';
    expect((await inForce({ file, above: { rules: new Map(), only: ['missing-security'] } })).rules.get('missing-401')).toEqual({
      severity: 'off',
      options: accept('4XX'),
    });
  });

  it('has overrides for these rules alone', async () => {
    const file = 'overrides: [{files: [a/], rules: {missing-401: off, missing-security: info}}]';
    const [override] = (await inForce({ file, above: { rules: new Map(), only: ['missing-401'] } })).overrides;
    expect([...(override?.rules.keys() ?? [])]).toEqual(['missing-401']);
  });
});

it('every rule can be chosen', async () => {
  const file = `extends: minimal\nrules:\n${allRules.map(({ id }) => `  ${id}: info\n`).join('')}`;
  const { rules, problems } = await inForce({ file });
  expect(problems).toEqual([]);
  expect([...rules.values()].every(({ severity }) => severity === 'info')).toBe(true);
  expect(rules.size).toBe(allRules.length);
});
