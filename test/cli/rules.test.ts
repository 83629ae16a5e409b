import { describe, expect, it } from 'vitest';
import { checkJson, folderWith } from './auth-lint.ts';
import { dangling, divided, responsesFragment, undocumented } from './descriptions.ts';

const files = {
  'dangling.yaml': dangling,
  'divided.yaml': divided,
  'responses.yaml': responsesFragment,
  'undocumented.yaml': undocumented,
};

function found(...args: readonly string[]): readonly string[] {
  return checkJson(folderWith(files), ...args).findings.map(({ rule, severity }) => `${rule} ${severity}`);
}

describe('the rules in force', () => {
  const all = ['undefined-security-scheme error', 'missing-www-authenticate warning', 'missing-401 warning'];

  it.each([
    [[], all],
    [['--preset', 'minimal'], all],
    [['--preset', 'all', '--only', 'missing-401'], ['missing-401 warning']],
    [
      ['--rule', 'missing-401=error'],
      ['undefined-security-scheme error', 'missing-www-authenticate warning', 'missing-401 error'],
    ],
    [
      ['--rule', 'missing-401=off', '--rule', 'missing-www-authenticate=info'],
      ['undefined-security-scheme error', 'missing-www-authenticate info'],
    ],
    [['--rule', 'missing-401=info', '--rule', 'missing-401'], all],
    [['--only', 'missing-401'], ['missing-401 warning']],
    [
      ['--only', 'missing-401', '--only', 'undefined-security-scheme'],
      ['undefined-security-scheme error', 'missing-401 warning'],
    ],
    [['--only', 'missing-401', '--rule', 'missing-401=info'], ['missing-401 info']],
    [['--only', 'missing-401', '--rule', 'missing-www-authenticate=error'], ['missing-401 warning']],
  ])('%j', (args, expected) => {
    expect(found(...args)).toEqual(expected);
  });

  it('always include syntax-error, unless that is turned off by name', () => {
    const folder = folderWith({ 'api.yaml': 'openapi: 3.1.0\npaths: {\n' });
    const rules = (...args: readonly string[]) => checkJson(folder, ...args).findings.map(({ rule }) => rule);
    expect(rules('--only', 'missing-401')).toEqual(['syntax-error']);
    expect(rules('--only', 'missing-401', '--rule', 'syntax-error=off')).toEqual([]);
  });
});
