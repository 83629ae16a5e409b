import type { Found, HuntResult } from './hunt.ts';

/** What a hunt did, on one line. */
export function countsText(name: string, { compared, characters, seconds }: HuntResult): string {
  const rate = Math.round(compared / Math.max(seconds, 0.001));
  return `${name}: ${compared} texts compared (${(characters / 1e6).toFixed(1)} million characters) in ${seconds.toFixed(1)} s, ${rate} a second`;
}

/** A difference with its text as a JSON string, as the fixtures have it. */
export function foundText({ sample, text, difference }: Found): string {
  return `${sample.format} from ${sample.from}: ${difference}\n    ${JSON.stringify(text)}`;
}

/** Says the counts, and throws when there are differences. */
export function expectNothing(name: string, result: HuntResult): void {
  console.info(countsText(name, result));
  if (result.found.length === 0) return;
  throw new Error(`Lazy and whole reading differ:\n\n${result.found.map(foundText).join('\n\n')}\n`);
}
