import type { Server } from '../openapi/model.ts';

/**
 * The URL of an API's protected resource metadata (RFC 9728 §3.1): the well-known path stands between host and path. Of servers
 * without a host nothing can be told: then an example.
 */
export function resourceMetadataUrl(servers: readonly Server[]): string {
  const [, origin, path = ''] = servers.map(({ url }) => /^(https?:\/\/[^/?#"\\\s]+)([^?#"\\\s]*)/i.exec(url)).find((match) => match) ?? [];
  return `${origin ?? 'https://example.com'}/.well-known/oauth-protected-resource${path.replace(/\/+$/, '')}`;
}
