import type { ScalarNode } from '../syntax/node.ts';
import { sourceRange } from '../syntax/scalar-positions.ts';
import { referenceScalarAt } from '../syntax/written-references.ts';
import type { Range } from '../text/range.ts';
import type { Place } from '../workspace/place.ts';
import type { Resolver } from '../workspace/resolver.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { noReads } from '../workspace/targets.ts';

/** The text of a reference: a `$ref`, or the URI of a security scheme in a requirement (OAS 3.2 §4.30). */
export interface ReferenceText {
  readonly file: SourceFile;
  readonly node: ScalarNode;
  /** Whether the text is a key or a value. */
  readonly at: 'key' | 'value';
}

/** The `$ref` in whose text, or in whose key, an offset (UTF-16 code units) is; undefined where there is none. */
export function referenceTextAt(file: SourceFile, offset: number): ReferenceText | undefined {
  const node = referenceScalarAt(file.tree, offset);
  return node && { file, node, at: 'value' };
}

/** Where a reference leads, itself not followed further; `length` counts only so much of its text (UTF-16 code units). */
export function targetOf({ file, node }: ReferenceText, resolver: Resolver, length = node.text.length): Place | undefined {
  const resolution = resolver.follow({ file, pointer: '', target: node.text.slice(0, length), node }, noReads());
  return resolution.state === 'found' ? resolution.place : undefined;
}

/** The range in the file that shows a part of a scalar's text (UTF-16 code units), by default all of it without its quotes. */
export function shownRange({ tree }: SourceFile, node: ScalarNode, part: Range = { start: 0, end: node.text.length }): Range {
  return sourceRange(tree, node, part) ?? node.range;
}
