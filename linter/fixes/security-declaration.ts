import type { FileEdit } from '../findings/file-edits.ts';
import type { ApiModel, Operation } from '../openapi/model.ts';
import type { NewMap, NewValue } from '../syntax/editing/render.ts';
import { child, children, isMap, type Place, stringAt } from '../workspace/place.ts';
import { addEntries, before, behind } from './place-edits.ts';

/** Gives an operation that has none a `security` field, where others have theirs; undefined when that can't be done. */
export function declareSecurity(api: ApiModel, { place }: Operation, security: NewValue): FileEdit | undefined {
  return addEntries(place, { security }, isBehindResponses(api) ? behind('responses') : before('responses'));
}

/** What the first operation does that has both. */
function isBehindResponses({ operations }: ApiModel): boolean {
  const example = operations.find(({ security, responses }) => security.source === 'operation' && responses.place);
  const [security, responses] = ['security', 'responses'].map((name) => example && child(example.place, name)?.entry?.keyNode.range.start);
  return security !== undefined && responses !== undefined && security > responses;
}

/**
 * What stands at a place as the list of requirements that `security` has to be: one that is not in a list is put into one, a
 * scheme's bare name becomes a requirement of it. Undefined when it can't be told what is meant, or when there are comments, which a
 * list that is written anew would lose.
 */
export function asRequirements(place: Place, schemes: ReadonlySet<string>): readonly NewMap[] | undefined {
  if (hasComments(place)) return undefined;
  if (place.node.kind === 'sequence') return complete(children(place).map((item) => asRequirement(item, schemes)));
  if (isMap(place) && place.node.entries().length === 0) return [];
  return complete([asRequirement(place, schemes)]);
}

function hasComments({ file, node }: Place): boolean {
  const { start, end } = node.range;
  if (!/#|\/[/*]/.test(file.text.slice(start, end))) return false;
  return file.tree.comments().some(({ range }) => range.start >= start && range.end <= end);
}

function asRequirement(place: Place, schemes: ReadonlySet<string>): NewMap | undefined {
  const name = stringAt(place);
  if (name !== undefined) return schemes.has(name) ? { [name]: [] } : undefined;
  if (!isMap(place)) return undefined;
  const entries = complete(
    children(place).map((scopes) => {
      const list = asScopes(scopes);
      return list && ([scopes.entry?.key ?? '', list] as const);
    }),
  );
  return entries && Object.fromEntries(entries);
}

function asScopes(place: Place): readonly string[] | undefined {
  if (place.node.kind === 'scalar') return place.node.value === null ? [] : undefined;
  return place.node.kind === 'sequence' ? complete(children(place).map(stringAt)) : undefined;
}

function complete<T>(values: readonly (T | undefined)[]): readonly T[] | undefined {
  const defined = values.filter((value) => value !== undefined);
  return defined.length === values.length ? defined : undefined;
}
