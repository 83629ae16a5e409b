import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../../scripts/generate/generated-files.ts';
import { repository } from '../support/sources.ts';

const generated = await generatedFiles(repository);

describe('generated files are fresh (`npm run generate`)', () => {
  it.each([...generated])('%s', (path, text) => {
    expect(readFileSync(join(repository, path), 'utf8')).toBe(text);
  });

  it('and no page is left of a rule that is gone', () => {
    for (const name of readdirSync(join(repository, 'docs/rules'))) expect([...generated.keys()]).toContain(`docs/rules/${name}`);
  });
});
