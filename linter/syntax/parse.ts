import type { TextChange } from '../text/change.ts';
import { lazy } from '../text/lazy.ts';
import { parseWholeJson } from './json/whole-json.ts';
import type { Format, ParsedText, SyntaxTree } from './node.ts';
import { textStyle } from './text-style.ts';
import { parseBlockYaml } from './yaml/block-yaml.ts';
import { parseWholeYaml } from './yaml/whole-yaml.ts';

/** Reads a text in its format. Never throws: mistakes are in the tree's `problems`. */
export function parse(text: string, format: Format): SyntaxTree {
  return treeOf(text, format, parseLazily(text, format) ?? parseWhole(text, format));
}

/** The same, by the parsers alone and all of it at once: what `parse` gives is held against it. */
export function parseEagerly(text: string, format: Format): SyntaxTree {
  return treeOf(text, format, parseWhole(text, format));
}

/** Undefined for what has to be read as a whole. */
function parseLazily(text: string, format: Format): ParsedText | undefined {
  return format === 'yaml' ? parseBlockYaml(text) : undefined;
}

function parseWhole(text: string, format: Format): ParsedText {
  return format === 'json' ? parseWholeJson(text) : parseWholeYaml(text);
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
