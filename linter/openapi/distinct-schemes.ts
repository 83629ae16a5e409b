import type { SyntaxNode } from '../syntax/node.ts';
import { identity } from '../workspace/place.ts';
import type { ApiModel, SecurityScheme } from './model.ts';
import { requirementsOf } from './requirements.ts';

/**
 * Every scheme that can be reached, each text once: those of the description before those that requirements name by URI (OAS 3.2).
 */
export function distinctSchemes(api: ApiModel): readonly SecurityScheme[] {
  const byUri = api.traits.uriRequirements ? requirementsOf(api).flatMap(({ required }) => required.scheme ?? []) : [];
  const byText = new Map<SyntaxNode, SecurityScheme>();
  for (const scheme of [...api.schemes.byName.values(), ...byUri]) {
    const text = scheme.definition && identity(scheme.definition);
    if (text !== undefined && !byText.has(text)) byText.set(text, scheme);
  }
  return [...byText.values()];
}
