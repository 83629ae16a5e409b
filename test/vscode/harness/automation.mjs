// How a workbench in a browser tells of a test run: VS Code calls two functions that the page's owner provides.
import { setTimeout as sleep } from 'node:timers/promises';
import { format } from 'node:util';

/**
 * @typedef {object} RunResult
 * @property {number} code
 * @property {string} [reason] why it is not the suite's own result
 */

/** Opens `address` in `page`, passes on every line of the console, and resolves when the suite, the page or the time is over.
 * @param {any} page a playwright page
 * @param {string} address
 * @param {{ onLine: (line: string, type: string) => void, limitSeconds: number, orElse?: Promise<RunResult> }} options
 * @returns {Promise<RunResult>} */
export async function watchRun(page, address, { onLine, limitSeconds, orElse }) {
  /** @type {(result: RunResult) => void} */
  let finish = () => {};
  const finished = new Promise((resolve) => {
    finish = resolve;
  });
  await page.exposeFunction('codeAutomationLog', (type, args) => onLine(format(...args), type));
  await page.exposeFunction('codeAutomationExit', (code) => finish({ code }));
  page.on('crash', () => finish({ code: 1, reason: 'the browser page crashed' }));
  page.on('close', () => finish({ code: 1, reason: 'the browser page closed' }));
  const tooLate = sleep(limitSeconds * 1000, { code: 1, reason: `no result after ${limitSeconds} s` }, { ref: false });
  await page.goto(address);
  return Promise.race([finished, tooLate, ...(orElse ? [orElse] : [])]);
}

/** Returns how long a run may take, in seconds.
 * @param {NodeJS.ProcessEnv} env */
export function runLimitSeconds(env = process.env) {
  return Number(env.AUTH_LINT_VSCODE_TIMEOUT) || 300;
}
