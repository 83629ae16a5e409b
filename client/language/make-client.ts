import { type ExtensionContext, extensions, l10n, Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  type HiddenParams,
  type InitializationOptions,
  methods,
  type ReadFileResult,
  type StatusParams,
  showLocationsCommand,
  showRuleDocumentationCommand,
} from '../../server/protocol.ts';
import type { ClientHost } from '../client-host.ts';
import { isLintable, languages } from '../documents.ts';
import { findFiles, readFile } from './file-access.ts';
import { resolveCodeAction } from './resolve-code-action.ts';
import { restartPolicy } from './restart-policy.ts';
import { AuthenticationTree } from './tree/authentication-tree.ts';

/** Makes the language client of this platform. */
export type ClientFactory = (context: ExtensionContext, id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** The client with everything that it answers to the server. It is not started yet. */
export function makeClient(create: ClientFactory, context: ExtensionContext, host: ClientHost): BaseLanguageClient {
  const client: BaseLanguageClient = create(context, 'authLint', 'OpenAPI Auth Lint', {
    documentSelector: languages.map((language) => ({ language })),
    initializationOptions: initializationOptions(context),
    outputChannel: host.output,
    diagnosticCollectionName: 'auth-lint',
    diagnosticPullOptions: { onChange: true },
    errorHandler: restartPolicy((message) => host.failed(message)),
    middleware: {
      resolveCodeAction: (action, token) => resolveCodeAction(client, action, token),
      didOpen: async (document, next) => {
        if (!isLintable(document)) return;
        await next(document);
        if (!client.visibleDocuments.isVisible(document)) tellHidden(client, host, [document.uri]);
      },
    },
  });
  client.onNotification(methods.status, (status: StatusParams) => host.noted(status));
  client.onRequest<ReadFileResult, void>(methods.readFile, readFile);
  client.onRequest(methods.findFiles, findFiles);
  client.onNotification(methods.entriesChanged, () => host.entriesChanged.fire());
  context.subscriptions.push(new AuthenticationTree(client, host.entriesChanged.event));
  context.subscriptions.push(client.visibleDocuments.onClose((uris) => tellHidden(client, host, [...uris])));
  return client;
}

/** VS Code keeps documents open that have no editor, and pulls nothing for them: the server must not wait for that. */
function tellHidden(client: BaseLanguageClient, { output }: ClientHost, uris: readonly Uri[]): void {
  if (!client.isRunning()) return;
  const params: HiddenParams = { uris: uris.map((uri) => client.code2ProtocolConverter.asUri(uri)) };
  client.sendNotification(methods.hidden, params).catch((error: unknown) => output.warn(String(error)));
}

function initializationOptions(context: ExtensionContext): InitializationOptions {
  return {
    documentation: `${Uri.joinPath(context.extensionUri, 'docs', 'rules').toString()}/`,
    version: String((context.extension.packageJSON as { version?: unknown }).version),
    commands: [showLocationsCommand, showRuleDocumentationCommand],
    icons: true,
    // The YAML extension completes them by the schema that comes with this one.
    completesConfiguration: extensions.getExtension('redhat.vscode-yaml') === undefined,
    status: true,
    entries: true,
    ...(l10n.bundle && { words: l10n.bundle }),
  };
}
