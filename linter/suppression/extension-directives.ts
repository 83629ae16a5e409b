import { isMergeKey } from '../syntax/map-index.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { children, entryPlace, type Place, rootPlace, stringAt } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { type Directive, extensionKey, type SuppressedRule } from './suppression.ts';

/** The keys of a file that switch rules off for the object that has them: `x-auth-lint-ignore: [rule]`, or `{rule: reason}`. */
export function extensionDirectives(file: SourceFile): readonly Directive[] {
  const root = file.mentions(extensionKey) ? rootPlace(file) : undefined;
  const found: Directive[] = [];
  const seen = new Set<SyntaxNode>();
  const open = root ? [root] : [];
  for (let place = open.pop(); place; place = open.pop()) {
    // What an alias stands for is read where it is written.
    if (seen.has(place.node)) continue;
    seen.add(place.node);
    for (const inner of writtenChildren(place)) {
      if (inner.entry?.key === extensionKey) found.push(extensionDirective(place, inner));
      else if (inner.node.kind !== 'scalar') open.push(inner);
    }
  }
  return found.sort((a, b) => a.range.start - b.range.start);
}

function writtenChildren(place: Place): readonly Place[] {
  const { node } = place;
  if (node.kind !== 'map') return children(place);
  return node.written().flatMap((entry) => (entry.alias || isMergeKey(entry) ? [] : [entryPlace(place, entry)]));
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
