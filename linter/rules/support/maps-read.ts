import type { ApiModel, Operation, SecurityDeclaration, SecurityScheme } from '../../openapi/model.ts';
import type { UsedResponse } from '../../openapi/unauthorized.ts';
import { child, children, type Place } from '../../workspace/place.ts';

/** A map that the linter reads, with the operations that it is part of, if any. */
export interface MapRead {
  readonly map: Place;
  readonly operations: readonly Operation[];
}

/** The description's root, what is defined for sharing, the paths and path items. */
export function mapsOfDescription({ root, schemes, security, traits, pathItems }: ApiModel): readonly MapRead[] {
  const components = child(root, 'components');
  const shared = [
    ...(components ? [components, ...children(components)] : []),
    ...below(root, traits.responses),
    ...present(schemes.place),
  ];
  const items = pathItems.flatMap(({ places }) => places);
  const maps = [root, ...shared, ...below(root, ['paths']), ...below(root, ['webhooks']), ...items, ...requirementsIn(security)];
  return maps.map((map) => ({ map, operations: [] }));
}

/** An operation and its own security requirements. */
export function mapsOfOperation(operation: Operation): readonly MapRead[] {
  const { place, security } = operation;
  const requirements = security.source === 'operation' ? requirementsIn(security.declaration) : [];
  return [place, ...requirements].map((map) => ({ map, operations: [operation] }));
}

/** A response, its headers, and what stands under their names. */
export function mapsOfResponse({ response: { place, headers }, users }: UsedResponse): readonly MapRead[] {
  const maps = [place, ...present(headers.place), ...headers.entries.map(({ key }) => key)];
  return maps.map((map) => ({ map, operations: users }));
}

/** A security scheme, its flows and their scopes. */
export function mapsOfScheme({ definition, flows }: SecurityScheme): readonly MapRead[] {
  const maps = [
    ...present(definition),
    ...present(definition && child(definition, 'flows')),
    ...flows.flatMap(({ place }) => [place, ...present(child(place, 'scopes'))]),
  ];
  return maps.map((map) => ({ map, operations: [] }));
}

function requirementsIn(declaration: SecurityDeclaration | undefined): readonly Place[] {
  return (declaration?.requirements ?? []).map(({ place }) => place);
}

/** The places on the way to a field. */
function below(root: Place, keys: readonly string[]): readonly Place[] {
  const places: Place[] = [];
  let place: Place | undefined = root;
  for (const key of keys) {
    place = place && child(place, key);
    places.push(...present(place));
  }
  return places;
}

function present(place: Place | undefined): readonly Place[] {
  return place ? [place] : [];
}
