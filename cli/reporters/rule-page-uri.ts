import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { memo } from '../../linter/index.ts';

/** The address of a rule's page beside the program; undefined where it was not packed with it. */
export const rulePageUri = memo((rule: string): string | undefined => {
  const path = join(__dirname, '../docs/rules', `${rule}.md`);
  return existsSync(path) ? pathToFileURL(path).href : undefined;
});
