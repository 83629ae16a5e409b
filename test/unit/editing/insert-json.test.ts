import { describe, expect, it } from 'vitest';
import { filled, type Insertion, inserted } from '../support/insertion.ts';
import { lines } from '../support/lines.ts';

const json = (options: Insertion = {}): Insertion => ({ format: 'json', ...options });
const value = { list: [1], map: { deep: true } };

describe('an entry in a JSON object', () => {
  it.each(['  ', '    ', '\t', '   '])('is indented by %j where the text is', (unit) => {
    const text = lines('{', `${unit}"a": 1`, '}');
    expect(inserted(text, json({ value }))).toBe(
      lines(
        '{',
        `${unit}"a": 1,`,
        `${unit}"new": {`,
        `${unit}${unit}"list": [`,
        `${unit}${unit}${unit}1`,
        `${unit}${unit}],`,
        `${unit}${unit}"map": {`,
        `${unit}${unit}${unit}"deep": true`,
        `${unit}${unit}}`,
        `${unit}}`,
        '}',
      ),
    );
  });

  it('has its colons as the text has them', () => {
    const text = lines('{', '  "a" : 1,', '  "b" : { "c" : 2 }', '}');
    expect(inserted(text, json({ value: { x: { y: 'a": b' } } }))).toBe(
      lines('{', '  "a" : 1,', '  "b" : { "c" : 2 },', '  "new" : {', '    "x" : { "y" : "a\\": b" }', '  }', '}'),
    );
    expect(inserted(text, json({ path: ['b'] }))).toBe(lines('{', '  "a" : 1,', '  "b" : { "c" : 2, "new" : 1 }', '}'));
  });

  it('has references on one line where the text has', () => {
    const reference = { $ref: '#/a' };
    const text = lines('{', '  "a" : {"$ref" : "#/b"}', '}');
    expect(inserted(text, json({ value: { x: reference } }))).toBe(
      lines('{', '  "a" : {"$ref" : "#/b"},', '  "new" : {', '    "x" : {"$ref" : "#/a"}', '  }', '}'),
    );
    const responses = lines('{', '  "200": { "description": "Fine" }', '}');
    expect(inserted(responses, json({ value: reference }))).toBe(
      lines('{', '  "200": { "description": "Fine" },', '  "new": { "$ref": "#/a" }', '}'),
    );
    const below = lines('{', '  "a": {', '    "$ref": "#/b"', '  }', '}');
    expect(inserted(below, json({ value: reference }))).toContain('"new": {\n    "$ref": "#/a"\n  }');
  });

  it('goes first, between two, or last', () => {
    const text = lines('{', '  "a": 1,', '  "b": 2', '}');
    expect(inserted(text, json({ after: null }))).toBe(lines('{', '  "new": 1,', '  "a": 1,', '  "b": 2', '}'));
    expect(inserted(text, json({ after: 'a' }))).toBe(lines('{', '  "a": 1,', '  "new": 1,', '  "b": 2', '}'));
    expect(inserted(text, json())).toBe(lines('{', '  "a": 1,', '  "b": 2,', '  "new": 1', '}'));
  });

  it('ends its lines as the text does, also with CR alone', () => {
    const text = lines('{', '  "a": 1', '}').replaceAll('\n', '\r');
    expect(inserted(text, json({ value: { b: 2 } }))).toBe(
      lines('{', '  "a": 1,', '  "new": {', '    "b": 2', '  }', '}').replaceAll('\n', '\r'),
    );
  });

  it('has no blanks in minified JSON', () => {
    expect(inserted('{"a":{"b":1},"c":2}', json({ path: ['a'], value }))).toBe(
      '{"a":{"b":1,"new":{"list":[1],"map":{"deep":true}}},"c":2}',
    );
    expect(inserted('{"a":1}', json({ after: null }))).toBe('{"new":1,"a":1}');
  });

  it('has the blanks of an object on one line', () => {
    expect(inserted('{"a": 1, "b": 2}', json({ value }))).toBe('{"a": 1, "b": 2, "new": {"list": [1], "map": {"deep": true}}}');
    expect(inserted('{ "a": 1 }', json({ value: { b: 1 } }))).toBe('{ "a": 1, "new": { "b": 1 } }');
  });

  it('takes over CRLF', () => {
    expect(inserted('{\r\n  "a": 1\r\n}\r\n', json({ value: { b: 1 } }))).toBe(
      '{\r\n  "a": 1,\r\n  "new": {\r\n    "b": 1\r\n  }\r\n}\r\n',
    );
  });

  it('keeps a BOM at the start', () => {
    expect(inserted('\uFEFF{\n  "a": 1\n}', json())).toBe('\uFEFF{\n  "a": 1,\n  "new": 1\n}');
  });

  it('escapes what JSON must', () => {
    expect(inserted('{"a":1}', json({ key: 'a "quote"', value: 'line\nback\\slash' }))).toBe(
      '{"a":1,"a \\"quote\\"":"line\\nback\\\\slash"}',
    );
  });

  it('fills an empty object in the style of the text', () => {
    expect(inserted('{}', json())).toBe('{"new":1}');
    expect(inserted('{\n}\n', json())).toBe('{\n  "new": 1\n}\n');
    expect(inserted('{\n\t"a": {}\n}', json({ path: ['a'] }))).toBe('{\n\t"a": {\n\t\t"new": 1\n\t}\n}');
  });

  it('fills an empty object on one line where the object around it is', () => {
    expect(inserted('{\n  "a": {"b": {}}\n}\n', json({ path: ['a', 'b'] }))).toBe('{\n  "a": {"b": {"new": 1}}\n}\n');
  });

  it('stands behind the last entry of an object that is still being typed', () => {
    expect(inserted('{"a": 1', json())).toBe('{"a": 1, "new": 1');
  });

  it('is refused for an object of which nothing could be read, though it is not empty', () => {
    expect(inserted('{"a": {b: 1}, "c": 2}', json({ path: ['a'] }))).toBe(undefined);
    expect(filled('{"a": {b: 1}, "c": 2}', ['a'], json())).toBe(undefined);
  });
});

describe('an object in place of a value that is missing', () => {
  it('replaces null', () => {
    expect(filled('{"a":null,"b":1}', ['a'], json())).toBe('{"a":{"new":1},"b":1}');
    expect(filled('{\n  "a": null\n}\n', ['a'], json())).toBe('{\n  "a": {\n    "new": 1\n  }\n}\n');
  });

  it('replaces an empty object', () => {
    expect(filled('{\r\n  "a": {},\r\n  "b": 1\r\n}', ['a'], json())).toBe('{\r\n  "a": {\r\n    "new": 1\r\n  },\r\n  "b": 1\r\n}');
  });

  it('is refused where the value is still being typed', () => {
    expect(filled('{\n  "a": \n}', ['a'], json())).toBe(undefined);
    expect(filled('{\n  "a"\n}', ['a'], json())).toBe(undefined);
  });
});
