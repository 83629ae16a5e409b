import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { languageWith } from './language/language.ts';

/** On a desktop or a remote machine the server is a Node process. */
export const language = languageWith((context, id, name, options) => {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  return new LanguageClient(id, name, server, options);
});
