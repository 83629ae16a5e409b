import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isConfigurationFile, Linter, noChoices, type ReadResult } from '../../../linter/index.ts';

/** The paths of all files that the linter reads for a description, its entry first. */
export async function reachedFiles(entry: string): Promise<readonly string[]> {
  const reached: string[] = [];
  const read = (uri: string): ReadResult => {
    if (isConfigurationFile(uri)) return { problem: 'missing' };
    try {
      const path = fileURLToPath(uri);
      const text = readFileSync(path, 'utf8');
      reached.push(path);
      return { text };
    } catch {
      return { problem: 'missing' };
    }
  };
  const settings = () => ({ configuration: { kind: 'none' as const }, below: noChoices, above: noChoices });
  await new Linter({ read, settings }).check(pathToFileURL(entry).href);
  return reached;
}
