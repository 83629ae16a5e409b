import type { TextChange } from '../../text/change.ts';
import type { ParsedText } from '../node.ts';
import { composedChange } from './composed-change.ts';
import { editedTree } from './edited-tree.ts';
import { type JsonTree, jsonTree } from './json-tree.ts';
import { skimText } from './skim.ts';
import { parseWholeJson } from './whole-json.ts';

/** Reads a JSON text: nodes are made when they are asked for. A text that isn't strictly JSON is read whole. Never throws. */
export function parseJson(text: string): ParsedText {
  const skimmed = skimText(text);
  return skimmed ? valid(jsonTree({ text }, skimmed)) : parseWholeJson(text);
}

function valid(tree: JsonTree): ParsedText {
  return { root: tree.root, problems: [], comments: () => [], edited: (text, change) => after(tree, text, change) };
}

function after(tree: JsonTree, text: string, change: TextChange): ParsedText {
  const edited = editedTree(tree, text, change);
  return edited ? valid(edited) : broken(tree, text, change);
}

/** A text is broken while something is typed into it: what was read before waits until it is whole again. */
function broken(tree: JsonTree, text: string, change: TextChange): ParsedText {
  return { ...parseWholeJson(text), edited: (next, more) => after(tree, next, composedChange(change, more)) };
}
