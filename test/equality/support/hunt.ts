import { shrunk } from '../../support/shrink.ts';
import { parseDifference } from './compare.ts';
import type { Sample } from './sample.ts';
import { withoutStacks } from './without-stacks.ts';

/** A text for which the two ways to read differ, made small. */
export interface Found {
  readonly sample: Sample;
  readonly text: string;
  readonly difference: string;
}

export interface HuntResult {
  readonly compared: number;
  readonly characters: number;
  readonly seconds: number;
  readonly found: readonly Found[];
}

/** Different differences that are told at once; more of them are rarely of use. */
const most = 5;

/** Reads every sample in both ways, until there is none left, time is up or enough differences are found. */
export function hunt(samples: Iterable<Sample>, until = Number.POSITIVE_INFINITY): HuntResult {
  const started = Date.now();
  const found = new Map<string, Found>();
  let compared = 0;
  let characters = 0;
  for (const sample of samples) {
    compared++;
    characters += sample.text.length;
    if (withoutStacks(() => parseDifference(sample)) !== undefined) {
      const smallest = smallestOf(sample);
      found.set(smallest.text, smallest);
    }
    if (found.size >= most || Date.now() > until) break;
  }
  return { compared, characters, seconds: (Date.now() - started) / 1000, found: [...found.values()] };
}

/** What is left of a text that differs. Large ones are made smaller with fewer trials, each of which takes long. */
export function smallestOf(sample: Sample): Found {
  const trials = Math.max(60, Math.min(4000, Math.round(20_000_000 / (sample.text.length + 1))));
  const fails = (candidate: string) => parseDifference({ ...sample, text: candidate }) !== undefined;
  const text = withoutStacks(() => shrunk(sample.text, fails, trials));
  return { sample, text, difference: parseDifference({ ...sample, text }) ?? 'none any more' };
}
