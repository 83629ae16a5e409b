import fc from 'fast-check';

const key = fc.oneof(fc.constantFrom('a', 'b', '401', 'responses', '$ref', '__proto__', 'constructor', ''), fc.string({ maxLength: 5 }));

const leaf = fc.oneof(fc.constantFrom(null, true, 0, -1.5e3, '', '{', '}', '",', '// text', '\\'), fc.string({ maxLength: 8 }));

const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
})).value;

/** Random JSON objects as text: minified, indented by blanks or tabs, on one line, LF and CRLF, with and without a BOM. */
export const jsonTexts: fc.Arbitrary<string> = fc
  .record({
    root: fc.dictionary(key, value, { maxKeys: 4 }),
    indentation: fc.constantFrom('', '  ', '    ', '\t', 'one line'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    start: fc.constantFrom('', '', '', '\uFEFF'),
    end: fc.constantFrom('', '\n'),
  })
  .map(({ root, indentation, lineEnd, start, end }) => {
    // JSON escapes line ends in strings: every line that is there ends a line of the text.
    const text = indentation === 'one line' ? JSON.stringify(root, null, 1).replace(/\n */g, ' ') : JSON.stringify(root, null, indentation);
    return start + (text + end).replaceAll('\n', lineEnd);
  });
