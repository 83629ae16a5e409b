import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { activateExtension } from './extension.ts';

/** Starts the extension in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server-web.js').toString(true);
  let worker: Worker | undefined;
  // A restart needs a new worker. The worker itself is no answer: the client would test it with `instanceof`, and what
  // VS Code offers as `Worker` to extensions makes objects of another class.
  const start = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  activateExtension(context, (id, name, options) => new LanguageClient(id, name, start, options));
}

export { deactivateExtension as deactivate } from './extension.ts';
