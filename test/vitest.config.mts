import { defineConfig } from 'vitest/config';

const project = (name: string) => ({
  test: { name, root: import.meta.dirname, include: [`${name}/**/*.test.ts`], testTimeout: 60_000, hookTimeout: 60_000 },
});

// biome-ignore lint/style/noDefaultExport: vitest asks for one
export default defineConfig({
  test: { projects: ['unit', 'rules', 'cases', 'equality', 'golden', 'fixing', 'corpus', 'cli', 'lsp', 'page', 'tidy'].map(project) },
});
