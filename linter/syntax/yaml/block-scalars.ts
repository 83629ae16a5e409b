import type { Range } from '../../text/range.ts';
import { lineFeedFrom } from './line-grammar.ts';
import { blockScalarEnd } from './stretches.ts';

/**
 * Where literal and folded texts stand, from the first of their lines on, in order: as far as that can be told from lines, and none within
 * another.
 */
export function* blockScalars(text: string): Generator<Range, undefined> {
  const header = /[ \t][|>][-+1-9]{0,2}[ \t]*(?:#.*)?\r?$/gm;
  for (let match = header.exec(text); match; match = header.exec(text)) {
    const lineStart = text.lastIndexOf('\n', match.index) + 1;
    const parent = parentColumn(text.slice(lineStart, match.index));
    const start = lineFeedFrom(text, match.index) + 1;
    const end = parent === undefined ? -1 : blockScalarEnd(text, start, parent, false);
    if (end < 0) continue;
    yield { start, end };
    header.lastIndex = end;
  }
}

/** The column of the key or dash whose value a block is, by what stands before it on its line; undefined when that is no key and no dash. */
function parentColumn(before: string): number | undefined {
  const [, dashes = '', key = ''] = /^ *((?:- +)*(?:-$)?)(.*)$/.exec(before) ?? [];
  const indent = before.length - dashes.length - key.length;
  const bare = key.replace(/(?:(?:^|\s+)[&!]\S*)+$/, '');
  if (bare === '') return dashes === '' ? undefined : indent + dashes.lastIndexOf('-');
  return bare.endsWith(':') && !/^#|\s#/.test(bare) ? indent + dashes.length : undefined;
}
