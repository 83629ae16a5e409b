import type { TextChange } from '../text/change.ts';
import { lazy } from '../text/lazy.ts';
import { parseJson } from './json/lazy-json.ts';
import { parseWholeJson } from './json/whole-json.ts';
import type { Format, ParsedText, SyntaxTree } from './node.ts';
import { textStyle } from './text-style.ts';
import { parseYaml } from './yaml/lazy-yaml.ts';
import { parseWholeYaml } from './yaml/whole-yaml.ts';

/** Reads a text in its format, as far as somebody asks for it. Never throws: mistakes are in the tree's `problems`. */
export function parse(text: string, format: Format): SyntaxTree {
  return treeOf(text, format, format === 'json' ? parseJson(text) : parseYaml(text));
}

/** The same, by the parsers alone and all of it at once: what `parse` gives is held against it. */
export function parseEagerly(text: string, format: Format): SyntaxTree {
  return treeOf(text, format, format === 'json' ? parseWholeJson(text) : parseWholeYaml(text));
}

function treeOf(text: string, format: Format, parsed: ParsedText): SyntaxTree {
  const { root, problems, comments } = parsed;
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
    edited(after: string, change: TextChange) {
      const edited = parsed.edited?.(after, change);
      return edited ? treeOf(after, format, edited) : parse(after, format);
    },
  };
}
