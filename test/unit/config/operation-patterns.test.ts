import { describe, expect, it } from 'vitest';
import { matchesOperation } from '../../../linter/rules/support/operation-pattern.ts';

const operation = { method: 'get', path: '/pets/{id}', id: 'readPet', tags: ['pets', 'public'] };

describe('a pattern for operations', () => {
  it.each([
    ['GET /pets/{id}', true],
    ['get /pets/{id}', true],
    ['* /pets/{id}', true],
    ['POST /pets/{id}', false],
    ['GET /pets', false],
    ['GET /pets/*', true],
    ['GET /*', false],
    ['GET /**', true],
    ['GET /*/{id}', true],
    ['GET /**/{id}', true],
    ['GET /pets/.*', false],
    ['GET /pets/{i?}', false],
    ['tag:pets', true],
    ['tag:pet', false],
    ['operationId:readPet', true],
    ['operationId:readpet', false],
    ['constructor', false],
    ['', false],
  ])('%s: %s', (pattern, expected) => {
    expect(matchesOperation(pattern, operation)).toBe(expected);
  });

  it('with many stars is answered for a long path', () => {
    expect(matchesOperation(`* /${'*a'.repeat(300)}b`, { ...operation, path: `/${'a'.repeat(1_000)}` })).toBe(false);
  });
});
