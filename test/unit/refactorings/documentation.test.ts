import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { refactored } from '../support/refactored.ts';

const page = readFileSync(new URL('../../../docs/refactorings.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);

it.each([
  ['extracting a 401', "'401'", 0],
  ['declaring security', 'paths', 2],
])('the page shows what comes of %s', async (_, place, index) => {
  const [before = '', after = ''] = examples.slice(index);
  expect(await refactored(`openapi: 3.1.0\n${before.replace(place, `${place}¦`)}`)).toBe(`openapi: 3.1.0\n${after}`);
});
