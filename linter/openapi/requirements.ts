import type { SyntaxNode } from '../syntax/node.ts';
import { identity } from '../workspace/place.ts';
import type { Operation, RequiredScheme, SecurityDeclaration, SecurityRequirement } from './model.ts';

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

/** See `ApiModel.declarations`. */
export function declarationsOf(root: SecurityDeclaration | undefined, operations: readonly Operation[]): readonly UsedDeclaration[] {
  const byText = new Map<SyntaxNode, UsedDeclaration & { users: Operation[] }>();
  if (root) byText.set(identity(root.place), { declaration: root, users: [] });
  for (const operation of operations) {
    const { declaration } = operation.security;
    if (!declaration) continue;
    const known = byText.get(identity(declaration.place));
    known?.users.push(operation);
    // Where the text stands, rather than at an alias of it.
    const isSource = !declaration.place.entry?.alias;
    if (!known || (known.declaration.place.entry?.alias && isSource))
      byText.set(identity(declaration.place), { declaration, users: known?.users ?? [operation] });
  }
  return [...byText.values()];
}

/** See `ApiModel.requirements`. */
export function requirementsOf(declarations: readonly UsedDeclaration[]): readonly UsedRequirement[] {
  const found: UsedRequirement[] = [];
  for (const { declaration, users } of declarations) {
    for (const requirement of declaration.requirements) {
      for (const required of requirement.schemes) found.push({ declaration, users, requirement, required });
    }
  }
  return found;
}
