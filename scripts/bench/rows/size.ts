import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import type { Row } from '../bench.ts';
import { inRepository, repository, serverBundle } from '../repository.ts';

const packed = inRepository('dist', 'openapi-auth-lint.vsix');

/** The size of the packed extension, with both runtimes. */
export const size: Row = {
  id: 'size',
  title: 'size of the extension',
  async measure(bench) {
    // A package that is older than the bundles holds others.
    if (!existsSync(packed) || statSync(packed).mtimeMs < statSync(serverBundle).mtimeMs) {
      bench.say('size: packing the extension');
      execFileSync(process.execPath, ['scripts/package.mjs'], { cwd: repository, stdio: 'pipe' });
    }
    const kilobytes = statSync(packed).size / 1000;
    return [
      {
        what: 'openapi-auth-lint.vsix',
        ours: { unit: 'kB', by: 'median', values: [kilobytes] },
        must: { of: 'ours', comparison: 'at most', limit: 700 },
      },
    ];
  },
};
