import { writtenReferences } from '../syntax/written-references.ts';
import type { Range } from '../text/range.ts';
import { emptyPlace } from '../workspace/place.ts';
import { Resolver } from '../workspace/resolver.ts';
import type { Session } from '../workspace/session.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { noReads } from '../workspace/targets.ts';
import { isRemote, resolveUri } from '../workspace/uri.ts';
import { placeMark } from './place-range.ts';

/** A `$ref` in a text. */
export interface ReferenceLink {
  /** What it says, without quotes. */
  readonly range: Range;
  readonly target: string;
  /** True when it leads to another machine, so that nothing of what it leads to is known. */
  readonly isRemote: boolean;
}

/** Every `$ref` of a file, also where no rule looks, in order. */
export function referenceLinks({ tree }: SourceFile): readonly ReferenceLink[] {
  return writtenReferences(tree).map(({ range, target }) => ({
    range: withoutQuotes(tree.text, range),
    target,
    isRemote: isRemote(target),
  }));
}

/** Where a link leads. */
export interface LinkTarget {
  /** The URI of the file. */
  readonly file: string;
  /** The key that it names there; undefined for all of the file, and when that can't be told. */
  readonly range: Range | undefined;
}

/** Where the text of a reference in a file leads; undefined when that is nowhere. */
export function linkTarget(session: Session, from: SourceFile, target: string): LinkTarget | undefined {
  const { node } = emptyPlace(from);
  const resolution = new Resolver(session).follow({ file: from, pointer: '', target, node }, noReads());
  if (resolution.state === 'found') {
    const { place } = resolution;
    return { file: place.file.uri, range: place.pointer === '' ? undefined : placeMark(place) };
  }
  // The editor says what is wrong with a file that can't be had.
  const path = target.split('#', 1)[0] ?? '';
  const file = path === '' || isRemote(path) ? undefined : resolveUri(from.uri, path);
  return file === undefined ? undefined : { file, range: undefined };
}

function withoutQuotes(text: string, { start, end }: Range): Range {
  return /^["']/.test(text.charAt(start)) ? { start: start + 1, end: end - 1 } : { start, end };
}
