import { describe, expect, it } from 'vitest';
import { inserted } from '../support/insertion.ts';
import { lines } from '../support/lines.ts';
import { yamlValue } from '../support/plain-value.ts';

describe('an entry behind a block scalar', () => {
  it.each(['|', '>', '|-', '>-', '|2', '|2-', '| # comment with a +'])(
    'stands right behind the text of %s, before blank lines',
    (header) => {
      const text = lines(`a: ${header}`, '  x', '  y', '', '', 'b: 2');
      expect(inserted(text, { after: 'a' })).toBe(lines(`a: ${header}`, '  x', '  y', 'new: 1', '', '', 'b: 2'));
    },
  );

  it.each(['|+', '>+', '|2+', '|+2'])('stands behind the blank lines that %s keeps', (header) => {
    const text = lines(`a: ${header}`, '  x', '', '', 'b: 2');
    expect(inserted(text, { after: 'a' })).toBe(lines(`a: ${header}`, '  x', '', '', 'new: 1', 'b: 2'));
  });

  it.each(['|', '|-', '|+'])('leaves the value of %s alone, wherever the text ends', (header) => {
    for (const end of ['', '\n', '\n\n', '\n\n\n', '\r\n\r\n']) {
      const text = `a: ${header}\n  x${end}`;
      const { a } = yamlValue(inserted(text) ?? '') as { a: string };
      // What was the last line gets a line end, which all but `-` make a part of the value.
      expect(a.replace(/\n$/, '')).toBe((yamlValue(text) as { a: string }).a.replace(/\n$/, ''));
    }
  });

  it('takes over CRLF', () => {
    expect(inserted('a: |\r\n  x\r\n\r\nb: 2\r\n', { after: 'a' })).toBe('a: |\r\n  x\r\nnew: 1\r\n\r\nb: 2\r\n');
    expect(inserted('a: |+\r\n  x\r\n\r\nb: 2\r\n', { after: 'a' })).toBe('a: |+\r\n  x\r\n\r\nnew: 1\r\nb: 2\r\n');
  });

  it('stands in its own map when the scalar ends a nested one', () => {
    const text = lines('a:', '  b: |+', '    x', '', 'c: 2');
    expect(inserted(text, { after: 'a' })).toBe(lines('a:', '  b: |+', '    x', '', 'new: 1', 'c: 2'));
    expect(inserted(text, { path: ['a'] })).toBe(lines('a:', '  b: |+', '    x', '', '  new: 1', 'c: 2'));
  });

  it('leaves what only looks like a comment in the scalar', () => {
    const text = lines('a: |', '  x', '', '  # text', 'b: 2');
    expect(inserted(text, { after: 'a' })).toBe(lines('a: |', '  x', '', '  # text', 'new: 1', 'b: 2'));
  });

  it('goes behind one without text', () => {
    expect(inserted(lines('a: |', 'b: 2'), { after: 'a' })).toBe(lines('a: |', 'new: 1', 'b: 2'));
    expect(inserted(lines('a: |+', '', 'b: 2'), { after: 'a' })).toBe(lines('a: |+', '', 'new: 1', 'b: 2'));
  });
});
