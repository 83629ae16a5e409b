import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseWithYaml, stringify } from 'yaml';
import { parse } from '../../../linter/syntax/parse.ts';
import { jsonTexts } from '../support/json-texts.ts';
import { lines } from '../support/lines.ts';
import { jsonValue, yamlValue } from '../support/plain-value.ts';
import { yamlTexts } from '../support/yaml-texts.ts';

describe('what a text means', () => {
  it('is what JSON.parse says of JSON', () => {
    fc.assert(
      fc.property(jsonTexts, (text) => {
        expect(jsonValue(text)).toEqual(JSON.parse(text.replace('\uFEFF', '')));
        expect(parse(text, 'json').problems).toEqual([]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('is what another reader of YAML says', () => {
    fc.assert(
      fc.property(yamlTexts, (text) => {
        expect(yamlValue(text)).toEqual(parseWithYaml(text, { merge: true }));
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('is the same for one value written as YAML and as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(yamlValue(stringify(plain))).toEqual(plain);
        expect(jsonValue(JSON.stringify(plain))).toEqual(plain);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('is the same when JSON is read as YAML', () => {
    expect(yamlValue('{\n\t"a": [1, "x\\u00e9\\n"],\n\t"b": {"c": null}}')).toEqual({ a: [1, 'xé\n'], b: { c: null } });
  });
});

describe('parts of YAML that are rarely met', () => {
  it('of several documents the first is read', () => {
    expect(yamlValue(lines('a: 1', '---', 'b: 2'))).toEqual({ a: 1 });
    expect(yamlValue(lines('---', 'a: 1', '...', 'b: 2'))).toEqual({ a: 1 });
    expect(yamlValue(lines('# only a comment', '---', 'a: 1'))).toEqual({ a: 1 });
  });

  it('directives and tags', () => {
    expect(yamlValue(lines('%YAML 1.2', '%TAG ! tag:example.com,2026:', '---', 'a: !pet x', 'b: !!str 1', 'c: !!int "3"'))).toMatchObject({
      a: 'x',
      b: '1',
    });
    expect(yamlValue(lines('a: !!set {x, y}'))).toEqual({ a: { x: null, y: null } });
  });

  it('words that are truth values only in YAML 1.1', () => {
    expect(yamlValue('a: [yes, no, on, off, y, 0777, 1_000]')).toEqual({ a: ['yes', 'no', 'on', 'off', 'y', 777, '1_000'] });
  });

  it('dates, big numbers and infinities are no reason to fail', () => {
    expect(yamlValue('a: [2020-01-01, 100000000000000000000000000000, .inf, .nan, 0o17]')).toMatchObject({
      a: ['2020-01-01', 1e29, Infinity, NaN, 15],
    });
  });

  it('tabs where they are allowed', () => {
    expect(yamlValue('a:\t1\nb:\t\n\t\n  c: 2\t# x\n')).toEqual({ a: 1, b: { c: 2 } });
  });

  it('line ends that are none: U+2028 and U+0085', () => {
    expect(yamlValue('a: x\u2028y\nb: x\u0085y\n')).toEqual({ a: 'x\u2028y', b: 'x\u0085y' });
    expect(jsonValue('{"a": "x\u2028y"}')).toEqual({ a: 'x\u2028y' });
  });
});

describe('JSON as people write it', () => {
  it.each([
    ['{"a": 1, // c\n "b": 2}', { a: 1, b: 2 }],
    ['{"a": 1,}', { a: 1 }],
    ['{"a": [1, 2,]}', { a: [1, 2] }],
    ['{"a": 1 "b": 2}', { a: 1, b: 2 }],
    ['{"a": {"b": 1}', { a: { b: 1 } }],
    ['{"a": 1} rest', { a: 1 }],
  ])('is read and reported: %s', (text, value) => {
    expect(jsonValue(text)).toEqual(value);
    expect(parse(text, 'json').problems.length).toBeGreaterThan(0);
  });
});
