import { removeEntry, removeItem } from '../../../linter/syntax/editing/remove.ts';
import type { Format } from '../../../linter/syntax/node.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { applyEdits } from '../../../linter/text/edit.ts';
import { nodeAt } from './plain-value.ts';

/** The text without what a path leads to (of duplicate keys the last); undefined when that is refused. */
export function removed(text: string, path: readonly (string | number)[], format: Format = 'yaml'): string | undefined {
  const tree = parse(text, format);
  const parent = nodeAt(tree, ...path.slice(0, -1));
  const last = path.at(-1) ?? '';
  const entry = parent.kind === 'map' ? parent.get(String(last)) : undefined;
  if (parent.kind === 'map' && entry) {
    const edit = removeEntry(tree, parent, entry);
    return edit && applyEdits(text, [edit]);
  }
  if (parent.kind !== 'sequence') throw new Error(`nothing at ${path.join('/')}`);
  const edit = removeItem(tree, parent, Number(last));
  return edit && applyEdits(text, [edit]);
}
