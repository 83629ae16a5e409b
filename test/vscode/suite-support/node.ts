import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { assertAllPassed, countTests } from './counts.ts';

/** A function that defines tests with `describe` and `it`. */
export type Suite = () => void;

/** Runs suites with mocha in the Node extension host; rejects if a test failed. Options are mocha's own. */
export async function runSuites(suites: readonly Suite[], options: Mocha.MochaOptions = {}): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: 'spec', color: false, ...options });
  mocha.suite.emit('pre-require', globalThis, '', mocha); // defines describe and it
  for (const suite of suites) suite();
  const counts = await countTests((done) => mocha.run(done));
  const file = process.env['AUTH_LINT_HOST_COUNTS'];
  if (file) writeFileSync(file, JSON.stringify(counts));
  assertAllPassed(counts);
}
