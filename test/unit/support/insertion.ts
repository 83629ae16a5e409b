import { fillEntry, insertEntries } from '../../../linter/syntax/editing/insert.ts';
import type { NewValue } from '../../../linter/syntax/editing/render.ts';
import type { Format, MapNode } from '../../../linter/syntax/node.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { applyEdits } from '../../../linter/text/edit.ts';
import { nodeAt } from './plain-value.ts';

/** What to add, and where: to the map at `path`, behind the entry `after` (null: first; left out: last). */
export interface Insertion {
  readonly path?: readonly (string | number)[];
  readonly after?: string | null;
  readonly key?: string;
  readonly value?: NewValue;
  readonly format?: Format;
}

/** The text with an entry (`new: 1`, unless told otherwise) added to one of its maps; undefined when that is refused. */
export function inserted(text: string, { path = [], after, key = 'new', value = 1, format = 'yaml' }: Insertion = {}): string | undefined {
  const tree = parse(text, format);
  const map = nodeAt(tree, ...path) as MapNode;
  const entries = map.written();
  const place = after === null ? undefined : after === undefined ? entries.at(-1) : entries.findLast((entry) => entry.key === after);
  const edit = insertEntries(tree, map, { [key]: value }, place);
  return edit && applyEdits(text, [edit]);
}

/** The text with `key: value` as the only entry of what stands (or is missing) behind the last key of `path`. */
export function filled(
  text: string,
  path: readonly string[],
  { key = 'new', value = 1, format = 'yaml' }: Insertion = {},
): string | undefined {
  const tree = parse(text, format);
  const parent = nodeAt(tree, ...path.slice(0, -1)) as MapNode;
  const entry = parent.get(path.at(-1) ?? '');
  if (!entry) throw new Error(`nothing at ${path.join('/')}`);
  const edit = fillEntry(tree, parent, entry, { [key]: value });
  return edit && applyEdits(text, [edit]);
}
