/** A function that computes its value at the first call and remembers it. */
export function lazy<T>(compute: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    if (!made) made = { value: compute() };
    return made.value;
  };
}
