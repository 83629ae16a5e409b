// Loaded into every measured Node process before its own code: writes down at its end what the process has used. Both sides of a
// comparison carry it, and processes that they start inherit it.
const { appendFileSync, readFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const target = process.env['AUTH_LINT_BENCH_USAGE'];
// The usage of a process holds that of its threads.
if (target && isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = { cpu: (userCPUTime + systemCPUTime) / 1e6, peak: peakOf(maxRSS) / 1000 };
    appendFileSync(target, `${JSON.stringify(usage)}\n`);
  });
}

/** In kB. Linux lets a new program inherit the peak of the process that started it: only the peak of its own memory map is its own. */
function peakOf(maxRSS) {
  try {
    return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? maxRSS) * 1.024;
  } catch {
    return maxRSS * 1.024;
  }
}
