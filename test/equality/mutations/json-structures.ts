import type { Random } from '../../support/random.ts';
import { type Mutation, replaced, type Stretch } from './random-places.ts';

const oddJson: readonly string[] = [
  ...[
    '',
    ' ',
    'null',
    'true',
    'false',
    'nul',
    'tru',
    'true1',
    'nulll',
    'True',
    'NaN',
    'Infinity',
    'undefined',
    'abc',
    '$',
    '_',
    '@',
    '#',
    '# a',
    "'a'",
    '`a`',
  ],
  ...[
    '0',
    '-0',
    '-',
    '+1',
    '01',
    '1.',
    '.5',
    '1.5',
    '1e3',
    '1E+3',
    '1e',
    '1e+',
    '-1.5e-3',
    '1e400',
    '0x1F',
    '1_000',
    '12345678901234567890',
    '1 2',
    '--1',
    '1a',
    '1.a',
  ],
  ...[
    '""',
    '"a"',
    '"',
    '"a',
    'a"',
    '"a\nb"',
    '"a\tb"',
    '"\\n"',
    '"\\q"',
    '"\\u0041"',
    '"\\u00"',
    '"\\ud83d\\ude00"',
    '"\\ud800"',
    '"\\',
    '"\\"',
    '"\\\\"',
    '"\0"',
    '"\u2028"',
    '"😀"',
    '"\ud800"',
    '"//"',
    '"/*"',
    '"{"',
    '"]"',
    '"a" "b"',
  ],
  ...[
    '{}',
    '{ }',
    '[]',
    '[ ]',
    '{',
    '}',
    '[',
    ']',
    '{]',
    '[}',
    '{,}',
    '[,]',
    '[1,]',
    '[,1]',
    '[1 2]',
    '[1,,2]',
    '{"a"}',
    '{"a":}',
    '{"a" 1}',
    '{"a"::1}',
    '{"a":1,}',
    '{,"a":1}',
    '{"a":1 "b":2}',
    '{"a":1,"a":2}',
    '{a:1}',
    '{1:2}',
    '{null:1}',
  ],
  ...[
    '{"":0}',
    '{"__proto__":{}}',
    '{"constructor":1}',
    '{"a":{"b":[{"c":[]}]}}',
    '[[[[]]]]',
    '[[',
    ']]',
    '{"a":{',
    '}}',
    '{"a":[1,{"b":2}',
    '{"a\\u0062":1}',
    '{"<<":{"a":1}}',
    '[1]:2',
    '{[1]:2}',
    '{{}:1}',
    '{"a":1}}',
    '{} {}',
    '[] 1',
  ],
  ...[
    '//',
    '// a',
    '//\n',
    '/*',
    '/**/',
    '/* a */',
    '/*/',
    '*/',
    '/',
    '/* a\nb */',
    '// a\r',
    '/*"*/',
    ',',
    ',,',
    ':',
    '::',
    ';',
    '\\',
    '\uFEFF',
    '\0',
    '\u00a0',
    '\u2028',
    '\u0085',
    '\t',
    '\r',
    '\v',
    '\f',
    '😀',
    '\ud800',
    '\x7f',
  ],
];

/** The tokens of a text, roughly. */
function someToken(text: string, random: Random): Stretch | undefined {
  // Long texts are looked at in part.
  const from = Math.max(0, random.below(text.length + 1) - 500);
  const tokens = [...text.slice(from, from + 1000).matchAll(/"(?:[^"\\\n]|\\.)*"?|[{}[\],:]|[^\s"{}[\],:]+/g)];
  if (tokens.length === 0) return undefined;
  const { 0: token, index } = random.pick(tokens);
  return { start: from + index, end: from + index + token.length };
}

/** A mutation of a token. */
const ofToken =
  (change: (token: Stretch, text: string, random: Random) => string): Mutation =>
  (text, random) => {
    const token = someToken(text, random);
    return token ? change(token, text, random) : text;
  };

/** Changes that know tokens. */
export const jsonMutations: readonly Mutation[] = [
  ofToken((token, text) => replaced(text, token, '')),
  ofToken((token, text, random) => replaced(text, token, random.pick(oddJson))),
  ofToken(({ start }, text, random) => replaced(text, { start, end: start }, random.pick(oddJson))),
  ofToken(({ end }, text, random) => replaced(text, { start: end, end }, random.pick(oddJson))),
  ofToken(({ end }, text, random) =>
    replaced(text, { start: end, end }, random.pick([',', ', ', ': ', '']) + random.pick(oddJson) + random.pick([',', ''])),
  ),
  ofToken(({ start, end }, text) => replaced(text, { start, end: start }, text.slice(start, end))),
  ofToken(({ start, end }, text, random) => replaced(text, { start: random.chance(0.5) ? start + 1 : start, end: end - 1 }, '')),
  ofToken((one, text, random) => {
    const other = someToken(text, random);
    return other ? replaced(text, one, text.slice(other.start, other.end)) : text;
  }),
  // A member more: now and then one that is there already.
  ofToken(({ end }, text, random) =>
    replaced(
      text,
      { start: end, end },
      `,${random.pick(['"a"', '"get"', '"401"', '"$ref"', '""', '"__proto__"'])}:${random.pick(oddJson)}`,
    ),
  ),
];

const validValues: readonly string[] = [
  ...[
    'null',
    'true',
    'false',
    '0',
    '-0',
    '-1.5e-3',
    '1E+3',
    '1e400',
    '12345678901234567890',
    '""',
    '"a"',
    '"\\n"',
    '"\\u0041"',
    '"\\ud83d\\ude00"',
    '"\\ud800"',
  ],
  ...[
    '"\\\\"',
    '"\\""',
    '"\u2028"',
    '"\ud800"',
    '"// a"',
    '"/*"',
    '"{"',
    '"]"',
    '":"',
    '"\x7f"',
    '"\\/"',
    '{}',
    '[]',
    '{ }',
    '[\n]',
    '{"":{}}',
    '{"a":1,"a":2}',
  ],
  ...[
    '{"__proto__":{"a":1}}',
    '{"constructor":[]}',
    '[[],{}]',
    '[[[1]],[{"a":[null]}]]',
    '{"a\\u0062":1,"ab":2}',
    '{"<<":{"a":1}}',
    '{"401":401}',
    '{"a" : [ 1 , 2 ] }',
  ],
];

/** Changes after which a text is as right as it was. */
export const rightJsonMutations: readonly Mutation[] = [
  // Blanks and line ends between tokens.
  (text, random) =>
    text.replaceAll(/(?<=[{[,])(?=["{[\]}]|$)/g, () => (random.chance(0.1) ? random.pick([' ', '\n', '\r\n', '\t', '\r', '   ']) : '')),
  (text, random) => text.replaceAll(/(?<=")(?=:)/g, () => (random.chance(0.2) ? random.pick([' ', '\n', '\t']) : '')),
  (text, random) => text.replaceAll(/(?<=": *)(?=["{[])/g, () => (random.chance(0.1) ? random.pick([' ', '\n', '\t']) : '')),
  // Other values, and a member or an item more.
  (text, random) =>
    replaceOne(text, random, /(?<=": ?)(?:"(?:[^"\\\n]|\\.)*"|-?\d+|true|false|null|\{\}|\[\])(?=\s*[,}\]])/g, () =>
      random.pick(validValues),
    ),
  (text, random) =>
    replaceOne(
      text,
      random,
      /(?<=\{)(?=\s*")/g,
      () => `${random.pick(['"a"', '"get"', '"401"', '"\\u0067et"', '""', '"__proto__"'])}:${random.pick(validValues)},`,
    ),
  (text, random) => replaceOne(text, random, /(?<=\[)(?=\s*["{[\d])/g, () => `${random.pick(validValues)},`),
];

function replaceOne(text: string, random: Random, pattern: RegExp, by: () => string): string {
  const all = [...text.matchAll(pattern)];
  if (all.length === 0) return text;
  const { 0: match, index } = random.pick(all);
  return replaced(text, { start: index, end: index + match.length }, by());
}
