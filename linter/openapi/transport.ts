import type { SyntaxNode } from '../syntax/node.ts';
import { child, identity, type Place, stringAt } from '../workspace/place.ts';
import { schemesInForce } from './challenges.ts';
import { distinctSchemes } from './distinct-schemes.ts';
import type { ApiModel, Operation, Server } from './model.ts';

/** A server with the operations whose credentials are sent to it. */
export interface CredentialServer {
  readonly server: Server;
  readonly users: readonly Operation[];
}

/** The servers to which credentials are sent, each text once, in the order of the operations. */
export function credentialServers(api: ApiModel): readonly CredentialServer[] {
  const byText = new Map<SyntaxNode, { server: Server; users: Operation[] }>();
  for (const operation of api.operations) {
    if (!sendsCredentials(operation)) continue;
    for (const server of new Map(operation.servers.map((each) => [identity(each.place), each])).values()) {
      const text = identity(server.place);
      const known = byText.get(text);
      if (known) known.users.push(operation);
      else byText.set(text, { server, users: [operation] });
    }
  }
  return [...byText.values()];
}

/** What webhooks and callbacks send goes to the consumer's servers; a certificate is no secret. */
function sendsCredentials(operation: Operation): boolean {
  const { state, declaration } = operation.security;
  if (operation.kind !== 'operation' || (state !== 'secured' && state !== 'optional')) return false;
  const names = declaration?.requirements.flatMap(({ schemes }) => schemes) ?? [];
  return names.some(({ scheme }) => scheme === undefined) || schemesInForce(operation).some(({ type }) => type !== 'mutualTLS');
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
  for (const { name, type, definition, flows } of distinctSchemes(api)) {
    if (!definition || (type !== 'oauth2' && type !== 'openIdConnect')) continue;
    const holders = [{ holder: definition, fields: schemeUrls }, ...flows.map(({ place }) => ({ holder: place, fields: flowUrls }))];
    for (const place of holders.flatMap(({ holder, fields }) => fields.flatMap((field) => child(holder, field) ?? []))) {
      const url = stringAt(place);
      if (url !== undefined && !byText.has(identity(place))) byText.set(identity(place), { place, url, scheme: name });
    }
  }
  return [...byText.values()];
}
