import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PeerPackage } from './peer.ts';

const ruleset = `rules:
  owasp-define-error-responses-401: true
`;

const name = 'vacuum 0.17.0';

/** Its package fetches a program that is not of Node, which tells nothing of what it uses but the time that passes. */
export const vacuum: PeerPackage = {
  name,
  packages: ['@quobix/vacuum@0.17.0'],
  scripts: true,
  prepare(folder) {
    const config = join(folder, 'vacuum.yaml');
    writeFileSync(config, ruleset);
    const program = join(folder, 'node_modules/.bin/vacuum');
    execFileSync(program, ['version']);
    const lint = async (files: readonly string[]) => {
      const started = performance.now();
      spawnSync(program, ['lint', '-r', config, ...files], { stdio: 'ignore' });
      return { wall: (performance.now() - started) / 1000, cpu: Number.NaN, peak: Number.NaN };
    };
    return { name, lint };
  },
};
