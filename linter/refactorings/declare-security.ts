import { fileEdits } from '../findings/file-edits.ts';
import { declareInAll, isDeclarable, securityOffers } from '../fixes/undeclared-security.ts';
import type { Operation } from '../openapi/model.ts';
import { setsAroundName, setsAroundOperation } from './support/operation-sets.ts';
import type { FindRefactorings } from './support/refactoring.ts';

/** Say of all operations that say nothing about security that they are public, or which scheme they require; a single one has its fix. */
export const declareSecurity: FindRefactorings = ({ api }, at) => {
  const isMeant = (operation: Operation) => isDeclarable(api, operation);
  const sets = [...setsAroundOperation(api, at, isMeant, ['all']), ...setsAroundName(api, at, isMeant)];
  return sets.flatMap(({ words, operations }) =>
    securityOffers(api).map(({ titleFor, security }) => ({
      title: titleFor(words),
      kind: 'rewrite' as const,
      edits: () => fileEdits(declareInAll(api, operations, security)),
    })),
  );
};
