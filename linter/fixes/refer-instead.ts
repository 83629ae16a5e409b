import type { FileEdit } from '../findings/file-edits.ts';
import { mayGo } from '../syntax/editing/may-go.ts';
import { behindColon } from '../syntax/editing/own-text.ts';
import { blockLines, valueText as renderedValue } from '../syntax/editing/render.ts';
import { type ValueText, valueText } from '../syntax/editing/value-text.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Place } from '../workspace/place.ts';
import { setValue } from './place-edits.ts';

/** The edit that has a reference in place of a response and all comments in it; undefined when the response's text can't go. */
export function referInstead(place: Place, $ref: string): FileEdit | undefined {
  const { tree, uri } = place.file;
  const text = valueText(tree, place.node);
  if (!text?.isBlock) return text && setValue(place, { $ref });
  const edit = tree.style.references.inBraces ? besideKey(place, text, $ref) : belowKey(place, text, $ref);
  return edit && mayGo(tree, text.range) ? { file: uri, edit } : undefined;
}

function belowKey({ file: { tree } }: Place, { range, indent }: ValueText, $ref: string): TextEdit {
  const [line = ''] = blockLines({ $ref }, tree.style);
  return { range, text: indent + line };
}

/** Behind an anchor, before a comment on the key's line. */
function besideKey({ file: { text, tree }, entry }: Place, { range }: ValueText, $ref: string): TextEdit | undefined {
  const colon = entry && behindColon(text, entry);
  if (colon === undefined) return undefined;
  const [, marks = '', comment = ''] = /^((?:[ \t]+[^\s#][^\s]*)*)([ \t]+#.*)?/.exec(text.slice(colon, range.start)) ?? [];
  return { range: { start: colon, end: range.end }, text: `${marks} ${renderedValue({ $ref }, tree.style, false)}${comment}` };
}
