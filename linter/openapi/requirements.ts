import type { SyntaxNode } from '../syntax/node.ts';
import { identity } from '../workspace/place.ts';
import type { ApiModel, Operation, RequiredScheme, SecurityDeclaration, SecurityRequirement } from './model.ts';

/** A `security` field with the operations for which it is in force. */
export interface UsedDeclaration {
  readonly declaration: SecurityDeclaration;
  /** Empty for a root's field that every operation replaces. */
  readonly users: readonly Operation[];
}

/** One name in a requirement, with where it stands. */
export interface UsedRequirement extends UsedDeclaration {
  readonly requirement: SecurityRequirement;
  readonly required: RequiredScheme;
}

/** Every `security` field of the description, each text once, the root's first, then in the order of the operations. */
export function declarationsOf(api: ApiModel): readonly UsedDeclaration[] {
  const byText = new Map<SyntaxNode, UsedDeclaration & { users: Operation[] }>();
  if (api.security) byText.set(identity(api.security.place), { declaration: api.security, users: [] });
  for (const operation of api.operations) {
    const { declaration } = operation.security;
    if (!declaration) continue;
    const text = identity(declaration.place);
    const known = byText.get(text);
    if (known) known.users.push(operation);
    else byText.set(text, { declaration, users: [operation] });
  }
  return [...byText.values()];
}

/** Every name in every requirement of the description. */
export function requirementsOf(api: ApiModel): readonly UsedRequirement[] {
  return declarationsOf(api).flatMap((used) =>
    used.declaration.requirements.flatMap((requirement) => requirement.schemes.map((required) => ({ ...used, requirement, required }))),
  );
}
