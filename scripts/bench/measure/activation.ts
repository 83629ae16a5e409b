import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { benchScript } from '../repository.ts';

/** In milliseconds. */
export interface ActivationTime {
  /** Loading the extension's bundle. */
  readonly load: number;
  /** Its function `activate`. */
  readonly activate: number;
  /** The CPU time of both, of all threads. */
  readonly cpu: number;
}

/** Activates the built extension once in a process of its own, with an editor that has this YAML text open, or nothing. */
export async function activationTime(text: string | undefined): Promise<ActivationTime> {
  const args = [benchScript('measure', 'activate-extension.cjs'), ...(text === undefined ? [] : [text])];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as ActivationTime;
}
