// Writes everything that is derived from the rules and from the JSON contract.
//   npm run generate
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generatedFiles } from './generated-files.ts';

async function main(): Promise<void> {
  const root = join(import.meta.dirname ?? __dirname, '../..');
  for (const [path, text] of await generatedFiles(root)) {
    const file = join(root, path);
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(`wrote ${path}`);
  }
}

void main();
