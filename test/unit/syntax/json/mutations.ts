import fc from 'fast-check';
import type { TextChange } from '../../../../linter/text/change.ts';

/** A change of any text: where, as a share of its length, how much goes, and what comes. */
export interface Mutation {
  readonly where: number;
  readonly removed: number;
  readonly inserted: string;
}

const bits = fc.constantFrom(
  ...['{', '}', '[', ']', ',', ':', '"', '\\', ' ', '\n', '0', '-', '.', 'e', 'true', 'null', '//', '\uFEFF'],
  ...['"a": 1, ', ', "b": {"c": [1]}', '}, "n": {', '], [', '"x"', '{}', '\\u00e9', '1'],
);

export const mutations: fc.Arbitrary<Mutation> = fc.record({
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(12)),
  inserted: fc.oneof(fc.constant(''), bits, bits, fc.string({ maxLength: 3 })),
});

export function changeOf(text: string, { where, removed, inserted }: Mutation): TextChange {
  const start = Math.floor(where * text.length);
  return { start, end: Math.min(start + removed, text.length), newEnd: start + inserted.length };
}

export function mutated(text: string, mutation: Mutation): string {
  const { start, end } = changeOf(text, mutation);
  return text.slice(0, start) + mutation.inserted + text.slice(end);
}
