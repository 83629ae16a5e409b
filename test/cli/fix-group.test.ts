import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Setup } from '../../cli/checking/work.ts';
import { boundaryOf } from '../../cli/files/boundary.ts';
import { uriOf } from '../../cli/files/file-uri.ts';
import { groupFixer } from '../../cli/fixing/fix-group.ts';
import { folderWith } from './auth-lint.ts';
import { quoted, unquoted } from './fixable.ts';

describe('what fixes are built on', () => {
  it('is read once, however often it is asked for', async () => {
    const folder = folderWith({ 'api.yaml': unquoted });
    const setup: Setup = {
      workingFolder: folder,
      folders: [],
      configuration: { kind: 'none' },
      choices: { preset: 'strict', only: ['unquoted-401'], rules: new Map() },
      named: [],
      wanted: { details: false, code: false, coverage: false },
      overlay: new Map(),
    };
    let reads = 0;
    // Somebody writes a line at its top each time.
    const bytes = (path: string) =>
      path === join(folder, 'api.yaml') ? Buffer.from('# mine\n'.repeat(reads++) + unquoted) : { problem: 'missing' as const };
    const fix = groupFixer(setup, { boundary: boundaryOf(folder, []), files: { bytes }, scope: {} });
    const { changes, applied, refusal } = await fix([uriOf(join(folder, 'api.yaml'))]);
    expect([applied, refusal, changes.length]).toEqual([2, undefined, 1]);
    expect(Buffer.from(changes[0]?.before ?? []).toString()).toBe(unquoted);
    expect(Buffer.from(changes[0]?.after ?? []).toString()).toBe(quoted);
  });
});
