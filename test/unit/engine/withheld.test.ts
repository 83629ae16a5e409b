import { describe, expect, it } from 'vitest';
import { type FixScope, fixAll, Linter } from '../../../linter/index.ts';
import { applyEdits } from '../../../linter/text/edit.ts';
import { allRulesOn, uriOf } from '../../support/memory-files.ts';
import { schemes } from '../support/descriptions.ts';

/** A response whose misspelt header can be renamed. */
const good = '{description: No, headers: {WWW_Authenticate: {required: true, schema: {type: string}}}}';

/** One whose header is no header at all: by its right name that would be found, and nobody can tell what it was to be. */
const bad = '{description: No, headers: {WWW_Authenticate: text}}';

const head = 'openapi: 3.1.0\ninfo: {title: Pets}\nsecurity:\n  - bearer: []\npaths:\n';

function description(count: number, isBad: (index: number) => boolean): string {
  const paths = Array.from(
    { length: count },
    (_, index) => `  /pets/${index}:\n    get:\n      responses:\n        '401': ${isBad(index) ? bad : good}\n`,
  );
  return head + paths.join('') + schemes;
}

/** What fix-all does with a description, and what it logs. */
async function outcomeOf(text: string, scope: FixScope = {}) {
  const log: string[] = [];
  const linter = new Linter({
    read: (uri) => (uri === uriOf('openapi.yaml') ? { text } : { problem: 'missing' }),
    settings: () => ({ ...allRulesOn, below: { preset: 'recommended', rules: new Map() } }),
    log: (message) => log.push(message),
  });
  const { files, applied, withheld } = await fixAll(linter, [uriOf('openapi.yaml')], scope);
  return {
    text: applyEdits(
      text,
      files.flatMap(({ edits }) => edits),
    ),
    applied,
    withheld,
    log,
  };
}

describe('fixes that fail their proof', () => {
  it('are withheld, and all others applied', async () => {
    const { text, applied, withheld, log } = await outcomeOf(description(40, (index) => index === 17));
    expect(applied).toBe(39);
    expect(text).toBe(description(40, (index) => index === 17).replaceAll(good, good.replace('WWW_', 'WWW-')));
    expect(withheld.map(({ rule, pointer, reason }) => ({ rule, pointer, reason }))).toEqual([
      {
        rule: 'misspelt-www-authenticate',
        pointer: '/paths/~1pets~117/get/responses/401/headers/WWW_Authenticate',
        reason: expect.stringContaining('invalid-www-authenticate-type would be found in openapi.yaml'),
      },
    ]);
    expect(log).toEqual([
      expect.stringMatching(/^the fix “Rename to WWW-Authenticate” of misspelt-www-authenticate in .*openapi\.yaml was withheld: /),
    ]);
  });

  it.each([[0], [39]])('may be the first or the last (%i)', async (place) => {
    const { applied, withheld } = await outcomeOf(description(40, (index) => index === place));
    expect({ applied, withheld: withheld.length }).toEqual({ applied: 39, withheld: 1 });
  });

  it('may be several, or all', async () => {
    const some = await outcomeOf(description(40, (index) => index % 9 === 4));
    expect({ applied: some.applied, withheld: some.withheld.length }).toEqual({ applied: 36, withheld: 4 });
    const all = await outcomeOf(description(5, () => true));
    expect({ ...all, log: [] }).toMatchObject({ text: description(5, () => true), applied: 0 });
    expect(all.withheld).toHaveLength(5);
  });

  it('leave nothing that could be fixed when they are many', async () => {
    const { applied, withheld } = await outcomeOf(description(120, (index) => index % 5 === 1));
    expect({ applied, withheld: withheld.length }).toEqual({ applied: 96, withheld: 24 });
  });

  it('are all those that show the same to be wrong with a text that was there', async () => {
    const without = description(40, () => false).replaceAll(
      /\n {8}'401': .*(?=\n {2}\/pets\/\d*[02468]:)/g,
      " {'200': {description: Fine}}",
    );
    const text = `${without}  responses:\n    Unauthorized: ${bad.replace('WWW_', 'WWW-')}\n`;
    const { applied, withheld } = await outcomeOf(text);
    expect(text.match(/responses: \{'200'/g)).toHaveLength(19);
    expect({ applied, withheld: withheld.map(({ rule }) => rule) }).toEqual({ applied: 21, withheld: Array(19).fill('missing-401') });
  });

  it('are not those that write the same elsewhere', async () => {
    const dangling = good.replace('{required', '{$ref: , required');
    const text = description(4, (index) => index === 1).replace(bad, dangling);
    const { applied, withheld } = await outcomeOf(text);
    expect(applied).toBe(3);
    expect(withheld.map(({ reason }) => reason)).toEqual([expect.stringContaining('unresolved-reference would be found')]);
  });

  it('are tried again when others may have been at fault', async () => {
    // The example that a new 401 has for the scheme does not fit its name, which another fix corrects at the same time.
    const text = `openapi: 3.1.0\ninfo: {title: Pets}\nsecurity: [{odd: []}]\npaths:\n  /pets:\n    get: {}\ncomponents:\n  securitySchemes:\n    odd: {type: http, scheme: Token}\n`;
    const outcome = await outcomeOf(text, { suggestions: true });
    expect(outcome.withheld).toEqual([]);
    expect(outcome.text).toContain('scheme: bearer}');
    expect(outcome.text).toContain('example: Bearer realm="Pets"');
  });

  it('are none where all is well', async () => {
    const { applied, withheld, log } = await outcomeOf(description(40, () => false));
    expect({ applied, withheld, log }).toEqual({ applied: 40, withheld: [], log: [] });
  });
});
