/** A stretch of a text: offsets in UTF-16 code units, `start` included, `end` not. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place in a text as editors count it: line and character from 0, characters in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** True for an offset in a range, its end included. */
export function covers({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}
