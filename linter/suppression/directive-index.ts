import { groupBy } from '../text/group-by.ts';
import { memo } from '../text/memo.ts';
import { child, type Place, rootPlace, step } from '../workspace/place.ts';
import { pointerKeys } from '../workspace/pointer.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { commentDirectives } from './comment-directives.ts';
import { extensionDirectives } from './extension-directives.ts';
import { commentKey, type Directive, extensionKey, type SuppressedRule } from './suppression.ts';

/** Some directives that hold for the same, and what they switch off. */
export interface DirectiveGroup {
  readonly directives: readonly Directive[];
  /** By rule id; of directives that name the same rule the last counts, which is the nearest. */
  readonly rules: ReadonlyMap<string, SuppressedRule>;
}

/** The directives of one file, by what they hold for. */
export interface DirectiveIndex {
  readonly directives: readonly Directive[];
  /** Those for what is found in the file. */
  readonly forFile: DirectiveGroup;
  /** Those for the line of an offset. */
  forLineOf(offset: number): DirectiveGroup;
  /** Those of the objects around a pointer (RFC 6901) into the file, the outermost first. */
  around(pointer: string): DirectiveGroup;
}

/** Finds the directives of a file. */
export function indexDirectives(file: SourceFile): DirectiveIndex {
  // The key ends with the word that comments have, too.
  if (!file.text.includes(commentKey)) return noDirectives;
  const comments = commentDirectives(file);
  const extensions = extensionDirectives(file);
  const byLine = groupBy(comments, ({ scope }) => (scope.kind === 'line' ? scope.line : undefined));
  const onLine = memo((line: number) => groupOf(byLine.get(line) ?? []));
  // What an alias or a merge key brings is written at another pointer: the key's text tells which directive it is.
  const byKey = new Map(extensions.map((directive) => [directive.range.start, directive]));
  const ownOf = (place: Place) => byKey.get(child(place, extensionKey)?.entry?.keyNode.range.start ?? -1);
  return {
    directives: [...comments, ...extensions],
    forFile: groupOf(comments.filter(({ scope }) => scope.kind === 'file')),
    forLineOf: (offset) => (comments.length === 0 ? none : onLine(file.lines.positionAt(offset).line)),
    around: memo((pointer: string) => (byKey.size === 0 ? none : groupOf(placesTo(file, pointer).flatMap((place) => ownOf(place) ?? [])))),
  };
}

const none: DirectiveGroup = { directives: [], rules: new Map() };

const noDirectives: DirectiveIndex = { directives: [], forFile: none, forLineOf: () => none, around: () => none };

function groupOf(directives: readonly Directive[]): DirectiveGroup {
  if (directives.length === 0) return none;
  const rules = new Map<string, SuppressedRule>();
  // Of rules that one directive names twice the first counts.
  for (const directive of directives) for (const rule of [...directive.rules].reverse()) rules.set(rule.id, rule);
  return { directives, rules };
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
