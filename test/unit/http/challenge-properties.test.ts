import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Challenge, ParsedChallenges } from '../../../linter/http/challenge.ts';
import { checkParams } from '../../../linter/http/check-params.ts';
import { parseChallenges } from '../../../linter/http/parse-challenges.ts';
import { type ChallengeContent, contentOf, printChallenges } from '../../../linter/http/print-challenges.ts';
import { applyEdits } from '../../../linter/text/edit.ts';

/** What field values are made of, and what gets in by mistake. */
const pieces = fc.constantFrom(
  ...['Bearer', 'Basic', 'Newauth', 'Negotiate', 'realm', 'error', 'a', 'YII', 'x', 'API', 'WWW-Authenticate', '1', '/', 'é', '\u00a0'],
  ...[' ', ' ', ' ', '\t', ',', ', ', ',', ';', '=', '=', '="', '"', '"', '\\', '\\"', ':', ': ', "'", '“', '”', '<', '\n', '\0', '://'],
);
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 14 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const tokenCharacter = fc.constantFrom(..."!#$%&'*+.^_`|~09AZaz-");
// The prefix keeps them apart from registered names, which the parser knows more about
const ownName = fc.string({ unit: tokenCharacter, maxLength: 5 }).map((rest) => `x${rest}`);
const content = fc.string({ unit: fc.constantFrom(...'aé ,;="\\\t\'“:'), maxLength: 8 });
const param = fc.oneof(
  fc.record({ name: fc.oneof(ownName, fc.constant('realm')), content, quoted: fc.constant(true) }),
  fc.record({ name: ownName, content: ownName, quoted: fc.constant(false) }),
);
const challenge: fc.Arbitrary<ChallengeContent> = fc.oneof(
  fc.record({ scheme: ownName, token68: fc.constant(undefined), params: fc.array(param, { maxLength: 3 }) }),
  fc.record({ scheme: ownName, token68: fc.stringMatching(/^x[0-9A-Za-z._~+/-]{0,5}={0,2}$/), params: fc.constant([]) }),
);

function partsOf({ scheme, token68, params }: Challenge) {
  return [scheme, ...(token68 ? [token68] : []), ...params.flatMap(({ name, value }) => [name, value])];
}

function expectConsistent(text: string, { challenges, problems }: ParsedChallenges): void {
  let end = 0;
  for (const read of challenges) {
    for (const part of partsOf(read)) {
      expect(text.slice(part.range.start, part.range.end)).toBe(part.text);
      expect(part.range.start).toBeGreaterThanOrEqual(end);
      end = part.range.end;
    }
    expect(read.range).toEqual({ start: read.scheme.range.start, end });
  }
  for (const { range, repair } of problems) {
    expect(range.end).toBeLessThanOrEqual(text.length);
    expect(range.start).toBeGreaterThanOrEqual(0);
    expect(range.end > range.start || text === '').toBe(true);
    if (repair !== undefined) expect(applyEdits(text, [repair])).not.toBe(text);
  }
}

describe('challenges of any text', () => {
  it('have parts that stand where they say, one after the other', () => {
    fc.assert(
      fc.property(anyText, (text) => expectConsistent(text, parseChallenges(text))),
      { seed: 1, numRuns: 5000 },
    );
  });

  it('are repaired in a few steps', () => {
    fc.assert(
      fc.property(anyText, (start) => {
        let text = start;
        for (let steps = 0; steps <= 3 * start.length + 3; steps++) {
          const repair = parseChallenges(text).problems.find((problem) => problem.repair !== undefined)?.repair;
          if (repair === undefined) return;
          text = applyEdits(text, [repair]);
        }
        expect.fail(`still repairing ${JSON.stringify(text)}`);
      }),
      { seed: 1, numRuns: 5000 },
    );
  });

  it('lose a problem with its repair', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { kind, range, repair } of parseChallenges(text).problems) {
          if (repair === undefined) continue;
          const { start, end } = repair.range;
          const now = range.start + (end <= range.start ? repair.text.length - (end - start) : 0);
          const repaired = applyEdits(text, [repair]);
          const marked = text.slice(range.start, range.end);
          const isLeft = parseChallenges(repaired).problems.some(
            (left) => left.kind === kind && left.range.start === now && repaired.slice(now, left.range.end) === marked,
          );
          expect(isLeft, `${kind} in ${JSON.stringify(text)} and in ${JSON.stringify(repaired)}`).toBe(false);
        }
      }),
      { seed: 1, numRuns: 5000 },
    );
  });

  it('have parameters that can be checked', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const read of parseChallenges(text).challenges) {
          for (const { repair } of checkParams(read)) if (repair) expect(applyEdits(text, [repair])).not.toBe(text);
        }
      }),
      { seed: 1 },
    );
  });

  it.each([
    ',',
    '"',
    '\\',
    'a=',
    'Bearer ',
    ' ',
    '=',
    ';',
    ':',
    "'",
    '“',
    'a="',
    '"a',
    '\\"',
    ',a=\\"',
    'a="b',
    "a='",
    'a=“',
    'x\n',
    '"a b="',
  ])(
    'are read in one go: 200 kB of %j',
    (piece) => {
      for (const start of ['', 'Bearer ', 'Bearer realm="', 'Bearer realm=']) {
        const text = start + piece.repeat(200_000 / piece.length);
        expect(parseChallenges(text).problems.length).toBeLessThanOrEqual(text.length);
      }
    },
    5_000,
  );
});

describe('printed challenges', () => {
  it('are read as what they were, without any problem', () => {
    fc.assert(
      fc.property(fc.array(challenge, { minLength: 1, maxLength: 3 }), (list) => {
        const { challenges, problems } = parseChallenges(printChallenges(list));
        expect(problems).toEqual([]);
        expect(challenges.map(contentOf)).toEqual(list);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
