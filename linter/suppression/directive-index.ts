import { memo } from '../text/memo.ts';
import { child, type Place, rootPlace, step } from '../workspace/place.ts';
import { pointerKeys } from '../workspace/pointer.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { commentDirectives } from './comment-directives.ts';
import { extensionDirectives } from './extension-directives.ts';
import { type Directive, extensionKey, type SuppressedRule } from './suppression.ts';

/** A directive whose rules are found by id; of those that it names twice the first. */
export interface IndexedDirective {
  readonly directive: Directive;
  readonly rules: ReadonlyMap<string, SuppressedRule>;
}

/** The directives of one file, by what they hold for. */
export interface DirectiveIndex {
  readonly directives: readonly Directive[];
  /** Those for what is found in the file. */
  readonly forFile: readonly IndexedDirective[];
  /** Those for the line of an offset. */
  forLineOf(offset: number): readonly IndexedDirective[];
  /** Those of the objects around a pointer (RFC 6901) into the file, the outermost first. */
  around(pointer: string): readonly IndexedDirective[];
}

/** Finds the directives of a file. */
export function indexDirectives(file: SourceFile): DirectiveIndex {
  const comments = commentDirectives(file);
  const extensions = extensionDirectives(file);
  const byLine = new Map<number, IndexedDirective[]>();
  for (const each of comments.map(indexed)) {
    const { scope } = each.directive;
    if (scope.kind !== 'line') continue;
    const known = byLine.get(scope.line);
    if (known) known.push(each);
    else byLine.set(scope.line, [each]);
  }
  // What an alias or a merge key brings is written at another pointer: the key's text tells which directive it is.
  const byKey = new Map(extensions.map((directive) => [directive.range.start, indexed(directive)]));
  const ownOf = (place: Place) => byKey.get(child(place, extensionKey)?.entry?.keyNode.range.start ?? -1);
  return {
    directives: [...comments, ...extensions],
    forFile: comments.filter(({ scope }) => scope.kind === 'file').map(indexed),
    forLineOf: (offset) => (byLine.size === 0 ? [] : (byLine.get(file.lines.positionAt(offset).line) ?? [])),
    around: memo((pointer: string) => (byKey.size === 0 ? [] : placesTo(file, pointer).flatMap((place) => ownOf(place) ?? []))),
  };
}

function indexed(directive: Directive): IndexedDirective {
  return { directive, rules: new Map([...directive.rules].reverse().map((rule) => [rule.id, rule])) };
}

/** The places from the root to a pointer, as far as there are some. */
function placesTo(file: SourceFile, pointer: string): readonly Place[] {
  const places: Place[] = [];
  let place = rootPlace(file);
  for (const key of pointerKeys(pointer) ?? []) {
    if (!place) break;
    places.push(place);
    place = step(place, key);
  }
  return place ? [...places, place] : places;
}
