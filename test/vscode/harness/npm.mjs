// Runs npm in a folder, silent unless it fails.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { homeFolder } from './cache.mjs';

const TIME_LIMIT_MS = 9 * 60_000;

/** Runs npm with `args` in `folder`; rejects with the start of its complaint if it fails or takes more than nine minutes.
 * @param {string[]} args
 * @param {string} folder
 * @returns {Promise<void>} */
export function npm(args, folder) {
  const [command, ...before] = npmCommand();
  const all = [...before, ...args, '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, all, { cwd: folder, env: npmEnvironment(), shell: process.platform === 'win32' && !before.length });
    const keep = (data) => {
      output += data;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const stop = () => child.kill();
    const timer = setTimeout(stop, TIME_LIMIT_MS);
    process.once('exit', stop);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      process.removeListener('exit', stop);
      if (code === 0) resolve();
      else
        reject(new Error(`\`npm ${args.join(' ')}\` ended with ${code ?? signal}\n${output.trim().split('\n').slice(0, 12).join('\n')}`));
    });
  });
}

/** The npm that runs us, if one does: then its version and settings are those that the caller chose. */
function npmCommand() {
  const own = process.env.npm_execpath;
  return own && path.basename(own) === 'npm-cli.js' ? [process.execPath, own] : ['npm'];
}

/** The environment without what an outer `npm run` says about its own package, and with a home in every case. */
function npmEnvironment() {
  const outer = /^(npm_package_|npm_lifecycle_|npm_command$|npm_config_(local_prefix|workspaces?|omit|include|dry_run)$)/i;
  const kept = Object.entries(process.env).filter(([name]) => !outer.test(name));
  return { ...Object.fromEntries(kept), HOME: homeFolder() };
}
