import * as l10n from '@vscode/l10n';
import { type Connection, ErrorCodes, ResponseError, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { clientFacts } from './client-facts.ts';
import { handleNotifications } from './notifications.ts';
import type { Platform } from './platform.ts';
import { handleRequests } from './requests.ts';
import { serverCapabilities } from './server-capabilities.ts';
import { createSession } from './session.ts';
import { Sweep } from './sweep.ts';

/** Serves one client over the connection until it ends. */
export function startServer(connection: Connection, platform: Platform): void {
  const documents = new TextDocuments(TextDocument);
  let isInitialized = false;
  connection.onInitialize((params) => {
    if (isInitialized) return new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    const facts = clientFacts(params);
    if (facts.options.words) l10n.config({ contents: { ...facts.options.words } });
    const session = createSession(connection, platform, facts, documents);
    const sweep = new Sweep(session);
    handleNotifications(session, documents);
    handleRequests(session, sweep);
    connection.onShutdown(() => sweep.stop());
    isInitialized = true;
    const version = facts.options.version ?? platform.version;
    return {
      capabilities: serverCapabilities(facts),
      serverInfo: { name: 'OpenAPI Auth Lint', ...(version !== undefined && { version }) },
    };
  });
  connection.onRequest((method) => {
    const code = isInitialized ? ErrorCodes.MethodNotFound : ErrorCodes.ServerNotInitialized;
    return new ResponseError(code, `Not answered: ${method}`);
  });
  connection.listen();
}
