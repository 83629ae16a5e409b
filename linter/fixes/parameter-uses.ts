import type { FileEdit } from '../findings/file-edits.ts';
import type { Operation, Parameter } from '../openapi/model.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { groupBy } from '../text/group-by.ts';
import { PairMap } from '../text/pair-map.ts';
import { identity } from '../workspace/place.ts';
import { removeItemAt } from './place-edits.ts';

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

/** Removes the items that stand for some parameters, each once. What they refer to stays. */
export function removeParameters(parameters: readonly Parameter[]): readonly (FileEdit | undefined)[] {
  return parameterItems(parameters)
    .values()
    .map((parameter) => removeItemAt(parameter.list, Number(indexOf(parameter))));
}

function indexOf({ item: { pointer } }: Parameter): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}
