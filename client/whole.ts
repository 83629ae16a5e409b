// The extension as a browser takes it, in one file. On a desktop it holds the larger part, which is loaded late (`node.ts`): what
// differs between the two is small beside what they share.
export { activate, deactivate } from './web.ts';

/** What talks with the server on a desktop or a remote machine. */
export async function nodeLanguage() {
  return (await import('./node-language.ts')).language;
}
