import { lazy } from '../text/lazy.ts';
import { parseJson } from './json-tree.ts';
import type { Format, SyntaxTree } from './node.ts';
import { textStyle } from './text-style.ts';
import { parseYaml } from './yaml-tree.ts';

/** Reads a text in its format. Never throws: mistakes are in the tree's `problems`. */
export function parse(text: string, format: Format): SyntaxTree {
  const { root, problems, comments } = format === 'json' ? parseJson(text) : parseYaml(text);
  const style = lazy(() => textStyle(text, root, format));
  return {
    format,
    text,
    root,
    problems,
    comments: lazy(comments),
    get style() {
      return style();
    },
  };
}
