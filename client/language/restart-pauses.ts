/** Crashes longer ago than this are forgotten, in milliseconds. */
const memory = 3 * 60 * 1000;
/** So many crashes are followed by another start. */
const restarts = 5;
/** The pause before the first restart, in milliseconds; it doubles with each. */
const firstPause = 500;

/** What is to come after a crash. */
export interface AfterCrash {
  /** How many there were lately. */
  readonly crashes: number;
  /** Before the next start, in milliseconds; undefined when it died too often. */
  readonly pause: number | undefined;
}

/** Counts crashes: is told of each, with its time in milliseconds, and tells what is to come then. */
export function restartPauses(): (now: number) => AfterCrash {
  let times: readonly number[] = [];
  return (now) => {
    times = [...times.filter((time) => now - time < memory), now];
    const crashes = times.length;
    return { crashes, pause: crashes > restarts ? undefined : firstPause * 2 ** (crashes - 1) };
  };
}
