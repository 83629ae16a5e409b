import { describe, expect, it } from 'vitest';
import type { ChallengeProblemKind } from '../../../linter/http/challenge.ts';
import { parseChallenges } from '../../../linter/http/parse-challenges.ts';
import { contentOf, printChallenges } from '../../../linter/http/print-challenges.ts';
import { applyEdits } from '../../../linter/text/edit.ts';

/** A value, what is marked in it, the value after the repair (if there is one), and what was read of it all the same. */
type Case = readonly [text: string, kind: ChallengeProblemKind, marked: string, repaired: string | undefined, read: string];

const cases: readonly Case[] = [
  ['', 'empty', '', undefined, ''],
  [' , ', 'empty', ' , ', undefined, ''],
  ['realm="x", error="y"', 'missing-scheme', 'realm="x", error="y"', undefined, ''],
  ['realm="x", Basic realm="y"', 'missing-scheme', 'realm="x"', undefined, 'Basic realm="y"'],
  ['Bearer, error="x"', 'comma-after-scheme', ',', 'Bearer error="x"', 'Bearer error="x"'],
  ['Basic, ,realm="x", a=b', 'comma-after-scheme', ', ,', 'Basic realm="x", a=b', 'Basic realm="x", a=b'],
  ['HOBA: challenge="x", max-age=1', 'colon', ':', 'HOBA challenge="x", max-age=1', 'HOBA challenge="x", max-age=1'],
  ['Bearer:realm="x"', 'colon', ':', 'Bearer realm="x"', 'Bearer realm="x"'],
  ['Bearer realm: "x"', 'colon', ':', 'Bearer realm="x"', 'Bearer realm="x"'],
  ['Bearer realm="x", error:y', 'colon', ':', 'Bearer realm="x", error=y', 'Bearer realm="x", error=y'],
  ['Bearer realm="x", own: "y"', 'colon', ':', 'Bearer realm="x", own="y"', 'Bearer realm="x", own="y"'],
  ['Basic realm="x", Bearer: realm="y"', 'colon', ':', 'Basic realm="x", Bearer realm="y"', 'Basic realm="x", Bearer realm="y"'],
  ['WWW-Authenticate: Bearer realm="x"', 'header-name', 'WWW-Authenticate:', 'Bearer realm="x"', 'Bearer realm="x"'],
  ['proxy_authenticate : Basic', 'header-name', 'proxy_authenticate :', 'Basic', 'Basic'],
  ['Basic, WWW-Authenticate: Bearer', 'header-name', 'WWW-Authenticate:', 'Basic, Bearer', 'Basic, Bearer'],
  ['Bearer realm=My API', 'unquoted-value', 'My API', 'Bearer realm="My API"', 'Bearer realm="My API"'],
  [
    'Bearer realm=https://a.b/c?d=e, f=g',
    'unquoted-value',
    'https://a.b/c?d=e',
    'Bearer realm="https://a.b/c?d=e", f=g',
    'Bearer realm="https://a.b/c?d=e", f=g',
  ],
  ['Bearer scope=a:b c:d', 'unquoted-value', 'a:b c:d', 'Bearer scope="a:b c:d"', 'Bearer scope="a:b c:d"'],
  ['PrivateToken challenge=AAE=', 'unquoted-value', 'AAE=', 'PrivateToken challenge="AAE="', 'PrivateToken challenge="AAE="'],
  ['Bearer a=b=c', 'unquoted-value', 'b=c', 'Bearer a="b=c"', 'Bearer a="b=c"'],
  ['Bearer realm=Café', 'unquoted-value', 'Café', 'Bearer realm="Café"', 'Bearer realm="Café"'],
  ['Bearer error=x Basic', 'unquoted-value', 'x Basic', undefined, 'Bearer error="x Basic"'],
  ['Bearer realm="x', 'unterminated-quote', '"x', 'Bearer realm="x"', 'Bearer realm="x"'],
  ['Bearer realm="x ', 'unterminated-quote', '"x', 'Bearer realm="x" ', 'Bearer realm="x"'],
  ['Bearer realm="', 'unterminated-quote', '"', 'Bearer realm=""', 'Bearer realm=""'],
  ['Bearer realm="x\\', 'unterminated-quote', '"x\\', undefined, 'Bearer realm="x\\\\"'],
  ['Basic realm="x"Basic', 'unterminated-quote', '"x"Basic', undefined, 'Basic realm="x\\"Basic"'],
  ['Bearer realm="x, y', 'unterminated-quote', '"x, y', undefined, 'Bearer realm="x, y"'],
  ['Bearer realm="x, error=y', 'unterminated-quote', '"x', 'Bearer realm="x", error=y', 'Bearer realm="x", error=y'],
  ['Basic realm="x, Newauth a=b', 'unterminated-quote', '"x', 'Basic realm="x", Newauth a=b', 'Basic realm="x", Newauth a=b'],
  ['Bearer realm="x, error="y"', 'unterminated-quote', '"x', 'Bearer realm="x", error="y"', 'Bearer realm="x", error="y"'],
  ['Bearer realm=x", error="y"', 'unterminated-quote', 'x"', 'Bearer realm="x", error="y"', 'Bearer realm=x, error="y"'],
  [
    'Bearer realm="the "best" API", a=b',
    'unescaped-quote',
    '"the "best" API"',
    'Bearer realm="the \\"best\\" API", a=b',
    'Bearer realm="the \\"best\\" API", a=b',
  ],
  ["Bearer realm='x'", 'single-quotes', "'x'", 'Bearer realm="x"', 'Bearer realm=x'],
  ["Bearer realm='My, API', a=b", 'single-quotes', "'My, API'", 'Bearer realm="My, API", a=b', 'Bearer realm="My, API", a=b'],
  ['Bearer realm=“My API”', 'curly-quotes', '“My API”', 'Bearer realm="My API"', 'Bearer realm="My API"'],
  ['Bearer realm=‘x’, a=b', 'curly-quotes', '‘x’', 'Bearer realm="x", a=b', 'Bearer realm=x, a=b'],
  ['Bearer realm="x" error="y"', 'missing-comma', 'error', 'Bearer realm="x", error="y"', 'Bearer realm="x", error="y"'],
  ['Bearer realm="x"error="y"', 'missing-comma', 'error', 'Bearer realm="x", error="y"', 'Bearer realm="x", error="y"'],
  ['Basic realm="x" Bearer', 'missing-comma', 'Bearer', 'Basic realm="x", Bearer', 'Basic realm="x", Bearer'],
  ['Basic realm="x" Foo a=b', 'missing-comma', 'Foo', 'Basic realm="x", Foo a=b', 'Basic realm="x", Foo a=b'],
  ['Bearer error=x Basic realm="y"', 'missing-comma', 'Basic', 'Bearer error=x, Basic realm="y"', 'Bearer error=x, Basic realm="y"'],
  ['Bearer Basic realm="x"', 'missing-comma', 'Basic', 'Bearer, Basic realm="x"', 'Bearer, Basic realm="x"'],
  ['Bearer realm="x"; error="y"', 'semicolon', ';', 'Bearer realm="x", error="y"', 'Bearer realm="x", error="y"'],
  ['Bearer; realm="x"', 'semicolon', ';', 'Bearer realm="x"', 'Bearer realm="x"'],
  ['Bearer; Basic realm="x"', 'semicolon', ';', 'Bearer, Basic realm="x"', 'Bearer, Basic realm="x"'],
  ['Bearer realm="x";', 'semicolon', ';', 'Bearer realm="x"', 'Bearer realm="x"'],
  ['Bearer realm=, error="x"', 'missing-value', 'realm=', undefined, 'Bearer realm="", error="x"'],
  ['Bearer realm= error="x"', 'missing-value', 'realm=', undefined, 'Bearer realm="", error="x"'],
  ['Foo realm=', 'missing-value', 'realm=', undefined, 'Foo realm=""'],
  ['Bearer realm', 'missing-value', 'realm', undefined, 'Bearer realm=""'],
  ['Digest realm="x", stale', 'missing-value', 'stale', undefined, 'Digest realm="x", stale=""'],
  ['Bearer realm "x"', 'missing-equals', 'realm', 'Bearer realm="x"', 'Bearer realm="x"'],
  ['Bearer realm="x", error"y"', 'missing-equals', 'error', 'Bearer realm="x", error="y"', 'Bearer realm="x", error="y"'],
  ['Bearer realm=="x"', 'stray-equals', '=', 'Bearer realm="x"', 'Bearer realm="x"'],
  ['Bearer ="x", a=b', 'stray-equals', '="x"', undefined, 'Bearer a=b'],
  ['Bearer token realm="x"', 'token68-with-params', 'token', undefined, 'Bearer token'],
  ['Negotiate abc=, realm="x"', 'token68-with-params', 'abc=', undefined, 'Negotiate abc='],
  ['Bèarer realm="x"', 'invalid-character', 'è', undefined, 'Bèarer realm="x"'],
  ['Basic é realm="x"', 'invalid-character', 'é', undefined, 'Basic, é realm="x"'],
  ['Basic a="x" é="y"', 'invalid-character', 'é', undefined, 'Basic a="x", é="y"'],
  ['https://a.b/c', 'invalid-character', '://a.b/', undefined, 'https://a.b/c'],
  ['Bearer a="b"\r\n', 'invalid-character', '\r\n', 'Bearer a="b"', 'Bearer a="b"'],
  ['Bearer a="b",\n c=d', 'invalid-character', '\n', 'Bearer a="b",  c=d', 'Bearer a="b", c=d'],
  ['Bearer a="b\nc"', 'invalid-character', '\n', 'Bearer a="b c"', 'Bearer a="b c"'],
  ['Bearer a="b\0c"', 'invalid-character', '\0', undefined, 'Bearer a="b c"'],
  ['Bearer <token>', 'unexpected-text', '<token>', undefined, 'Bearer'],
  ['Bearer https://a.b/c "x"', 'unexpected-text', 'https://a.b/c "x"', undefined, 'Bearer'],
  ['Bearer {token} or none, Basic', 'unexpected-text', '{token} or none', undefined, 'Bearer, Basic'],
  ['The access token expired', 'unexpected-text', 'token expired', undefined, 'The access'],
  ['"Bearer realm", Basic', 'unexpected-text', '"Bearer realm"', undefined, 'Basic'],
];

describe('a field value with one mistake', () => {
  it.each(cases)('%j: %s', (text, kind, marked, repaired, read) => {
    const { challenges, problems } = parseChallenges(text);
    const shown = problems.map(({ range, ...problem }) => [problem.kind, text.slice(range.start, range.end)]);
    expect(shown).toEqual([[kind, marked]]);
    expect(printChallenges(challenges.map(contentOf))).toBe(read);
    const repairs = problems.flatMap(({ repair }) => repair ?? []);
    expect(repairs.length === 0 ? undefined : applyEdits(text, repairs)).toBe(repaired);
    if (repaired !== undefined) expect(parseChallenges(repaired).problems).toEqual([]);
  });

  it('has parameters beside a token68 all the same', () => {
    const [challenge] = parseChallenges('Bearer token realm="x", error="y"').challenges;
    expect(challenge?.token68?.text).toBe('token');
    expect(challenge?.params.map(({ name }) => name.text)).toEqual(['realm', 'error']);
  });
});

describe('a field value with several mistakes', () => {
  it.each([
    ['Bearer realm=My API error="x"', ['unquoted-value', 'missing-comma'], 'Bearer realm="My API", error="x"'],
    ['Bearer realm="x error="y"', ['unterminated-quote', 'missing-comma'], 'Bearer realm="x", error="y"'],
    [
      'WWW-Authenticate: Bearer: realm=“x”; a="b',
      ['header-name', 'colon', 'curly-quotes', 'semicolon', 'unterminated-quote'],
      'Bearer realm="x", a="b"',
    ],
    ['Bearer\u00a0realm="x"', ['missing-scheme', 'invalid-character'], 'Bearer realm="x"'],
    ['Basic realm="x"\nWWW-Authenticate: Bearer', ['invalid-character', 'header-name', 'missing-comma'], 'Basic realm="x", Bearer'],
  ])('%j is right when all are repaired', (text, kinds, repaired) => {
    const { problems } = parseChallenges(text);
    expect(problems.map(({ kind }) => kind)).toEqual(kinds);
    expect(
      applyEdits(
        text,
        problems.flatMap(({ repair }) => repair ?? []),
      ),
    ).toBe(repaired);
    expect(parseChallenges(repaired).problems).toEqual([]);
  });

  it('beside a GNAP challenge keeps those of the others', () => {
    const { problems } = parseChallenges('GNAP as_uri=https://a.b/c; access=x, Bearer realm=My API');
    expect(problems.map(({ kind }) => kind)).toEqual(['unquoted-value']);
  });
});
