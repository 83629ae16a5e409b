import type { Range } from '../text/range.ts';
import type { Completion } from './completion.ts';
import type { Written } from './write.ts';

/** A character that no text of ours has: it goes through all writing, and stands where the selection begins and ends. */
const mark = '\u{e000}';

/** A text that remembers which part of it is to be selected, whatever escapes and indentation it gets. */
export function marked(text: string, { start, end }: Range): string {
  return text.slice(0, start) + mark + text.slice(start, end) + mark + text.slice(end);
}

/** What was written of a marked text, without the marks. */
export function selected({ range, text }: Written): Pick<Completion, 'range' | 'text' | 'selection'> {
  const start = text.indexOf(mark);
  return start < 0 ? { range, text } : { range, text: text.replaceAll(mark, ''), selection: { start, end: text.lastIndexOf(mark) - 1 } };
}
