/** What one edit did to a text: the stretch from `start` to `end` of the text before reaches to `newEnd` in the text after (UTF-16 code units). */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly newEnd: number;
}

/** How many code units are compared at once: slices are compared by the machine's own means. */
const stride = 16_384;

/** The smallest stretch in which two texts differ; undefined when they are the same. */
export function changeBetween(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + stride <= shorter && before.slice(start, start + stride) === after.slice(start, start + stride)) start += stride;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  const most = shorter - start;
  let same = 0;
  while (same + stride <= most && tail(before, same, stride) === tail(after, same, stride)) same += stride;
  while (same < most && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same++;
  return { start, end: before.length - same, newEnd: after.length - same };
}

/** The stretch that ends `behind` code units before the text's end. */
function tail(text: string, behind: number, length: number): string {
  return text.slice(text.length - behind - length, text.length - behind);
}
