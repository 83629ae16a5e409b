import { unauthorizedForAll } from '../fixes/unauthorized-response.ts';
import type { Operation } from '../openapi/model.ts';
import { setsAroundName, setsAroundOperation } from './support/operation-sets.ts';
import type { FindRefactorings } from './support/refactoring.ts';

/** Document a 401 on all operations of a path, with a tag, or altogether that are secured and lack one; a single one has its fix. */
export const documentUnauthorized: FindRefactorings = ({ needs401, ...context }, at) => {
  const { canDocument, edits } = unauthorizedForAll(context);
  const lacksIt = (operation: Operation) => needs401(operation) && canDocument(operation);
  const sets = [...setsAroundOperation(context.api, at, lacksIt, ['all', 'path', 'tag']), ...setsAroundName(context.api, at, lacksIt)];
  return sets.map(({ words, operations }) => ({
    title: `Document 401 on ${words} that lack it`,
    kind: 'rewrite',
    edits: () => edits(operations),
  }));
};
