import type { FileEdit } from '../findings/file-edits.ts';
import type { Operation, Parameter } from '../openapi/model.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { groupBy } from '../text/group-by.ts';
import { PairMap } from '../text/pair-map.ts';
import { children, identity, type Place } from '../workspace/place.ts';
import { remove, removeItemAt } from './place-edits.ts';

/** A parameter of an operation. */
export interface ParameterUse {
  readonly operation: Operation;
  readonly parameter: Parameter;
}

/** The uses of some parameters, by the text of their Parameter Object. */
export function usesByText(uses: readonly ParameterUse[]): Iterable<readonly ParameterUse[]> {
  return groupBy(uses, ({ parameter }) => identity(parameter.place)).values();
}

/** The parameters of an operation that are like this. */
export function usesIn(operation: Operation, isMeant: (parameter: Parameter) => boolean): readonly ParameterUse[] {
  return operation.parameters.filter(isMeant).map((parameter) => ({ operation, parameter }));
}

/** Items of lists of parameters, which several operations may share: each once, by its list and its index. */
export function parameterItems(parameters: readonly Parameter[]): PairMap<SyntaxNode, string, Parameter> {
  const items = new PairMap<SyntaxNode, string, Parameter>();
  for (const parameter of parameters) items.set(identity(parameter.list), indexOf(parameter), parameter);
  return items;
}

/** True when the item that stands for a parameter is one of these. */
export function hasItem(items: ReturnType<typeof parameterItems>, parameter: Parameter): boolean {
  return items.has(identity(parameter.list), indexOf(parameter));
}

/** Removes the items that stand for some parameters, each once, and lists of which nothing is left. What they refer to stays. */
export function removeParameters(parameters: readonly Parameter[]): readonly (FileEdit | undefined)[] {
  const byList = groupBy(parameterItems(parameters).values(), ({ list }) => identity(list));
  return [...byList.values()].flatMap((removed) => {
    const list = emptiedList(removed);
    const removal = list && remove(list);
    return removal ? [removal] : removed.map((parameter) => removeItemAt(parameter.list, Number(indexOf(parameter))));
  });
}

/** The list that some parameters of one are all of; undefined when others stay, and for one that has its text elsewhere. */
export function emptiedList(removed: readonly Parameter[]): Place | undefined {
  const [first] = removed;
  if (!first || children(first.list).length > parameterItems(removed).values().length) return undefined;
  return first.list.entry && !first.list.entry.alias && !first.list.entry.merged ? first.list : undefined;
}

function indexOf({ item: { pointer } }: Parameter): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}
