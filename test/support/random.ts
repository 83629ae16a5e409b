/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number from 0, less than the limit. */
  below(limit: number): number;
  /** A whole number from the first to the last. */
  between(first: number, last: number): number;
  /** True in this share of all cases (0 to 1). */
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** Mulberry32 with a mixed seed: neighbouring seeds have nothing in common. */
export function seededRandom(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * Math.max(1, limit));
  return {
    below,
    between: (first, last) => first + below(last - first + 1),
    chance: (share) => next() < share,
    pick: (list) => {
      if (list.length === 0) throw new Error('nothing to pick from');
      return list[below(list.length)] as (typeof list)[number];
    },
  };
}
