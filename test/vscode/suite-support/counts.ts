/** How many tests of a run passed, failed, and were skipped. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Runs the tests that were defined on `runner`'s owner and resolves to their counts. */
export function countTests(start: (done: (failures: number) => void) => Mocha.Runner): Promise<Counts> {
  return new Promise((resolve) => {
    const runner = start(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, skipped: pending });
    });
  });
}

/** Throws if a test failed: VS Code takes the suite's rejection for a failed run. */
export function assertAllPassed(counts: Counts): void {
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed`);
}
