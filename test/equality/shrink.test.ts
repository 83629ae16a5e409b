import { describe, expect, it } from 'vitest';
import { seededRandom } from '../support/random.ts';
import { shrunk } from '../support/shrink.ts';
import { toldChange } from './edits/change.ts';
import { editSequences } from './edits/sequences.ts';
import { take } from './support/take.ts';

describe('a text that fails', () => {
  it('becomes as small as it can', () => {
    const text = Array.from({ length: 200 }, (_, line) => `key${line}: "some value" # ${line}`).join('\n');
    expect(shrunk(text, (candidate) => /"[\s\S]*\n[\s\S]*#/.test(candidate))).toBe('"\n#');
  });

  it('is asked for a limited time', () => {
    let asked = 0;
    const fails = (candidate: string) => {
      asked++;
      return candidate.length > 10;
    };
    shrunk('x'.repeat(5000), fails, 100);
    expect(asked).toBeLessThanOrEqual(100);
  });
});

describe('a change that is told', () => {
  it('makes the one text of the other', () => {
    const random = seededRandom(1);
    for (const { texts } of take(20, editSequences('yaml', 1))) {
      for (const [index, after] of texts.slice(1).entries()) {
        const before = texts[index] ?? '';
        const { start, end, newEnd } = toldChange(before, after, random);
        expect(before.slice(0, start) + after.slice(start, newEnd) + before.slice(end)).toBe(after);
      }
    }
  });
});
