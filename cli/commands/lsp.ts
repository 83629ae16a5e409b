import { createRequire } from 'node:module';

/**
 * `auth-lint lsp --stdio`: becomes the language server, which finds its transport among the arguments. It ends this process when the
 * editor says so or is gone; until then standard output is the protocol's alone.
 */
export function serveEditor(): void {
  createRequire(__filename)('./server.js');
}
