import { describe, expect, it } from 'vitest';
import { exampleParam } from '../../../linter/fixes/challenge-text.ts';
import { registeredAuthSchemes } from '../../../linter/http/auth-schemes.ts';
import { challengeRules } from '../../../linter/http/scheme-parameters.ts';
import { fixAll, noChoices } from '../../../linter/index.ts';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';

const challengeRuleIds = [
  'missing-www-authenticate',
  'duplicate-www-authenticate',
  'optional-www-authenticate',
  'invalid-www-authenticate-type',
  'invalid-challenge',
  'challenge-scheme-mismatch',
  'unregistered-challenge-scheme',
  'missing-challenge-parameter',
  'invalid-challenge-parameter',
  'challenge-status-mismatch',
];

const schemes = [...registeredAuthSchemes, 'bearer', 'AWS4-HMAC-SHA256', 'Hawk'].filter((scheme) => scheme !== 'Concealed');
const titles = ['Pets', '', '"\\"', 'Träume, "quoted" = \\ und; mehr', 'a\tb\u0000c', '日本', 'x'.repeat(3000)];

describe('the challenge that fixes write', () => {
  it.each(schemes)('for %s is one that no rule speaks of, whatever the title is', async (scheme) => {
    for (const title of titles) {
      const memory = new MemoryFiles({
        'openapi.json': JSON.stringify({
          openapi: '3.1.0',
          info: { title, version: '1' },
          security: [{ s: [] }],
          paths: { '/a': { get: { responses: { '401': { description: 'No' } } } } },
          components: { securitySchemes: { s: { type: 'http', scheme } } },
        }),
      });
      memory.settings = { ...memory.settings, above: { ...noChoices, only: challengeRuleIds } };
      memory.apply((await fixAll(memory.linter, [uriOf('openapi.json')])).files);
      expect(memory.text('openapi.json')).toContain('"example":');
      expect((await memory.findings('openapi.json')).map(({ message }) => message)).toEqual([]);
    }
  });

  it.each(['beaer', 'Bearer <token>', 'bearerAuth'])('has the right name of the scheme where the description has %s', async (scheme) => {
    const memory = new MemoryFiles({
      'openapi.yaml': `openapi: 3.1.0
security: [{s: []}]
paths: {/a: {get: {responses: {'401': {description: No}}}}}
components: {securitySchemes: {s: {type: http, scheme: ${scheme}}}}
`,
    });
    memory.apply((await fixAll(memory.linter, [uriOf('openapi.yaml')])).files);
    expect(memory.text('openapi.yaml')).toContain('example: Bearer realm="api"');
  });

  it('has an example of every parameter that a scheme demands', () => {
    for (const scheme of registeredAuthSchemes)
      for (const name of challengeRules(scheme)?.required ?? []) expect(exampleParam(scheme, name, 'x')).toMatch(new RegExp(`^${name}=.`));
  });
});
