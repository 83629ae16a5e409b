import { describe, expect, it } from 'vitest';
import { sequenceDifference } from './edits/run-sequence.ts';
import { parseDifference } from './support/compare.ts';
import { type Fixture, fixtures } from './support/fixtures.ts';
import { withoutStacks } from './support/without-stacks.ts';

/** What is asked for first depends on the seed. */
const seeds = [0, 1, 2, 3, 4];

/** Edits take longer. */
const editSeeds = seeds.slice(0, 2);

/** The text put together in some steps, and taken apart again from its start. */
function typed(text: string): readonly string[] {
  const step = Math.ceil(text.length / 16);
  const lengths = Array.from({ length: Math.ceil(text.length / Math.max(1, step)) + 1 }, (_, index) => Math.min(text.length, index * step));
  return [...lengths.map((length) => text.slice(0, length)), ...lengths.map((length) => text.slice(length))];
}

/** The text between others that are fine, which an edit breaks and another mends. */
function putIn({ format, texts: [text = ''] }: Fixture): readonly string[] {
  const [before, after] = format === 'yaml' ? ['first:\n  a: 1\n', '\nlast:\n  b: 2\n'] : ['{"first":{"a":1},"x":', ',"last":[2]}'];
  return [before + after, before + text + after, `${before}${text}x${after}`, before + text + after, before + after];
}

describe.each(fixtures())('$format $name', (fixture) => {
  const { format, texts, seed } = fixture;

  it('is read lazily as it is as a whole', () => {
    for (const text of texts) {
      for (const touched of [seed, ...seeds]) expect(withoutStacks(() => parseDifference({ format, text, seed: touched }))).toBe(undefined);
    }
  });

  it('is the same after edits', () => {
    const sequences = texts.length > 1 ? [texts] : [typed(texts[0] ?? ''), putIn(fixture)];
    for (const sequence of sequences) {
      for (const told of [seed, ...editSeeds]) {
        expect(withoutStacks(() => sequenceDifference({ format, texts: sequence, seed: told }))).toBe(undefined);
      }
    }
  });
});

it('there are many of them, each with a name of its own', () => {
  const names = fixtures().map(({ format, name }) => `${format} ${name}`);
  expect(names.length).toBeGreaterThan(200);
  expect(new Set(names).size).toBe(names.length);
});
