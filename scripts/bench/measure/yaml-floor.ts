import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { benchScript } from '../repository.ts';
import { measureNode, type Usage } from './process.ts';

/** A process that reads these files and parses each once with `yaml`'s `parseDocument`. */
export function measureParseYaml(bench: Bench, files: readonly string[]): Promise<Usage> {
  // Hundreds of paths may be more than a command line holds.
  const list = join(bench.scratch, 'files.txt');
  writeFileSync(list, files.join('\n'));
  return measureNode([benchScript('floors', 'parse-yaml.cjs'), list]);
}
