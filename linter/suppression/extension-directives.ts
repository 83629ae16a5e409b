import { holderAt } from '../syntax/editing/containers.ts';
import { isMergeKey } from '../syntax/map-index.ts';
import { children, entryPlace, item, type Place, rootPlace, stringAt } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { type Directive, extensionKey, type SuppressedRule } from './suppression.ts';

/** The keys of a file that switch rules off for the object that has them: `x-auth-lint-ignore: [rule]`, or `{rule: reason}`. */
export function extensionDirectives(file: SourceFile): readonly Directive[] {
  const found: Directive[] = [];
  if (!file.mentions(extensionKey)) return found;
  // Where the text has the key, and nowhere else: all other parts of the tree need not be read.
  for (let at = file.text.indexOf(extensionKey); at >= 0; at = file.text.indexOf(extensionKey, at + extensionKey.length)) {
    const directive = directiveAt(file, at);
    if (directive) found.push(directive);
  }
  return found;
}

/** The directive whose key is written at an offset; undefined where that is no such key. */
function directiveAt(file: SourceFile, offset: number): Directive | undefined {
  let owner = rootPlace(file);
  while (owner) {
    const inner = writtenChild(owner, offset);
    if (inner?.entry?.key === extensionKey) {
      const { start, end } = inner.entry.keyNode.range;
      return start <= offset && offset < end ? extensionDirective(owner, inner) : undefined;
    }
    owner = inner;
  }
  return undefined;
}

/** What stands at an offset in a map or list. What an alias stands for is read where it is written. */
function writtenChild(place: Place, offset: number): Place | undefined {
  const holder = place.node.kind === 'scalar' ? undefined : holderAt(place.node, offset);
  if (!holder) return undefined;
  if ('entry' in holder) return holder.entry.alias || isMergeKey(holder.entry) ? undefined : entryPlace(place, holder.entry);
  return holder.sequence.aliasAt(holder.index) ? undefined : item(place, holder.index);
}

/** Reads the value of the key: `owner` is the object that has it. */
export function extensionDirective(owner: Place, place: Place): Directive {
  const rules = readRules(place);
  const reads = rules.length === (place.node.kind === 'scalar' ? 1 : children(place).length);
  return {
    file: place.file,
    range: place.entry?.keyNode.range ?? place.node.range,
    pointer: place.pointer,
    source: { kind: 'extension', place },
    scope: { kind: 'subtree', pointer: owner.pointer },
    rules,
    reason: undefined,
    mistake: reads ? undefined : `${extensionKey} must be a list of rule ids, or a map of rule ids to reasons.`,
  };
}

/** A rule id, a list of them, or a map whose keys they are. */
function readRules(place: Place): readonly SuppressedRule[] {
  if (place.node.kind === 'map') return children(place).flatMap(readWithReason);
  return (place.node.kind === 'sequence' ? children(place) : [place]).flatMap((item) => {
    const id = stringAt(item);
    return id === undefined ? [] : [{ id, range: item.node.range, reason: undefined }];
  });
}

function readWithReason(place: Place): readonly SuppressedRule[] {
  const { entry, node } = place;
  if (!entry || node.kind !== 'scalar') return [];
  return [{ id: entry.key, range: entry.keyNode.range, reason: stringAt(place)?.trim() || undefined }];
}
