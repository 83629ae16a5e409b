import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureNode } from '../measure/process.ts';
import type { PeerPackage } from './peer.ts';

const configuration = `rules:
  security-defined: error
  rule/documents-401:
    subject: { type: Responses }
    message: An operation documents a 401.
    severity: error
    assertions: { required: ['401'] }
`;

const name = 'Redocly CLI 2.77.0';
// Nothing is to go to the network while it is measured.
const env = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

export const redocly: PeerPackage = {
  name,
  packages: ['@redocly/cli@2.77.0'],
  prepare(folder) {
    const config = join(folder, 'redocly.yaml');
    writeFileSync(config, configuration);
    const program = join(folder, 'node_modules/@redocly/cli/bin/cli.js');
    const lint = (files: readonly string[]) =>
      measureNode([program, 'lint', '--config', config, ...files], { cwd: folder, good: [0, 1], env });
    return { name, lint };
  },
};
