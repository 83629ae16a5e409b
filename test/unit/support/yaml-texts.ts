import fc from 'fast-check';

/** A value as it stands behind a key or a dash. */
interface Written {
  /** What follows on the line of the key, with a blank before it. */
  readonly head: string;
  /** The lines below, relative to the key's column. */
  readonly lines: readonly string[];
  /** For a collection its lines relative to its own column: they may start behind a dash. */
  readonly inner?: readonly string[];
}

type Arranged = (unit: number) => Written;

const comment = fc.constantFrom('', '', '', ' # said', '   # said: twice', ' #');

const oneLine: fc.Arbitrary<Arranged> = fc
  .tuple(
    fc.constantFrom(
      ...[
        '',
        ' plain',
        ' two words',
        ' a:b',
        ' c#d',
        ' 401',
        ' true',
        ' 1.5e3',
        ' null',
        ' ~',
        " 'single'",
        " 'it''s # text'",
        ' "double\\n"',
      ],
      ...[
        ' "say: \\"x\\""',
        ' {}',
        ' []',
        ' {p: 1, q: [x, {r: "}"}]}',
        ' [a, "b", {c: d}]',
        ' {p, q: }',
        ' *base',
        ' &anchor x',
        ' !!str 7',
        ' -1',
      ],
    ),
    comment,
  )
  .map(([value, said]) => () => ({ head: value + said, lines: [] }));

const blockScalar: fc.Arbitrary<Arranged> = fc
  .record({
    header: fc.constantFrom(' |', ' >', ' |-', ' >-', ' |+', ' >+'),
    said: fc.constantFrom('', ' # said', ' # a + b'),
    first: fc.constantFrom('text', '# text', 'a: b'),
    rest: fc.array(fc.constantFrom('text', 'key: value', '# text', '- item', '  deeper', '', 'trailing  ', '"', '*base'), { maxLength: 3 }),
    blankLines: fc.nat(2),
  })
  .map(({ header, said, first, rest, blankLines }) => (unit) => ({
    head: header + said,
    lines: [...indented([first, ...rest], unit), ...Array<string>(blankLines).fill('')],
  }));

const severalLines: fc.Arbitrary<Arranged> = fc
  .constantFrom([' plain', 'goes on'], [' "double', 'goes on"'], [" 'single", "goes on'"], [' [1,', '2]'], [' {p: 1,', 'q: 2}'])
  .map(([head = '', ...rest]) => (unit) => ({ head, lines: indented(rest, unit) }));

const between = fc.constantFrom<readonly string[]>([], [], [], [''], ['# above'], ['', '# above', '']);

function mapValue(value: fc.Arbitrary<Arranged>): fc.Arbitrary<Arranged> {
  const entry = fc.record({
    above: between,
    quotes: fc.constantFrom('', '', '"', "'"),
    value,
    explicit: fc.nat(15).map((dice) => dice === 15),
  });
  return fc
    .record({
      entries: fc.array(entry, { minLength: 1, maxLength: 4 }),
      merged: fc.constantFrom(false, false, false, true),
      head: fc.constantFrom('', '', '', ' # said', ' &map'),
    })
    .map(({ entries, merged, head }) => (unit) => {
      const inner = entries.flatMap(({ above, quotes, value: arranged, explicit }, index) => {
        const { head: behind, lines, inner: collection } = arranged(unit);
        const key = `${quotes}k${index}${quotes}`;
        // The first key of a map is never an explicit one: then new entries are refused.
        if (explicit && index > 0) return [...above, `? ${key}`, `:${behind}`, ...(collection ? indented(collection, unit) : lines)];
        return [...above, `${key}:${behind}`, ...lines];
      });
      if (merged) inner.push('<<: *base');
      return { head, lines: indented(inner, unit), inner };
    });
}

function sequenceValue(value: fc.Arbitrary<Arranged>): fc.Arbitrary<Arranged> {
  return fc.tuple(fc.array(value, { minLength: 1, maxLength: 3 }), fc.boolean()).map(([items, compact]) => (unit) => {
    const inner = items.flatMap((item) => dashed(item(unit)));
    return { head: '', lines: compact ? inner : indented(inner, unit), inner };
  });
}

/** An item of a list: a collection starts behind the dash. */
function dashed({ head, lines, inner }: Written): readonly string[] {
  if (!inner) return [`-${head}`, ...lines];
  const [first = '', ...rest] = inner.slice(inner.findIndex((line) => line !== '' && !line.startsWith('#')));
  return [`- ${first}`, ...indented(rest, 2)];
}

function indented(lines: readonly string[], columns: number): readonly string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line));
}

/**
 * Random YAML texts of the kind that people write: block and flow style, every way to write a scalar, comments and blank
 * lines anywhere, compact and indented lists, explicit keys, aliases and merge keys, LF and CRLF. Each is a map with `base`
 * as its first key.
 */
export const yamlTexts: fc.Arbitrary<string> = fc
  .record({
    unit: fc.constantFrom(2, 3, 4),
    root: fc.letrec<{ map: Arranged; sequence: Arranged; value: Arranged }>((tie) => ({
      map: mapValue(tie('value')),
      sequence: sequenceValue(tie('value')),
      value: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        oneLine,
        { arbitrary: fc.oneof(blockScalar, severalLines), weight: 1 },
        { arbitrary: tie('map'), weight: 2 },
        tie('sequence'),
      ),
    })).map,
    lineEnd: fc.constantFrom('\n', '\n', '\r\n'),
    start: fc.constantFrom('', '', '\uFEFF', '---\n', '# about\n'),
    finalNewline: fc.constantFrom(true, true, true, false),
  })
  .map(({ unit, root, lineEnd, start, finalNewline }) => {
    const body = ['base: &base', ...indented(['shared: 1', 'other: [1]'], unit), ...(root(unit).inner ?? [])];
    return (start + body.join('\n') + (finalNewline ? '\n' : '')).replaceAll('\n', lineEnd);
  });
