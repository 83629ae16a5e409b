import type { SyntaxNode } from '../syntax/node.ts';
import { identity, type Place } from '../workspace/place.ts';
import type { ApiModel, Operation, SecurityScheme } from './model.ts';

/** True when every requirement of the description could be read: none is malformed, behind a broken reference, or the URI of something unreachable. */
export function requirementsKnown(api: ApiModel): boolean {
  return (
    api.operationsComplete &&
    api.schemes.complete &&
    api.declarations.every(({ declaration }) => !declaration.malformed) &&
    api.requirements.every(({ required }) => required.scheme || required.dangling)
  );
}

/** The operations that have a scheme in force, each once, in the order in which the text names it. */
export function operationsWith(api: ApiModel, scheme: SecurityScheme): readonly Operation[] {
  const text = textOf(scheme);
  const found = new Set<Operation>();
  for (const { required, users } of api.requirements) {
    if (required.scheme && textOf(required.scheme) === text) for (const user of users) found.add(user);
  }
  return [...found];
}

/** One scheme may have several names: in OAS 3.2 that of a component and URIs. */
function textOf({ definition, place }: SecurityScheme): SyntaxNode {
  return identity(definition ?? place);
}

/**
 * The schemes that the entry document defines and nothing names: no requirement, by name or URI, and no `$ref` of another scheme.
 * Empty when not all requirements are known.
 */
export function unusedSchemes(api: ApiModel): readonly SecurityScheme[] {
  if (!requirementsKnown(api)) return [];
  const required = new Set(api.requirements.flatMap(({ required: { scheme } }) => scheme ?? []));
  const named = new Set([...required].flatMap((scheme) => [address(scheme.place), ...behind(scheme)]));
  const schemes = [...api.schemes.byName.values()];
  for (const scheme of schemes) {
    for (const other of behind(scheme)) {
      if (other !== address(scheme.place)) named.add(other);
    }
  }
  return schemes.filter(({ place }) => place.file === api.entry && !place.entry?.merged && !named.has(address(place)));
}

/** Where a scheme's references lead, each station once. */
function behind({ definition }: SecurityScheme): readonly string[] {
  return definition ? [definition, ...definition.via].map(address) : [];
}

function address({ file, pointer }: Pick<Place, 'file' | 'pointer'>): string {
  return `${file.uri}#${pointer}`;
}
