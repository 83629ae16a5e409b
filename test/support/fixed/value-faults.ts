import { type ChangedText, isGone, isIntact, isWritten } from './changed-text.ts';
import type { PlainEntry, PlainPart } from './plain-parts.ts';

/** The first value that is another although no edit wrote it, or that came without an edit, in words; undefined when there is none. */
export function valueFault(text: ChangedText, before: PlainPart, after: PlainPart, path = ''): string | undefined {
  const fault = (words: string) => `${path || 'the root'} ${words}`;
  if (before.kind === 'map' && after.kind === 'map') return nameFault() ?? mapFault(text, before, after, path);
  if (before.kind === 'list' && after.kind === 'list') return nameFault() ?? listFault(text, before, after, path);
  if (before.kind === 'scalar' && after.kind === 'scalar' && Object.is(before.value, after.value)) return nameFault();
  const { start, end } = before.range;
  if (start === end || isGone(text, before.range)) return isFromEdit(text, after) ? undefined : fault('is replaced by what was there');
  if (before.kind !== 'scalar' || after.kind !== 'scalar') return fault('is of another kind');
  return !isIntact(text, before.range) || isLonger(text, before, after) ? undefined : fault(`says ${JSON.stringify(after.value)} now`);

  function nameFault(): string | undefined {
    return (before.name ?? ' ') === (after.name ?? ' ') || isGone(text, before.range) ? undefined : fault('has another anchor or tag');
  }
}

type PlainMap = Extract<PlainPart, { kind: 'map' }>;
type PlainList = Extract<PlainPart, { kind: 'list' }>;

/** True when what is there now was written, from its start on. A value without text starts where its key ends. */
function isFromEdit(text: ChangedText, { range: { start, end } }: PlainPart): boolean {
  return isWritten(text, start) || (start === end && isWritten(text, start - 1));
}

/** True for a scalar to which an edit put something on the same line. */
function isLonger({ before: old, after: text, written }: ChangedText, before: PlainPart, after: PlainPart): boolean {
  const source = old.slice(before.range.start, before.range.end);
  const { start, end } = after.range;
  const from = text.indexOf(source, start);
  if (from < 0 || from + source.length > end || /[\r\n]/.test(text.slice(start, end))) return false;
  const isNew = (offset: number) => written[offset] === 1;
  const added = [...range(start, from), ...range(from + source.length, end)];
  return added.length > 0 && added.every(isNew);
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

function mapFault(text: ChangedText, before: PlainMap, after: PlainMap, path: string): string | undefined {
  const byKey = new Map(after.entries.map((entry) => [entry.keyRange.start, entry]));
  const byValue = new Map(after.entries.map((entry) => [entry.value.range.start, entry]));
  const seen = new Set<PlainEntry>();
  for (const entry of before.entries) {
    const name = `${path}/${entry.key}`;
    const { keyRange, value } = entry;
    const isRewritten = isGone(text, keyRange);
    const there = isRewritten ? renamed(entry) : byKey.get(text.movedTo[keyRange.start] ?? -1);
    if (!there) {
      if (isRewritten) continue;
      return `${name} is gone`;
    }
    seen.add(there);
    if (isIntact(text, keyRange) && there.key !== entry.key) return `${name} has the key ${there.key}`;
    const fault = valueFault(text, value, there.value, name);
    if (fault) return fault;
  }
  const extra = after.entries.find((entry) => !seen.has(entry) && !isWritten(text, entry.keyRange.start));
  if (extra) return `${path}/${extra.key} has come from elsewhere`;
  const isRenamed = before.entries.some(({ keyRange }) => isGone(text, keyRange));
  const isOfOperation = path.endsWith('/responses') && path.startsWith('/paths/');
  return isOfOperation && !isRenamed && isInOrder(before) && !isInOrder(after)
    ? `${path} has its status codes in another order`
    : undefined;

  function renamed({ value: { range } }: PlainEntry): PlainEntry | undefined {
    const found = byValue.get(text.movedTo[range.start] ?? -1);
    return found && isWritten(text, found.keyRange.start) ? found : undefined;
  }
}

/** True for a map whose status codes are in order; also when there is none. */
function isInOrder({ entries }: PlainMap): boolean {
  const codes = entries.map(({ key }) => key).filter((key) => /^[1-5]\d\d$/.test(key));
  return codes.every((code, index) => index === 0 || (codes[index - 1] ?? '') <= code);
}

function listFault(text: ChangedText, before: PlainList, after: PlainList, path: string): string | undefined {
  const seen = new Set<PlainPart>();
  for (const [index, item] of before.items.entries()) {
    const name = `${path}/${index}`;
    const there = itemFor(text, item, after, index);
    if (!there || seen.has(there)) {
      if (isGone(text, item.range)) continue;
      return `${name} is gone`;
    }
    seen.add(there);
    const fault = valueFault(text, item, there, name);
    if (fault) return fault;
  }
  const extra = after.items.findIndex((item) => !seen.has(item) && !isWritten(text, item.range.start));
  return extra < 0 ? undefined : `${path}/${extra} has come from elsewhere`;
}

/** The item that has what is left of one, or was written in its place. One without text has the same index. */
function itemFor(text: ChangedText, item: PlainPart, { items }: PlainList, index: number): PlainPart | undefined {
  const { start, end } = item.range;
  if (start === end) return items[index];
  const kept = range(start, end).find((at) => text.movedTo[at] !== -1 && /\S/.test(text.before.charAt(at)));
  const place = kept === undefined ? -1 : (text.movedTo[kept] ?? -1);
  const there = items.find((each) => each.range.start <= place && place < each.range.end);
  const candidate = items[index];
  const isReplaced = candidate && !isIntact(text, item.range) && isWritten(text, candidate.range.start);
  return there ?? (isReplaced ? candidate : undefined);
}
