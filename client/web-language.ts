import { Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { languageWith } from './language/language.ts';

/** In a browser the server is a web worker. */
export const language = languageWith((context, id, name, options) => {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true);
  let worker: Worker | undefined;
  // A restart needs a new worker. The worker itself is no answer: the client would test it with `instanceof`, and what
  // VS Code offers as `Worker` to extensions makes objects of another class.
  const start = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return new LanguageClient(id, name, start, options);
});
