import type { EventEmitter, ExtensionContext, LogOutputChannel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { StatusParams } from '../server/protocol.ts';

/** Who hears what the language client has to tell. */
export interface ClientHost {
  readonly output: LogOutputChannel;
  /** Is told how things stand with a document. */
  noted(status: StatusParams): void;
  /** Fires when there are other results than before, of whichever descriptions. */
  readonly entriesChanged: EventEmitter<void>;
  /** Is told that the server died too often. */
  failed(message: string): void;
}

/** Makes the language client, which is not started then. */
export interface ClientMaker {
  makeClient(context: ExtensionContext, host: ClientHost): BaseLanguageClient;
}
