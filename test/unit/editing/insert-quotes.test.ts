import { describe, expect, it } from 'vitest';
import { inserted } from '../support/insertion.ts';
import { lines } from '../support/lines.ts';
import { yamlValue } from '../support/plain-value.ts';

const reference = { $ref: '#/components/responses/Unauthorized' };

describe('the quotes of a new entry', () => {
  it('are those that status codes have', () => {
    expect(inserted(lines("'200': {}"), { key: '401', value: reference })).toBe(
      lines("'200': {}", "'401': {$ref: '#/components/responses/Unauthorized'}"),
    );
    expect(inserted(lines('"200": {}'), { key: '401', value: reference })).toBe(
      lines('"200": {}', '"401": {$ref: "#/components/responses/Unauthorized"}'),
    );
  });

  it('are those that strings have where status codes have none', () => {
    expect(inserted(lines('x: "text"', 'y: "text"'), { key: '401' })).toBe(lines('x: "text"', 'y: "text"', '"401": 1'));
    expect(inserted(lines("x: 'text'", "y: 'text'"), { key: '401' })).toBe(lines("x: 'text'", "y: 'text'", "'401': 1"));
  });

  it('are left out where the text is clear without them', () => {
    expect(inserted(lines('x: "text"'), { value: 'plain words' })).toBe(lines('x: "text"', 'new: plain words'));
  });

  it.each([
    '401',
    'true',
    'null',
    '~',
    '',
    '- x',
    'a: b',
    'a #b',
    '#x',
    '*a',
    '&a',
    '!t',
    '? x',
    '%x',
    '@x',
    '`x',
    '{',
    '[',
    ', x',
    "it's",
    '"q"',
    'x ',
    ' x',
    'two\nlines',
    '\t',
    '0x1',
    '1e3',
    '.inf',
    '2020-01-01',
    '---',
    '...',
    '日本',
    '😀',
    '\u0085',
    '\u2028',
    '\uFEFF',
    '__proto__',
  ])('make %j mean itself as a key and as a value, in block and flow style', (word) => {
    expect(yamlValue(inserted(lines('a: 1'), { key: word, value: word }) ?? '')).toEqual(
      Object.fromEntries([
        ['a', 1],
        [word, word],
      ]),
    );
    expect(yamlValue(inserted('{a: 1}\n', { key: word, value: word }) ?? '')).toEqual(
      Object.fromEntries([
        ['a', 1],
        [word, word],
      ]),
    );
  });
});
