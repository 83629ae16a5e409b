import { expect, test } from 'vitest';
import { groupNodes } from '../../../client/language/tree/nodes.ts';
import type { OperationPart, SchemePart } from '../../../server/protocol.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const at = { uri: 'file:///api.yaml', range };

function operation(path: string, coverage: OperationPart['coverage']): OperationPart {
  return { method: 'get', path, coverage, schemes: [], ...at };
}

const bearer: SchemePart = { name: 'bearer', type: 'http', operations: 2, ...at };

test('groups operations by what they document, what has to be done first, and leaves out groups of nothing', () => {
  const operations = [operation('/a', 'challenge'), operation('/b', 'public'), operation('/c', 'none'), operation('/d', 'challenge')];
  const groups = groupNodes('file:///api.yaml', { schemes: [bearer], operations });
  expect(groups.map(({ group, parts }) => [group, parts.length])).toEqual([
    ['schemes', 1],
    ['none', 1],
    ['challenge', 2],
    ['public', 1],
  ]);
});

test('an operation keeps its id when it moves, and when it comes into another group', () => {
  const idOf = (coverage: OperationPart['coverage'], before: readonly OperationPart[]) =>
    groupNodes('file:///api.yaml', { schemes: [], operations: [...before, operation('/a', coverage)] })
      .flatMap(({ parts }) => parts)
      .at(-1)?.id;
  expect(idOf('public', [operation('/z', 'none')])).toBe(idOf('none', []));
});

test('no two have the same id, in a text that has a path twice, too', () => {
  const operations = [operation('/a', 'none'), operation('/a', 'none'), operation('/a', 'public')];
  const groups = groupNodes('file:///api.yaml', { schemes: [bearer, bearer], operations });
  const ids = groups.flatMap((group) => [group.id, ...group.parts.map(({ id }) => id)]);
  expect(new Set(ids).size).toBe(ids.length);
});
