import 'mocha/mocha';
import { assertAllPassed, countTests } from './counts.ts';
import { LogReporter } from './log-reporter.ts';

/** A function that defines tests with `describe` and `it`. */
export type Suite = () => void;

/** Runs suites with mocha in the web extension host; rejects if a test failed. Options are mocha's own. */
export async function runSuites(suites: readonly Suite[], options: Mocha.MochaOptions = {}): Promise<void> {
  const reporter = LogReporter as unknown as Mocha.ReporterConstructor; // it has none of the base class's helpers
  mocha.setup({ ui: 'bdd', timeout: 30_000, reporter, ...options });
  for (const suite of suites) suite();
  const counts = await countTests((done) => mocha.run(done));
  console.log(`AUTH_LINT_HOST_COUNTS ${JSON.stringify(counts)}`); // run-web.mjs reads this line
  assertAllPassed(counts);
}
