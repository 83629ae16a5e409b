import type { VersionTraits } from '../openapi/versions.ts';
import type { NewMap } from '../syntax/editing/render.ts';

/** A Security Scheme Object such as a name suggests, right for the version; a person looks at it in any case. */
export function likelyScheme(traits: VersionTraits, name: string): NewMap {
  if (/basic/i.test(name)) return traits.flatSchemes ? { type: 'basic' } : { type: 'http', scheme: 'basic' };
  // OAS 2.0 has no bearer: what is sent in the header can only be called a key.
  if (traits.flatSchemes) return { type: 'apiKey', in: 'header', name: 'Authorization' };
  return /key|cookie|session/i.test(name) ? { type: 'apiKey', in: 'header', name: 'X-API-Key' } : { type: 'http', scheme: 'bearer' };
}
