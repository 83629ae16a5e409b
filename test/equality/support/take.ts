/** The first ones of a sequence that may be endless. */
export function* take<T>(count: number, from: Iterable<T>): Generator<T> {
  let taken = 0;
  if (count <= 0) return;
  for (const item of from) {
    yield item;
    if (++taken >= count) return;
  }
}
