import type { SyntaxNode } from '../syntax/node.ts';
import { memo } from '../text/memo.ts';
import { child, identity, type Place, stringAt } from '../workspace/place.ts';
import type { ApiModel, EffectiveSecurity, Operation, SecurityRequirement, Server } from './model.ts';

/** A server with the operations whose credentials are sent to it. */
export interface CredentialServer {
  readonly server: Server;
  readonly users: readonly Operation[];
}

/** The servers to which credentials are sent, each text once, in the order of the operations. */
export function credentialServers(api: ApiModel): readonly CredentialServer[] {
  const byText = new Map<SyntaxNode, { server: Server; users: Operation[] }>();
  const sends = memo(sendsCredentials);
  for (const operation of api.operations) {
    // What webhooks and callbacks send goes to the consumer's servers.
    if (operation.kind !== 'operation' || !sends(operation.security)) continue;
    for (const server of operation.servers) {
      const known = byText.get(identity(server.place));
      if (!known) byText.set(identity(server.place), { server, users: [operation] });
      else if (known.users.at(-1) !== operation) known.users.push(operation);
    }
  }
  return [...byText.values()];
}

/** A certificate is no secret. */
function sendsCredentials({ state, declaration, schemes }: EffectiveSecurity): boolean {
  if (state !== 'secured' && state !== 'optional') return false;
  const isUnknown = ({ schemes: required }: SecurityRequirement) => required.some(({ scheme }) => scheme === undefined);
  return schemes.some(({ type }) => type !== 'mutualTLS') || declaration?.requirements.some(isUnknown) === true;
}

/** A field that holds a URL to which tokens or passwords are sent. */
export interface OAuthUrl {
  readonly place: Place;
  readonly url: string;
  /** The scheme's name. */
  readonly scheme: string;
}

const schemeUrls = ['openIdConnectUrl', 'oauth2MetadataUrl'];
const flowUrls = ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'deviceAuthorizationUrl'];

/** The URLs of all OAuth and OpenID Connect schemes, each text once. */
export function oauthUrls(api: ApiModel): readonly OAuthUrl[] {
  const byText = new Map<SyntaxNode, OAuthUrl>();
  for (const { name, type, definition, flows } of api.distinctSchemes) {
    if (!definition || (type !== 'oauth2' && type !== 'openIdConnect')) continue;
    const holders = [{ holder: definition, fields: schemeUrls }, ...flows.map(({ place }) => ({ holder: place, fields: flowUrls }))];
    for (const place of holders.flatMap(({ holder, fields }) => fields.flatMap((field) => child(holder, field) ?? []))) {
      const url = stringAt(place);
      if (url !== undefined && !byText.has(identity(place))) byText.set(identity(place), { place, url, scheme: name });
    }
  }
  return [...byText.values()];
}
