import type { VersionTraits } from '../openapi/versions.ts';
import type { NewMap } from '../syntax/editing/render.ts';

/** A Security Scheme Object such as a name suggests, right for the version; a person looks at it in any case. */
export function likelyScheme(traits: VersionTraits, name: string): NewMap {
  if (/basic/i.test(name)) return traits.flatSchemes ? { type: 'basic' } : { type: 'http', scheme: 'basic' };
  if (/key/i.test(name)) return { type: 'apiKey', in: 'header', name: 'X-API-Key' };
  // OAS 2.0 has no bearer and no cookies: what is sent in the header can only be called a key.
  if (traits.flatSchemes) return { type: 'apiKey', in: 'header', name: 'Authorization' };
  return /cookie|session/i.test(name) ? { type: 'apiKey', in: 'cookie', name: 'session' } : { type: 'http', scheme: 'bearer' };
}
