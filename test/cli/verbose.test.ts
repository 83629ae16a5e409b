import { describe, expect, it } from 'vitest';
import { authLint, folderWith } from './auth-lint.ts';
import { divided, responsesFragment, undocumented } from './descriptions.ts';

describe('--verbose', () => {
  const folder = () =>
    folderWith({
      'a.yaml': undocumented,
      'b/b.yaml': divided,
      'b/responses.yaml': responsesFragment,
      'b/.auth-lint.yaml': 'extends: minimal\n',
      'c/c.yaml': undocumented,
      'c/.auth-lint.yaml': 'ignore: [c.yaml]\n',
    });

  it('says of each description what was read, what was found and what is in force', () => {
    const { stderr } = authLint(folder(), ['--verbose']);
    expect(stderr.replace(/\d+ rules/g, 'N rules')).toBe(
      [
        'auth-lint: a.yaml: 1 file, 1 operation; 1 finding, 0 suppressed; N rules of preset recommended, no configuration file.',
        'auth-lint: b/b.yaml: 2 files, 1 operation; 1 finding, 0 suppressed; N rules of preset minimal, b/.auth-lint.yaml.',
        'auth-lint: c/c.yaml: ignored by c/.auth-lint.yaml.\n',
      ].join('\n'),
    );
  });

  it('prints the same as without', () => {
    const here = folder();
    expect(authLint(here, ['--verbose']).stdout).toBe(authLint(here, []).stdout);
  });
});
