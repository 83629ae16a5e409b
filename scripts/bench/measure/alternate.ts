export interface AlternateOptions {
  readonly runs: number;
  /** After this many milliseconds no new round begins; the first round is always done. */
  readonly patience: number;
}

/** Runs the sides in turn, A B A B …, so that whatever else the machine does meets all of them. Gives each side's results by run. */
export async function alternate<Side extends string, Result>(
  sides: Readonly<Record<Side, () => Promise<Result>>>,
  { runs, patience }: AlternateOptions,
): Promise<Readonly<Record<Side, readonly Result[]>>> {
  const names = Object.keys(sides) as Side[];
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Side, Result[]>;
  const end = performance.now() + patience;
  for (let run = 0; run < runs && (run === 0 || performance.now() < end); run++) {
    for (const name of names) results[name].push(await sides[name]());
  }
  return results;
}
