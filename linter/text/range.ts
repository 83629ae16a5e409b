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

/** True when both ranges hold at least one common code unit, or one is empty and lies inside the other. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start === a.end || b.start === b.end ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}

/** True when `inner` lies in `outer`, their ends included. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
