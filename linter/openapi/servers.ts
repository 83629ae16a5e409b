import { child, children, type Place, stringAt } from '../workspace/place.ts';
import type { ReadContext } from './context.ts';
import type { PathItem, Server } from './model.ts';

/** The servers that the description's root names. */
export function readServers(context: ReadContext, root: Place): readonly Server[] {
  return ownServers(context, root, root) ?? [];
}

/** The servers of an operation: its own, else the path item's, else the root's. */
export function serversOf(
  context: ReadContext,
  operation: Place,
  { places }: PathItem,
  root: Place,
  inherited: readonly Server[],
): readonly Server[] {
  for (const owner of [operation, ...places]) {
    const own = ownServers(context, owner, root);
    if (own) return own;
  }
  return inherited;
}

function ownServers(context: ReadContext, owner: Place, root: Place): readonly Server[] | undefined {
  return context.traits.hostAndSchemes ? fromSchemes(owner, root) : fromServers(owner);
}

/** OAS 2.0: each of the transfer protocols in `schemes` with the root's `host`. */
function fromSchemes(owner: Place, root: Place): readonly Server[] | undefined {
  const schemes = child(owner, 'schemes');
  const host = stringAt(child(root, 'host')) ?? '';
  return (
    schemes &&
    children(schemes).flatMap((place) => {
      const scheme = stringAt(place);
      return scheme === undefined ? [] : [{ url: `${scheme}://${host}`, place }];
    })
  );
}

/** An empty list counts as none (OAS 3.0 §4.7.1). */
function fromServers(owner: Place): readonly Server[] | undefined {
  const servers = child(owner, 'servers');
  const found = (servers ? children(servers) : []).flatMap((server) => {
    const place = child(server, 'url');
    const url = stringAt(place);
    return place && url !== undefined ? [{ url: withDefaults(url, child(server, 'variables')), place }] : [];
  });
  return found.length > 0 ? found : undefined;
}

function withDefaults(url: string, variables: Place | undefined): string {
  return url.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const variable = variables && child(variables, name);
    return (variable && stringAt(child(variable, 'default'))) ?? whole;
  });
}
