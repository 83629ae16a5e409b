// A child that starts children of its own, and ends together with them.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const GRACE_MS = 3000;

/** Starts a child at the head of its own process group. `ended` resolves to its exit code or signal; `stop` ends the whole group.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env */
export function startGroup(command, args, env) {
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  const signalAll = (signal) => {
    try {
      if (child.pid) process.kill(-child.pid, signal);
    } catch {
      /* nobody of the group is left */
    }
  };
  const stop = async () => {
    signalAll('SIGTERM');
    await Promise.race([ended, sleep(GRACE_MS, undefined, { ref: false })]);
    signalAll('SIGKILL');
  };
  return { child, ended, stop };
}
