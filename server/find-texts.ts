import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders that hold no descriptions of their own, but thousands of files. */
const skipped: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** The paths of all YAML and JSON files in and below a folder. Links are not followed, folders that can't be read are left out. */
export async function findTexts(folder: string, signal: AbortSignal): Promise<readonly string[]> {
  const entries = await entriesOf(folder, signal);
  const found = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : findTexts(path, signal);
      return entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name) ? [path] : [];
    }),
  );
  return found.flat();
}

async function entriesOf(folder: string, signal: AbortSignal): Promise<readonly Dirent[]> {
  if (signal.aborted) return [];
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
