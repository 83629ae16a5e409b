import { defineConfig } from 'vitest/config';

/** Of many small files most of the time would go into importing the same linter anew for each; it has no state that they could share. */
const sharing: ReadonlySet<string> = new Set(['unit']);

const project = (name: string) => ({
  test: {
    name,
    root: import.meta.dirname,
    include: [`${name}/**/*.test.ts`],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    isolate: !sharing.has(name),
  },
});

// biome-ignore lint/style/noDefaultExport: vitest asks for one
export default defineConfig({
  test: { projects: ['unit', 'rules', 'cases', 'equality', 'golden', 'fixing', 'corpus', 'cli', 'lsp', 'page', 'tidy'].map(project) },
});
