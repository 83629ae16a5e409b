import { describe, expect, it } from 'vitest';
import type { Challenge, Part } from '../../../linter/http/challenge.ts';
import { parseChallenges } from '../../../linter/http/parse-challenges.ts';

/** The parts of a challenge as they are written, and what its values say: `Basic realm="x"` → `Basic | realm="x" → x`. */
function parts(text: string, { scheme, token68, params }: Challenge): string {
  const written = ({ range }: Part) => text.slice(range.start, range.end);
  const shown = params.map(({ name, value }) => {
    const end = value.quoted ? `${written(value)} → ${value.content}` : written(value);
    return `${written(name)}=${end}`;
  });
  return [written(scheme), ...(token68 ? [`<${written(token68)}>`] : []), ...shown].join(' | ');
}

const apps = 'Newauth | realm="apps" → apps | type=1 | title="Login to \\"apps\\"" → Login to "apps"';

const legal: readonly (readonly [from: string, text: string, challenges: readonly string[]])[] = [
  [
    'RFC 9110 §11.6.1',
    'Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\""',
    ['Basic | realm="simple" → simple', apps],
  ],
  [
    'RFC 9110 §11.6.1, with empty members',
    ',, Basic ,realm="simple" , ,, Newauth realm="apps",type=1\t,,\ttitle="Login to \\"apps\\"", ,',
    ['Basic | realm="simple" → simple', apps],
  ],
  ['RFC 9110 §11.2, blanks around =', 'Basic realm = "a", b\t=\tc', ['Basic | realm="a" → a | b=c']],
  [
    'RFC 7616 §3.9.1',
    'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS", Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"',
    [
      'Digest | realm="http-auth@example.org" → http-auth@example.org | qop="auth, auth-int" → auth, auth-int | algorithm=SHA-256 | nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v" → 7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v | opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS" → FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS',
      'Digest | realm="http-auth@example.org" → http-auth@example.org | qop="auth, auth-int" → auth, auth-int | algorithm=MD5 | nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v" → 7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v | opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS" → FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS',
    ],
  ],
  ['RFC 7617 §2.1', 'Basic realm="foo", charset="UTF-8"', ['Basic | realm="foo" → foo | charset="UTF-8" → UTF-8']],
  ['RFC 6750 §3', 'Bearer realm="example"', ['Bearer | realm="example" → example']],
  [
    'RFC 6750 §3',
    'Bearer realm="example", error="invalid_token", error_description="The access token expired"',
    [
      'Bearer | realm="example" → example | error="invalid_token" → invalid_token | error_description="The access token expired" → The access token expired',
    ],
  ],
  ['RFC 9449 §7.1', 'DPoP algs="ES256 PS256"', ['DPoP | algs="ES256 PS256" → ES256 PS256']],
  ['RFC 9449 §7.2', 'Bearer, DPoP algs="ES256 PS256"', ['Bearer', 'DPoP | algs="ES256 PS256" → ES256 PS256']],
  ['one error for each scheme', 'Bearer error="x", DPoP error="x"', ['Bearer | error="x" → x', 'DPoP | error="x" → x']],
  [
    'RFC 9470 §3',
    'Bearer error="insufficient_user_authentication", acr_values="myACR", max_age="5"',
    ['Bearer | error="insufficient_user_authentication" → insufficient_user_authentication | acr_values="myACR" → myACR | max_age="5" → 5'],
  ],
  [
    'RFC 9728 §5.1',
    'Bearer resource_metadata="https://resource.example.com/.well-known/oauth-protected-resource"',
    [
      'Bearer | resource_metadata="https://resource.example.com/.well-known/oauth-protected-resource" → https://resource.example.com/.well-known/oauth-protected-resource',
    ],
  ],
  [
    'RFC 9577 §2.1',
    'PrivateToken challenge="abc...", token-key="123...", PrivateToken challenge="def...", token-key="234..."',
    [
      'PrivateToken | challenge="abc..." → abc... | token-key="123..." → 123...',
      'PrivateToken | challenge="def..." → def... | token-key="234..." → 234...',
    ],
  ],
  ['two realms of one scheme', 'Basic realm="a", Basic realm="b"', ['Basic | realm="a" → a', 'Basic | realm="b" → b']],
  ['commas and escapes in quotes', 'Basic realm="a, b=\\"c\\" \\\\"', ['Basic | realm="a, b=\\"c\\" \\\\" → a, b="c" \\']],
  ['characters beyond ASCII in quotes', 'Basic realm="Café “x”"', ['Basic | realm="Café “x”" → Café “x”']],
  ['schemes alone', 'Negotiate, NTLM', ['Negotiate', 'NTLM']],
  ['token68', 'Negotiate YII=, Basic abc==, Foo a/b+c', ['Negotiate | <YII=>', 'Basic | <abc==>', 'Foo | <a/b+c>']],
  ['token68 that looks like a parameter without value', 'Foo abc=', ['Foo | <abc=>']],
  ['token68 by the name of a parameter', 'Negotiate realm=', ['Negotiate | <realm=>']],
  ['token68 by the name of a scheme', 'Foo Basic=', ['Foo | <Basic=>']],
  ['a parameter, as a token68 has = only at its end', 'Foo abc=d', ['Foo | abc=d']],
  ['a parameter, as a token68 is not followed by more', 'Foo abc= d', ['Foo | abc=d']],
  ['an apostrophe in a token', "Foo a='b, c=d'", ["Foo | a='b | c=d'"]],
  ['an empty value', 'Basic realm=""', ['Basic | realm="" → ']],
  ['a repeated parameter, which is no matter of syntax', 'Foo a=1, A=2', ['Foo | a=1 | A=2']],
  ['names of object members', '__proto__ constructor=1, toString', ['__proto__ | constructor=1', 'toString']],
  [
    'GNAP, however it is written (RFC 9635 §7.2)',
    'GNAP as_uri=https://server.example/tx\n;access=FWWIKYBQ6U56NL1\n;referrer=https://rs.example\n',
    ['GNAP | as_uri=https://server.example/tx | access=FWWIKYBQ6U56NL1 | referrer=https://rs.example'],
  ],
];

describe('a legal field value', () => {
  it.each(legal)('%s: %s', (_, text, expected) => {
    const { challenges, problems } = parseChallenges(text);
    expect(challenges.map((challenge) => parts(text, challenge))).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it('has offsets for each part', () => {
    const { challenges } = parseChallenges(' Basic realm="a\\"b" , Foo YII= ,');
    expect(challenges).toEqual([
      {
        scheme: { text: 'Basic', range: { start: 1, end: 6 } },
        token68: undefined,
        params: [
          {
            name: { text: 'realm', range: { start: 7, end: 12 } },
            value: { text: '"a\\"b"', range: { start: 13, end: 19 }, quoted: true, content: 'a"b' },
            range: { start: 7, end: 19 },
          },
        ],
        range: { start: 1, end: 19 },
      },
      {
        scheme: { text: 'Foo', range: { start: 22, end: 25 } },
        token68: { text: 'YII=', range: { start: 26, end: 30 } },
        params: [],
        range: { start: 22, end: 30 },
      },
    ]);
  });
});
