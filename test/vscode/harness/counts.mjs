// The counts of a suite's tests: what says that it ran to its end.
import fs from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** Prints the counts, writes them to the file that `$AUTH_LINT_COUNTS` names, and returns the exit code of the run.
 * @param {string} label one word
 * @param {Counts | undefined} counts undefined when the suite has not come to its end
 * @param {number} exitCode of the host
 * @returns {number} */
export function reportCounts(label, counts, exitCode) {
  if (!counts) process.stderr.write(`${label}: the suite did not come to its end\n`);
  const result = counts ?? { passed: 0, failed: 1, skipped: 0 };
  if (counts && exitCode !== 0 && counts.failed === 0) result.failed = 1; // the host failed although no test did
  if (process.env.AUTH_LINT_COUNTS) fs.writeFileSync(process.env.AUTH_LINT_COUNTS, `${JSON.stringify(result)}\n`);
  process.stdout.write(`${label}: ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped\n`);
  return result.failed === 0 && result.passed > 0 ? 0 : 1;
}

/** Returns the counts that a suite wrote to `file`; undefined if it wrote none.
 * @param {string} file
 * @returns {Counts | undefined} */
export function readCounts(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}
