import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { decode, type Finding, Linter, noChoices, Prover } from '../linter/index.ts';
import { Checker } from './checker.ts';
import { type ClientFacts, folderUri } from './client-facts.ts';
import { toDiagnostic } from './features/diagnostics.ts';
import { steadyTexts, type Texts } from './features/texts.ts';
import { Files } from './files.ts';
import { clientLog, type Log } from './log.ts';
import { OpenDocuments } from './open-documents.ts';
import type { Platform } from './platform.ts';
import { Publisher } from './publisher.ts';
import { PulledDiagnostics } from './pulled-diagnostics.ts';
import { SettingsStore } from './settings-store.ts';
import { Shown } from './shown.ts';
import { configurationSource, folderOf, workspaceFolderOf } from './workspace-folder.ts';

/** All that the server keeps between `initialize` and `shutdown`. */
export interface Session {
  readonly connection: Connection;
  readonly facts: ClientFacts;
  readonly log: Log;
  /** The workspace folders: their URIs without a slash at their end, and as the client spells them. */
  readonly folders: Map<string, string>;
  readonly documents: OpenDocuments;
  readonly settings: SettingsStore;
  /** Settings that came without being asked for. */
  readonly givenSettings: { value: unknown };
  readonly files: Files;
  readonly linter: Linter;
  readonly checker: Checker;
  readonly prover: Prover;
  readonly texts: Texts;
  readonly publisher: Publisher;
  readonly pulled: PulledDiagnostics;
  readonly shown: { readonly lenses: Shown; readonly hints: Shown };
  /** What was made of lists of findings: both a pull and what is pushed may ask for it. */
  readonly diagnostics: WeakMap<readonly Finding[], readonly Diagnostic[]>;
}

/** Builds a session and its parts. */
export function createSession(
  connection: Connection,
  platform: Platform,
  facts: ClientFacts,
  textDocuments: TextDocuments<TextDocument>,
): Session {
  const log = clientLog(connection.console, facts.options.version ?? platform.version ?? '');
  const folders = new Map(facts.folders.map((uri) => [folderUri(uri), uri]));
  const documents = new OpenDocuments(textDocuments);
  const givenSettings = { value: facts.options.settings };
  const settings = new SettingsStore(
    (uris) =>
      fetchSettings(
        connection,
        facts,
        givenSettings,
        uris.map((uri) => documents.clientUri(uri)),
      ),
    log.warn,
  );
  const files = new Files(connection, platform, () => (folders.size > 0 ? [...folders.keys()] : checker.entries().map(folderOf)));
  const linter = new Linter({
    read: (uri) => files.read(uri),
    settings: (uri) => ({ configuration: configurationSource(folders, uri), below: settings.get(uri).choices, above: noChoices }),
    log: log.warn,
  });
  const checker = new Checker(linter, documents, settings, log, () => folders.size === 0);
  const texts: Texts = {
    // Positions are those of the texts that findings are about, even while a file is read again.
    lines: (uri) => linter.lastSeen(uri)?.lines,
    version: (uri) => documents.get(uri)?.version ?? null,
    clientUri: (uri) => documents.clientUri(uri),
  };
  const documentation = facts.options.documentation ?? platform.documentation;
  const prover = new Prover(linter);
  const session = { connection, log, folders, documents, settings, givenSettings, files, linter, checker, prover, texts };
  return {
    ...session,
    facts: { ...facts, options: { ...facts.options, ...(documentation !== undefined && { documentation }) } },
    publisher: new Publisher(connection, documents, log),
    pulled: new PulledDiagnostics(),
    shown: { lenses: new Shown(), hints: new Shown() },
    diagnostics: new WeakMap(),
  };
}

/** The diagnostics of these files, from settled results; a file without any has no item. */
export function diagnosticsOf(session: Session, files: ReadonlySet<string>): ReadonlyMap<string, readonly Diagnostic[]> {
  const byFile = session.checker.findingsIn(files);
  const { documentation } = session.facts.options;
  const texts = steadyTexts(session.texts);
  const diagnostics = (findings: readonly Finding[]): readonly Diagnostic[] => {
    const made = session.diagnostics.get(findings) ?? findings.map((finding) => toDiagnostic(finding, texts, documentation));
    session.diagnostics.set(findings, made);
    return made;
  };
  return new Map([...byFile].map(([file, findings]) => [file, diagnostics(findings)]));
}

/** A file's name for people: its path in its workspace folder, where there are several with the folder's name before it, or its last part. */
export function displayName({ folders }: Session, uri: string): string {
  const folder = workspaceFolderOf(folders.keys(), uri);
  const base = folder !== undefined && folders.size === 1 ? folder : folderOf(folder ?? uri);
  const name = uri.slice(base.length + 1);
  return decode(name) ?? name;
}

/** A file's name for tools, which look for it in one folder: its path there or, where there are several folders, its whole path. */
export function pathName(session: Session, uri: string): string {
  if (session.folders.size < 2 || !uri.startsWith('file:///')) return displayName(session, uri);
  const path = uri.slice('file://'.length);
  return (decode(path) ?? path).replace(/^\/(?=[a-z]:)/i, '');
}

async function fetchSettings(
  connection: Connection,
  facts: ClientFacts,
  given: { value: unknown },
  uris: readonly string[],
): Promise<readonly unknown[]> {
  if (!facts.configuration) return uris.map(() => given.value);
  const values: unknown[] = await connection.workspace.getConfiguration(uris.map((scopeUri) => ({ scopeUri, section: 'authLint' })));
  return values.map((value) => value ?? given.value);
}
