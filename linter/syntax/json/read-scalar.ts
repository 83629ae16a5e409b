/**
 * The value of a JSON scalar. Strings never lean on the text: engines let a longer slice of a text keep the whole text in memory, and
 * one value that somebody remembers would hold every version of the text that it was read from.
 *
 * @param start where the scalar stands, in UTF-16 code units
 */
export function readScalar(text: string, start: number, end: number): string | number | boolean | null {
  const source = text.slice(start, end);
  switch (source[0]) {
    case '"':
      return readString(source);
    case 't':
      return true;
    case 'f':
      return false;
    case 'n':
      return null;
    default:
      return Number(source);
  }
}

/** Slices that are shorter than this many code units are copies anyway. */
const shortestLeaning = 13;

function readString(source: string): string {
  if (source.length - 2 < shortestLeaning && !source.includes('\\')) return source.slice(1, -1);
  const value: unknown = JSON.parse(source);
  return String(value);
}
