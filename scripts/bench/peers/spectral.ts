import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureNode } from '../measure/process.ts';
import type { PeerPackage } from './peer.ts';

const ruleset = `extends: [["./node_modules/@stoplight/spectral-owasp-ruleset/dist/ruleset.js", "off"]]
rules:
  "owasp:api8:2023-define-error-responses-401": true
`;

export const spectral: PeerPackage = {
  name: 'Spectral 6.16.3',
  packages: ['@stoplight/spectral-cli@6.16.3', '@stoplight/spectral-owasp-ruleset@2.0.1'],
  prepare(folder) {
    const config = join(folder, 'spectral.yaml');
    writeFileSync(config, ruleset);
    const program = join(folder, 'node_modules/@stoplight/spectral-cli/dist/index.js');
    // 1: findings; 2: files that it could not read as it wants them.
    const lint = (files: readonly string[]) => measureNode([program, 'lint', '-r', config, ...files], { cwd: folder, good: [0, 1, 2] });
    return { name: 'Spectral 6.16.3', lint };
  },
};
