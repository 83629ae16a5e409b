import { type ApiModel, groupBy, type Operation, undeclaredOperations } from '../../linter/index.ts';
import type { OperationPlace, UndeclaredGroup } from '../protocol.ts';
import type { Texts } from './texts.ts';

/** The operations that say nothing about security, by their first tag where all have one, else by path; in text order. */
export function undeclaredGroups(api: ApiModel, texts: Texts): readonly UndeclaredGroup[] {
  const undeclared = undeclaredOperations(api);
  const areTagged = undeclared.every(({ tags }) => tags.length > 0);
  const groups = groupBy(undeclared, ({ tags: [tag = ''], path }) => (areTagged ? tag : path));
  return [...groups].map(([name, operations]) => ({
    name,
    operations: operations.map((operation) => {
      const { method, path, tags } = operation;
      return { method, path, tags, ...operationPlace(operation, texts) };
    }),
  }));
}

/** Those of these operations that say nothing; undefined when one of them is there no longer, or says something now. */
export function undeclaredAt(api: ApiModel, places: readonly OperationPlace[], texts: Texts): readonly Operation[] | undefined {
  const nameOf = ({ uri, pointer }: OperationPlace): string => `${uri} ${pointer}`;
  const byName = new Map(undeclaredOperations(api).map((operation) => [nameOf(operationPlace(operation, texts)), operation]));
  const found = places.flatMap((place) => byName.get(nameOf(place)) ?? []);
  return found.length === places.length ? found : undefined;
}

function operationPlace({ place }: Operation, texts: Texts): OperationPlace {
  return { uri: texts.clientUri(place.file.uri), pointer: place.pointer };
}
