import { describe, expect, it } from 'vitest';
import type { MapNode } from '../../../linter/syntax/node.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { lines } from '../support/lines.ts';
import { jsonValue, nodeAt, plainValue, yamlValue } from '../support/plain-value.ts';

const yaml = (text: string, ...path: (string | number)[]) => nodeAt(parse(text, 'yaml'), ...path) as MapNode;
const json = (text: string, ...path: (string | number)[]) => nodeAt(parse(text, 'json'), ...path) as MapNode;

describe('a key', () => {
  it.each(['401: x', '"401": x', "'401': x", '? 401\n: x', '"\\x34\\u00301": x', '!!str 401: x', '&a 401: x', '{401: x}', '{"401":x}'])(
    'is found by its text: %s',
    (text) => {
      expect(plainValue(yaml(text).get('401')?.value)).toBe('x');
    },
  );

  it.each([
    ['true: x', 'true'],
    ['null: x', 'null'],
    ['~: x', '~'],
    ['1.50: x', '1.50'],
    ['0x191: x', '0x191'],
    [': x', ''],
    ['"": x', ''],
    ['a b: x', 'a b'],
    ['a:b: x', 'a:b'],
    ['http://x: x', 'http://x'],
    ['? |\n  a\n  b\n: x', 'a\nb\n'],
    ['"a\\nb": x', 'a\nb'],
  ])('is what is written, not what it means: %j', (text, key) => {
    expect(
      yaml(text)
        .entries()
        .map((entry) => entry.key),
    ).toEqual([key]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length'])(
    'may be called %s, and is there only when it is written',
    (name) => {
      expect(yaml('a: 1\n').get(name)).toBe(undefined);
      expect(json('{"a": 1}').get(name)).toBe(undefined);
      expect(plainValue(yaml(`${name}: 1\n`).get(name)?.value)).toBe(1);
      expect(plainValue(json(`{"${name}": 1}`).get(name)?.value)).toBe(1);
    },
  );

  it('in JSON may be escaped', () => {
    expect(plainValue(json('{"\\u0034\\u00301": "x"}').get('401')?.value)).toBe('x');
  });

  it('that is no scalar is left out', () => {
    expect(
      yaml('{[a]: 1, {b: c}: 2, d: 3}')
        .entries()
        .map(({ key }) => key),
    ).toEqual(['d']);
    expect(
      yaml('? [a]\n: 1\nd: 3\n')
        .entries()
        .map(({ key }) => key),
    ).toEqual(['d']);
  });

  it('may be an alias', () => {
    expect(
      yaml('- &k key\n- *k : x\n', 1)
        .entries()
        .map(({ key }) => key),
    ).toEqual(['key']);
  });
});

describe('duplicate keys', () => {
  it.each([
    ['yaml', 'a: 1\nb: 2\n"a": 3\n'],
    ['yaml', '{a: 1, b: 2, "a": 3}'],
    ['json', '{"a": 1, "b": 2, "\\u0061": 3}'],
  ] as const)('the last one wins, written() has all (%s: %j)', (format, text) => {
    const map = nodeAt(parse(text, format)) as MapNode;
    expect(plainValue(map.get('a')?.value)).toBe(3);
    expect(map.entries().map(({ key, value }) => [key, plainValue(value)])).toEqual([
      ['a', 3],
      ['b', 2],
    ]);
    expect(map.written().map(({ key, value }) => [key, plainValue(value)])).toEqual([
      ['a', 1],
      ['b', 2],
      ['a', 3],
    ]);
    expect(parse(text, format).problems).toEqual([]);
  });

  it('are cheap to find, however many there are', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `k${index % 10_000}: ${index}`).join('\n');
    const map = yaml(many);
    expect(map.entries()).toHaveLength(10_000);
    expect(plainValue(map.get('k9999')?.value)).toBe(19_999);
  });
});

describe('merge keys', () => {
  it('bring entries, own ones win', () => {
    const text = lines('base: &base {a: 1, b: 2}', 'x:', '  b: 3', '  <<: *base');
    expect(yamlValue(text)).toMatchObject({ x: { a: 1, b: 3 } });
  });

  it('own ones win also when they stand behind', () => {
    expect(yamlValue(lines('base: &base {a: 1}', 'x:', '  <<: *base', '  a: 2'))).toMatchObject({ x: { a: 2 } });
  });

  it('of a list of maps the earlier wins', () => {
    expect(yamlValue(lines('one: &one {a: 1, b: 1}', 'two: &two {b: 2, c: 2}', 'x: {<<: [*one, *two]}'))).toMatchObject({
      x: { a: 1, b: 1, c: 2 },
    });
  });

  it('follow each other', () => {
    expect(yamlValue(lines('one: &one {a: 1}', 'two: &two {<<: *one, b: 2}', 'x: {<<: *two}'))).toMatchObject({ x: { a: 1, b: 2 } });
  });

  it('may bring a map that is written in place', () => {
    expect(yamlValue('x: {<<: {a: 1}, b: 2}')).toEqual({ x: { a: 1, b: 2 } });
  });

  it('in a circle come to an end', () => {
    expect(yamlValue(lines('x: &x', '  a: 1', '  <<: *x'))).toEqual({ x: { a: 1 } });
    expect(yamlValue(lines('x: &x', '  a: 1', '  <<: [*x, *x]'))).toEqual({ x: { a: 1 } });
  });

  it('of something else bring nothing', () => {
    expect(yamlValue('x: {<<: text, a: 1}')).toEqual({ x: { a: 1 } });
    expect(yamlValue('x: {<<: *unknown, a: 1}')).toEqual({ x: { a: 1 } });
    expect(yamlValue('x: {<<: , a: 1}')).toEqual({ x: { a: 1 } });
  });

  it('in quotes are names, and so they are in JSON', () => {
    expect(yamlValue('x: {"<<": {a: 1}}')).toEqual({ x: { '<<': { a: 1 } } });
    expect(jsonValue('{"<<": {"a": 1}}')).toEqual({ '<<': { a: 1 } });
  });

  it('bring entries that say where they come from', () => {
    const text = lines('base: &base {a: 1}', 'x: {b: 2, <<: *base}');
    const map = yaml(text, 'x');
    expect(map.entries().map(({ key, merged }) => [key, merged])).toEqual([
      ['b', false],
      ['a', true],
    ]);
    expect(map.written().map(({ key }) => key)).toEqual(['b', '<<']);
    const merged = map.get('a');
    expect(text.slice(0, merged?.keyNode.range.start)).toBe('base: &base {');
  });

  it('that multiply are followed in bounded time', () => {
    const levels = Array.from(
      { length: 30 },
      (_, index) => `m${index + 1}: &m${index + 1} {<<: [*m${index}, *m${index}], k${index + 1}: 1}`,
    );
    const map = yaml(['m0: &m0 {k0: 1}', ...levels].join('\n'), 'm30');
    expect(map.get('k30')).toBeDefined();
    expect(map.get('k29')).toBeDefined();
  });
});
