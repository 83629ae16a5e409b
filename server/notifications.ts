import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { normaliseUri } from '../linter/index.ts';
import { folderUri } from './client-facts.ts';
import { guardNotification } from './guard.ts';
import { type HiddenParams, methods } from './protocol.ts';
import type { Session } from './session.ts';

/** Listens to what the client tells of documents, files, settings and folders. */
export function handleNotifications(session: Session, documents: TextDocuments<TextDocument>): void {
  const { checker, connection, log } = session;
  documents.listen(connection);
  documents.onDidChangeContent(({ document }) =>
    guardNotification(`the change of ${document.uri}`, log, () =>
      checker.documentChanged(normaliseUri(document.uri), document.getText(), document.version),
    ),
  );
  documents.onDidClose(({ document }) =>
    guardNotification(`the closing of ${document.uri}`, log, () => {
      checker.documentClosed(normaliseUri(document.uri));
      // It holds what the linter itself may let go of now.
      session.prover.release();
    }),
  );
  connection.onNotification(methods.hidden, (params: HiddenParams) =>
    guardNotification(methods.hidden, log, () => documentsHidden(session, params)),
  );
  connection.onDidChangeWatchedFiles(({ changes }) => guardNotification('the change of files', log, () => filesChanged(session, changes)));
  connection.onDidChangeConfiguration(({ settings }) =>
    guardNotification('the change of settings', log, () => settingsChanged(session, settings)),
  );
  connection.onInitialized(() => guardNotification('the registration of listeners', log, () => register(session)));
}

async function register(session: Session): Promise<void> {
  const { connection, facts, log } = session;
  if (facts.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
      guardNotification('the change of workspace folders', log, () => {
        for (const { uri } of removed) session.folders.delete(folderUri(uri));
        for (const { uri } of added) session.folders.set(folderUri(uri), uri);
        for (const { uri } of removed) session.checker.releaseBelow(folderUri(uri), [...session.folders.keys()]);
        session.settings.clear();
        session.checker.boundsChanged();
      }),
    );
  }
  if (facts.registersConfiguration) await connection.client.register(DidChangeConfigurationNotification.type, { section: 'authLint' });
  if (facts.registersWatchedFiles) {
    // In some editors * leaves out names that begin with a dot. The deletion of a folder is told of the folder alone: its files' names
    // would match nothing.
    const watchers = [
      { globPattern: '**/*.{yaml,yml,json}' },
      { globPattern: '**/.auth-lint.{yaml,yml,json}' },
      { globPattern: '**/*', kind: WatchKind.Delete },
    ];
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}

function filesChanged({ checker, documents }: Session, changes: readonly FileEvent[]): void {
  const reached = checker.reachedFiles();
  const known = [...new Set([...reached, ...documents.uris()])];
  const changed = changes.flatMap(({ uri: spelling, type }) => {
    const uri = normaliseUri(spelling);
    // A folder stands for the files below it.
    const files = [uri, ...known.filter((file) => file.startsWith(`${uri}/`))];
    // Editors keep texts for a while that nobody sees: they don't stand before a file that is gone.
    if (type === FileChangeType.Deleted) for (const file of files.filter((each) => documents.isHidden(each))) checker.textGone(file);
    return files;
  });
  const relevant = changed.filter((uri) => reached.has(uri) || /\.(?:ya?ml|json)$/i.test(uri));
  if (relevant.length > 0) checker.filesChanged([...new Set(relevant)]);
}

function documentsHidden({ checker, documents, pulled }: Session, { uris }: HiddenParams): void {
  for (const uri of uris.map(normaliseUri).filter((candidate) => documents.has(candidate))) {
    documents.markHidden(uri);
    pulled.forget(uri);
    checker.documentHidden(uri);
  }
}

function settingsChanged({ checker, facts, givenSettings, settings }: Session, sent: unknown): void {
  if (!facts.configuration) givenSettings.value = sectionOf(sent) ?? givenSettings.value;
  settings.clear();
  checker.settingsChanged();
}

/** Clients send either the section's value or an object that holds it; undefined when they speak of others' settings only. */
function sectionOf(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null) return undefined;
  if ('authLint' in settings) return settings.authLint;
  return ['enable', 'codeLens', 'inlayHints', 'preset', 'rules'].some((name) => name in settings) ? settings : undefined;
}
