import { Document, isScalar, type Scalar, visit } from 'yaml';
import type { Random } from '../../support/random.ts';
import { columnAt, endOfText } from './lines.ts';
import type { Source, Spot } from './spots.ts';

const scalarTypes: readonly (Scalar.Type | undefined)[] = [
  ...[undefined, undefined, undefined, 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'],
] as readonly (Scalar.Type | undefined)[];

/** A value in flow style, on one line or on several, as it stands behind a key in this column. */
export function flowValue({ text, format }: Source, value: unknown, column: number, random: Random): string {
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  const isLong = text.includes('\n') && random.chance(0.5);
  if (format === 'json') {
    if (isLong) return JSON.stringify(value, null, unitOf(text)).replaceAll('\n', lineEnd + indentation(text, column));
    return random.chance(0.5) ? (JSON.stringify(value) ?? 'null') : JSON.stringify(value, null, 1).replace(/\n */g, ' ');
  }
  const document = styled(value, random, false);
  visit(document, {
    Collection: (_, node) => {
      node.flow = true;
    },
  });
  const written = document.toString({ lineWidth: isLong ? 40 : 0, flowCollectionPadding: random.chance(0.3) });
  return written.trimEnd().replaceAll('\n', `${lineEnd}${' '.repeat(column + 2)}`);
}

/** The lines of a map or list below a key in this column; what can't stand in lines is put behind the key. */
export function blockValue(source: Source, value: unknown, column: number, random: Random): string {
  const isFilled = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isFilled) return ` ${scalarValue(source, value, column, random)}`;
  const lineEnd = /\r?\n/.exec(source.text)?.[0] ?? '\n';
  const indent = ' '.repeat(column + Math.max(1, unitOf(source.text).length));
  const document = styled(value, random, true);
  visit(document, {
    Collection: (key, node) => {
      node.flow = key !== null && random.chance(0.25);
    },
  });
  const lines = document
    .toString({ lineWidth: 0, indentSeq: random.chance(0.5) })
    .trimEnd()
    .split('\n');
  return lines.map((line) => (line === '' ? lineEnd : lineEnd + indent + line)).join('');
}

function scalarValue({ text }: Source, value: unknown, column: number, random: Random): string {
  const document = styled(value, random, true);
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  return document
    .toString({ lineWidth: 0 })
    .trimEnd()
    .replaceAll('\n', `${lineEnd}${' '.repeat(column)}`);
}

/** A document with random quotes; keys are plain, or in quotes where they must. */
function styled(value: unknown, random: Random, mayHaveBlocks: boolean): Document {
  const document = new Document(value === undefined ? null : value);
  visit(document, {
    Scalar: (key, node) => {
      if (typeof node.value !== 'string') return;
      if (key === 'key') {
        if (/^\d+$/.test(node.value)) node.type = random.chance(0.5) ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE';
        return;
      }
      const type = random.pick(scalarTypes);
      if (type !== undefined && (mayHaveBlocks || !type.startsWith('BLOCK'))) node.type = type;
    },
    Pair: (_, pair) => {
      if (isScalar(pair.key) && pair.key.value === '401' && random.chance(0.3)) pair.key.value = 401;
    },
  });
  return document;
}

/** What one level of indentation is. */
export function unitOf(text: string): string {
  return /^[^\n]*[{:]\s*\r?\n([ \t]+)\S/.exec(text)?.[1] ?? /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}

function indentation(text: string, column: number): string {
  const unit = unitOf(text);
  return unit.startsWith('\t') ? '\t'.repeat(column) : ' '.repeat(column);
}

/** The text with another value behind a spot's key. */
export function withValue(source: Source, { entry, isFlow }: Spot, value: unknown, random: Random): string {
  const { text, format } = source;
  const { keyRange } = entry;
  const column = columnAt(text, keyRange.start);
  const end = Math.max(keyRange.end, endOfText(text, entry.value.range));
  const asBlock = format === 'yaml' && !isFlow && random.chance(0.75);
  const written = asBlock ? blockValue(source, value, column, random) : ` ${flowValue(source, value, column, random)}`;
  return `${text.slice(0, keyRange.end)}:${written}${text.slice(end)}`;
}

/** The text with another key at a spot. */
export function withKey({ text }: Source, { entry: { keyRange } }: Spot, written: string): string {
  return text.slice(0, keyRange.start) + written + text.slice(keyRange.end);
}

/** The text without a spot. */
export function withoutSpot({ text }: Source, { entry, index, siblings, isFlow }: Spot): string {
  const { start } = entry.keyRange;
  const next = siblings[index + 1]?.keyRange.start;
  const end = Math.max(entry.keyRange.end, endOfText(text, entry.value.range));
  if (next !== undefined) return text.slice(0, start) + text.slice(next);
  const before = siblings[index - 1];
  if (isFlow) return text.slice(0, before ? endOfText(text, before.value.range) : start) + text.slice(end);
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), -1) + 1;
  const lineEnd = text.indexOf('\n', end);
  if (text.slice(lineStart, start).trim() !== '') return text.slice(0, start) + text.slice(end);
  return text.slice(0, lineStart) + (lineEnd < 0 ? '' : text.slice(lineEnd + 1));
}

/** The text with one more entry in the map at a spot: before its first entry, or behind one of them. */
export function withEntry(source: Source, spot: Spot, key: string, value: unknown, random: Random): string {
  const { text, format } = source;
  const { value: map } = spot.entry;
  if (map.kind !== 'map' || map.entries.length === 0) return withValue(source, spot, { [key]: value }, random);
  const isFlow = text[map.range.start] === '{';
  const entry = random.pick(map.entries);
  const column = columnAt(text, entry.keyRange.start);
  if (isFlow) {
    const name = format === 'json' || random.chance(0.3) ? JSON.stringify(key) : `'${key}'`;
    const written = `${name}: ${flowValue(source, value, column, random)}`;
    const isFirst = random.chance(0.4);
    const at = isFirst ? entry.keyRange.start : endOfText(text, entry.value.range);
    const between = text.slice(map.range.start, map.range.end).includes('\n') ? `,\n${indentation(text, column)}` : ', ';
    return text.slice(0, at) + (isFirst ? written + between : between + written) + text.slice(at);
  }
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  const name = keyOf(key, random);
  const at = entry.keyRange.start;
  return `${text.slice(0, at)}${name}:${blockValue(source, value, column, random)}${lineEnd}${' '.repeat(column)}${text.slice(at)}`;
}

/** A key in some quotes. */
export function keyOf(key: string, random: Random): string {
  if (key === '401' && random.chance(0.3)) return key;
  if (/^[A-Za-z_-]+$/.test(key) && random.chance(0.8)) return key;
  return random.chance(0.5) ? JSON.stringify(key) : `'${key}'`;
}
