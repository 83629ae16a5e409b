import type { ApiModel, Operation } from '../../openapi/model.ts';
import { brief, longestPath } from '../../text/words.ts';
import { child, children, type Place, stringAt } from '../../workspace/place.ts';
import { type Around, around } from './around.ts';
import type { Selection } from './refactoring.ts';

/** Several operations that a person may mean at a place. */
export interface OperationSet {
  /** `all 12 operations`, `the 3 operations of /pets`. */
  readonly words: string;
  readonly operations: readonly Operation[];
}

/** Where several operations can be meant. */
export type SetKind = 'all' | 'path' | 'tag';

/** The operations meant by the key of one of them, which must be one of those that count, in as many sorts of sets as are asked for. */
export function setsAroundOperation(
  api: ApiModel,
  at: Selection,
  counts: (operation: Operation) => boolean,
  kinds: readonly SetKind[],
): readonly OperationSet[] {
  const { key } = around(at);
  const operation = key && api.operations.find((each) => each.key.entry === key && each.key.file === at.file);
  if (!operation || !counts(operation)) return [];
  const all = api.operations.filter(counts);
  const sets = kinds.flatMap((kind) => {
    if (kind === 'all') return [everything(all)];
    return kind === 'path' ? [ofPath(all, operation.pathItem.key)] : operation.tags.map((tag) => tagged(all, tag));
  });
  return distinct(sets);
}

/** The operations meant by the key `paths`, by a path, or by a tag of the description, as far as they count. */
export function setsAroundName(api: ApiModel, at: Selection, counts: (operation: Operation) => boolean): readonly OperationSet[] {
  const here = around(at);
  const all = () => api.operations.filter(counts);
  const tag = tagAround(api, at, here);
  if (tag !== undefined) return distinct([tagged(all(), tag)]);
  if (!here.key) return [];
  if (at.file === api.entry && child(api.root, 'paths')?.entry === here.key) return distinct([everything(all())]);
  const path = api.pathItems.find(({ kind, key }) => kind === 'operation' && key.entry === here.key && key.file === at.file);
  return path ? distinct([ofPath(all(), path.key)]) : [];
}

function tagAround(api: ApiModel, at: Selection, here: Around): string | undefined {
  const tags = at.file === api.entry && here.isBelow('tags') ? child(api.root, 'tags') : undefined;
  const tag = tags && here.isIn(tags) ? children(tags).find(here.isWithin) : undefined;
  return stringAt(tag && child(tag, 'name'));
}

function everything(operations: readonly Operation[]): OperationSet {
  return { words: `all ${operations.length} operations`, operations };
}

function ofPath(all: readonly Operation[], { entry }: Place): OperationSet {
  const operations = all.filter(({ pathItem }) => pathItem.key.entry === entry);
  return { words: `the ${operations.length} operations of ${brief(entry?.key ?? '', longestPath)}`, operations };
}

function tagged(all: readonly Operation[], tag: string): OperationSet {
  const operations = all.filter(({ tags }) => tags.includes(tag));
  return { words: `the ${operations.length} operations tagged “${brief(tag)}”`, operations };
}

/** Sets of several operations; of those with the same ones the first. */
function distinct(sets: readonly OperationSet[]): readonly OperationSet[] {
  const several = sets.filter(({ operations }) => operations.length > 1);
  return several.filter((set, index) => !several.slice(0, index).some((before) => isSame(before, set)));
}

function isSame({ operations: a }: OperationSet, { operations: b }: OperationSet): boolean {
  return a.length === b.length && a.every((operation, index) => operation === b[index]);
}
