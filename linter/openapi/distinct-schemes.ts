import type { SyntaxNode } from '../syntax/node.ts';
import { identity } from '../workspace/place.ts';
import type { ApiModel, SecurityScheme } from './model.ts';

/** See `ApiModel.distinctSchemes`. */
export function distinctSchemes(api: ApiModel): readonly SecurityScheme[] {
  const byUri = api.traits.uriRequirements ? api.requirements.flatMap(({ required }) => required.scheme ?? []) : [];
  const byText = new Map<SyntaxNode, SecurityScheme>();
  for (const scheme of [...api.schemes.byName.values(), ...byUri]) {
    const text = scheme.definition && identity(scheme.definition);
    if (text !== undefined && !byText.has(text)) byText.set(text, scheme);
  }
  return [...byText.values()];
}
