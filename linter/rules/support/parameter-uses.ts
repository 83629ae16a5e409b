import type { FileEdit } from '../../findings/file-edits.ts';
import { removeItemAt } from '../../fixes/place-edits.ts';
import type { ApiModel, Operation, Parameter } from '../../openapi/model.ts';
import { groupBy } from '../../text/group-by.ts';
import { child, identity, type Place } from '../../workspace/place.ts';
import { pointerKeys } from '../../workspace/pointer.ts';

/** A parameter of an operation. */
export interface ParameterUse {
  readonly operation: Operation;
  readonly parameter: Parameter;
}

/** The uses of some parameters, by the text of their Parameter Object. */
export function usesByText(uses: readonly ParameterUse[]): Iterable<readonly ParameterUse[]> {
  return groupBy(uses, ({ parameter }) => identity(parameter.place)).values();
}

/** The parameters of all operations that are like this. */
export function parameterUses(api: ApiModel, isMeant: (parameter: Parameter) => boolean): readonly ParameterUse[] {
  return api.operations.flatMap((operation) => operation.parameters.filter(isMeant).map((parameter) => ({ operation, parameter })));
}

/** The scalar that names a parameter. */
export function parameterName({ place }: Parameter): Place {
  return child(place, 'name') ?? place;
}

/** A name for the item in a list of parameters, which several operations may share. */
export function itemIdentity({ list, item }: Parameter): string {
  return `${identity(list)} ${indexOf(item)}`;
}

/** Removes the items that stand for some parameters, each once. What they refer to stays. */
export function removeParameters(parameters: readonly Parameter[]): readonly (FileEdit | undefined)[] {
  const distinct = new Map(parameters.map((parameter) => [itemIdentity(parameter), parameter]));
  return [...distinct.values()].map(({ list, item }) => removeItemAt(list, indexOf(item)));
}

function indexOf({ pointer }: Place): number {
  return Number(pointerKeys(pointer)?.at(-1));
}
