import { describe, expect, it } from 'vitest';
import { inserted } from '../support/insertion.ts';
import { lines } from '../support/lines.ts';

const security = { security: [{ a: [] }, { b: ['x'], c: [] }] };

describe('lists in a new entry', () => {
  it('have their dashes where the text has them, with as many blanks behind', () => {
    const unindented = lines('x:', '    tags:', '    - name: a', '      more: b');
    expect(inserted(unindented, { path: ['x'], value: security })).toBe(
      `${unindented}${lines('    new:', '        security:', '        - a: []', '        - b:', '          - x', '          c: []')}`,
    );
    const wide = lines('x:', '    tags:', '    -   name: a');
    expect(inserted(wide, { path: ['x'], value: security })).toBe(
      `${wide}${lines('    new:', '        security:', '        -   a: []', '        -   b:', '            -   x', '            c: []')}`,
    );
    const indented = lines('x:', '    tags:', '        - name: a');
    expect(inserted(indented, { path: ['x'], value: security })).toBe(
      `${indented}${lines('    new:', '        security:', '            - a: []', '            - b:', '                  - x', '              c: []')}`,
    );
  });

  it('have blanks within their brackets where the text has, and maps within their braces', () => {
    const value = { list: [{ a: [1] }] };
    expect(inserted('x: { a: [1], b: { c: 1 } }\n', { path: ['x'], value })).toBe(
      'x: { a: [1], b: { c: 1 }, new: { list: [{ a: [1] }] } }\n',
    );
    expect(inserted('x: { a: [ 1 ], b: { c: 1 } }\n', { path: ['x'], value })).toBe(
      'x: { a: [ 1 ], b: { c: 1 }, new: { list: [ { a: [ 1 ] } ] } }\n',
    );
    expect(inserted('x: {a: [ 1 ]}\n', { path: ['x'], value })).toBe('x: {a: [ 1 ], new: {list: [ {a: [ 1 ]} ]}}\n');
    expect(inserted('{ "a": [1] }', { format: 'json', value })).toBe('{ "a": [1], "new": { "list": [{ "a": [1] }] } }');
    expect(inserted('{"a": [ "b" ]}', { format: 'json', value })).toBe('{"a": [ "b" ], "new": {"list": [ {"a": [ 1 ]} ]}}');
  });
});

describe('maps of nothing but scalars in a new entry', () => {
  const value = { schema: { type: 'string' }, deep: { map: { a: 1 } }, long: { text: 'x'.repeat(80) } };
  const own = ['  deep:', '    map: {a: 1}', '  long:', `    text: ${'x'.repeat(80)}`];

  it('stand on one line where most in the text do, but for long ones', () => {
    expect(inserted(lines('a: {b: 1}', 'c: {d: 2}', 'e:', '  f: 3'), { value })).toBe(
      lines('a: {b: 1}', 'c: {d: 2}', 'e:', '  f: 3', 'new:', '  schema: {type: string}', ...own),
    );
    expect(inserted(lines('a: {b: 1}', 'c:', '  d: 2'), { value })).toContain(lines('  schema:', '    type: string', '  deep:'));
    expect(inserted(lines("a: {$ref: 'x.yaml'}", 'c: 1'), { value })).toContain(lines('  schema:', '    type: string', '  deep:'));
  });

  it('do so in JSON, as short lists of them do', () => {
    const text = lines('{', '  "a": { "b": 1 },', '  "c": 1', '}');
    expect(inserted(text, { format: 'json', value: { ...value, ...security } })).toBe(
      lines(
        ...['{', '  "a": { "b": 1 },', '  "c": 1,', '  "new": {', '    "schema": { "type": "string" },', '    "deep": {'],
        ...['      "map": { "a": 1 }', '    },', '    "long": {', `      "text": "${'x'.repeat(80)}"`, '    },'],
        ...['    "security": [', '      { "a": [] },', '      {', '        "b": ["x"],', '        "c": []', '      }', '    ]', '  }', '}'],
      ),
    );
    expect(inserted(text, { format: 'json', key: 'security', value: [{ a: [] }] })).toContain('"security": [{ "a": [] }]\n}');
  });

  it('have security requirements on one line, too, where the text has none', () => {
    expect(inserted(lines('a: {b: 1}'), { value: security })).toContain('  security: [{a: []}, {b: [x], c: []}]\n');
    expect(inserted(lines('a: {b: 1}', 'security:', '  - a: []'), { value: security })).toContain('  security:\n    - a: []\n');
  });
});

describe('strings in a new entry', () => {
  const text = lines("a: 'one'", "b: 'two'", "c: 'three'", "d: 'four'", 'e: 5');

  it('have quotes where all others do', () => {
    expect(inserted(text, { value: { x: 'y', z: 1 } })).toBe(`${text}${lines('new:', "  x: 'y'", '  z: 1')}`);
    const double = text.replaceAll("'", '"');
    expect(inserted(double, { value: ['y', 'realm="x"'] })).toBe(`${double}${lines('new:', '  - "y"', '  - \'realm="x"\'')}`);
  });

  it('have none where some do', () => {
    expect(inserted(text.replaceAll(/'(one|two)'/g, '$1'), { value: 'y' })).toContain('new: y\n');
    expect(inserted(lines("a: 'one'", "b: 'two'", "c: 'three'"), { value: 'y' })).toContain('new: y\n');
  });
});
