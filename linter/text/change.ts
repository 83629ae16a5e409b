/** What one edit did to a text: the stretch from `start` to `end` of the text before reaches to `newEnd` in the text after (UTF-16 code units). */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly newEnd: number;
}

/** The smallest stretch in which two texts differ; undefined when they are the same. */
export function changeBetween(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  const start = longest(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const same = longest(shorter - start, (from, to) => tail(before, from, to) === tail(after, from, to));
  return { start, end: before.length - same, newEnd: after.length - same };
}

/** How far two texts agree: stretches are compared by the engine's own means, the longer ones first. */
function longest(most: number, agree: (from: number, to: number) => boolean): number {
  let sure = 0;
  for (let stride = 65_536; stride >= 1; stride /= 16) {
    while (sure + stride <= most && agree(sure, sure + stride)) sure += stride;
  }
  return sure;
}

/** The stretch between two distances from the text's end. */
function tail(text: string, from: number, to: number): string {
  return text.slice(text.length - to, text.length - from);
}
