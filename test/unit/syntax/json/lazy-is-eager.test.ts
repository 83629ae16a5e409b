import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../../linter/syntax/json/lazy-json.ts';
import { skimText } from '../../../../linter/syntax/json/skim.ts';
import { parseWholeJson } from '../../../../linter/syntax/json/whole-json.ts';
import { jsonTexts } from '../../support/json-texts.ts';
import { mutated, mutations } from './mutations.ts';
import { snapshot } from './tree-snapshot.ts';

function expectSame(text: string): void {
  expect(snapshot(parseJson(text))).toStrictEqual(snapshot(parseWholeJson(text)));
}

const manyEscapes = '\\n\\u00e9'.repeat(200);
const manyKeys = Array.from({ length: 90 }, (_, place) => `"k${place % 70}": ${place}`).join(', ');

const valid = [
  '{}',
  '[]',
  'null',
  ' true ',
  'false\n',
  '"root"',
  '-0',
  '[0, -0, 1e400, -1e400, 1E+2, 1e-2, 0.5, -1.25e3, 12345678901234567890, 1.0]',
  '[true, false, null, [], {}, [[]], [{}], "", [ ], { }]',
  '\uFEFF{"a": 1}',
  '\uFEFF \t\r\n[1]',
  '{\r\n\t"a" :\t1 ,\r\n  "b"\r\n:\r\n[ 1\n,\r2 ]\n}\r\n',
  '{"": {"": [""]}, "a": ""}',
  '{"__proto__": {"constructor": 1}, "constructor": 2, "hasOwnProperty": 3, "toString": []}',
  '{"a": 1, "b": 2, "a": {"c": 3, "c": [4]}, "b": 5}',
  `{${manyKeys}, "deep": {"deeper": {${manyKeys}}}}`,
  '["\\"", "\\\\", "\\/", "\\b\\f\\n\\r\\t", "\\u0041\\u00e9\\uD83D\\uDE00", "\\uD800", "\\udfff\\uDBFF", "\\u0000"]',
  '{"\\u0061": 1, "a": 2, "\\"": 3, "a\\\\": 4, "a long key that has an \\u0065scape": 5}',
  '["exactly 12 ..", "exactly 13 ...", "one that is longer \\"quoted\\" \\\\", "\\\\\\\\"]',
  '["😀", "\uD800", "\u2028\u2029\u0085\u007f\u00a0", "中文 🎉 of some length"]',
  '{"{": "}", "[": "]", ",": ":", "//": "/* none */"}',
  `["${manyEscapes}", "${manyEscapes}", {"${manyEscapes}": "${manyEscapes}", "b": 1}, {"a": 1, "${manyEscapes}" : {}}]`,
  `"${manyEscapes}"`,
  `[${'1,'.repeat(100)}{"a": [${'"s" , '.repeat(100)}2]}, ${'[],'.repeat(40)}3]`,
  `${'[{"a":'.repeat(50)}1${'}]'.repeat(50)}`,
];

const broken = [
  '',
  ' ',
  '\uFEFF',
  '{',
  '[',
  '"',
  '{"a"',
  '{"a":',
  '{"a":1',
  '{"a":1,',
  '{"a":1,}',
  '[1,]',
  '[,1]',
  '{,}',
  '[1 2]',
  '{"a" 1}',
  '{"a":1 "b":2}',
  '{"a"::1}',
  '{a:1}',
  '{1:1}',
  "{'a':1}",
  '{"a":}',
  '[}',
  '{]',
  '[1}',
  '{"a":1]',
  '{} {}',
  '{}x',
  '[]]',
  '1 2',
  ' \uFEFF{}',
  '{}\uFEFF',
  '\uFEFF\uFEFF{}',
  '[\u00a01]',
  '[\f1]',
  '[01]',
  '[+1]',
  '[.5]',
  '[1.]',
  '[1e]',
  '[1e+]',
  '[-]',
  '[--1]',
  '[0x1]',
  '[NaN]',
  '[Infinity]',
  '[True]',
  '[nul]',
  '[nulll]',
  '[true1]',
  '["\\x"]',
  '["\\u12"]',
  '["\\u12g4"]',
  '["\\"]',
  '["a\tb"]',
  '["a\nb"]',
  '["\u0000"]',
  '["\u001f"]',
  `["${manyEscapes}\\x"]`,
  `["${manyEscapes}\n"]`,
  `["${manyEscapes}`,
  `{"${manyEscapes}" 1}`,
  `{"${manyEscapes}" 11}`,
  `[1 "${manyEscapes}"]`,
  '{} // comment',
  '/* comment */ {}',
  '{"a": 1, // comment\n "b": [2, /* two */]}',
];

describe('the lazy tree is the eager one', () => {
  it.each(valid)('%j', (text) => {
    expect(skimText(text)).toBeDefined();
    expectSame(text);
  });

  it.each(broken)('in spite of mistakes: %j', (text) => {
    expect(skimText(text)).toBeUndefined();
    expectSame(text);
  });

  it('of any JSON', () => {
    fc.assert(fc.property(jsonTexts, expectSame), { seed: 11, numRuns: 300 });
  });

  it('of JSON after mutations', () => {
    fc.assert(
      fc.property(jsonTexts, fc.array(mutations, { minLength: 1, maxLength: 3 }), (text, changes) =>
        expectSame(changes.reduce(mutated, text)),
      ),
      { seed: 12, numRuns: 600 },
    );
  });

  it('takes for JSON what JSON.parse takes', () => {
    fc.assert(
      fc.property(jsonTexts, mutations, (text, change) => {
        const after = mutated(text, change).replace(/^\uFEFF/, '');
        expect(skimText(after) !== undefined).toBe(isJson(after));
      }),
      { seed: 13, numRuns: 1000 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
