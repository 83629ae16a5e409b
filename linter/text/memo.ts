/** A function that computes its value once for each argument, and remembers it. */
export function memo<Argument, Value>(compute: (argument: Argument) => Value): (argument: Argument) => Value {
  const known = new Map<Argument, { readonly value: Value }>();
  return (argument) => {
    const before = known.get(argument);
    if (before) return before.value;
    const value = compute(argument);
    known.set(argument, { value });
    return value;
  };
}
