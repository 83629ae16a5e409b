import {
  type Command,
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { StatusParams } from '../server/protocol.ts';
import { countsText } from './counts-text.ts';
import { languages as languageIds } from './documents.ts';
import type { Server } from './server.ts';

/** The language status of the document in the active editor, shown where there is something to say. */
export class StatusItem implements Disposable {
  readonly #byDocument = new Map<string, StatusParams>();
  readonly #listeners: Disposable[];
  /** How things stand with the server itself, when they stand badly. */
  #trouble: StatusParams | undefined;
  #item: LanguageStatusItem | undefined;

  constructor(server: Server) {
    this.#listeners = [server.onStatus((status) => this.#note(status))];
  }

  dispose(): void {
    this.#item?.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  /** Before the server says anything there is nothing to show, whatever the editor does. */
  #listenToEditor(): void {
    if (this.#listeners.length > 1) return;
    this.#listeners.push(
      window.onDidChangeActiveTextEditor(() => this.#show()),
      workspace.onDidCloseTextDocument((document) => this.#byDocument.delete(document.uri.toString())),
    );
  }

  #note(status: StatusParams): void {
    this.#listenToEditor();
    if (status.uri === undefined) {
      // Of the server as a whole: it failed, or a new one begins.
      this.#trouble = status.state === 'error' ? status : undefined;
      this.#byDocument.clear();
    } else {
      this.#trouble = undefined;
      this.#byDocument.set(Uri.parse(status.uri).toString(), status);
    }
    this.#show();
  }

  #show(): void {
    const document = window.activeTextEditor?.document;
    const own = document && this.#byDocument.get(document.uri.toString());
    const status = this.#trouble ?? (own?.role === 'none' && own.state !== 'error' ? undefined : own);
    if (!status) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    this.#item ??= languages.createLanguageStatusItem(
      'authLint.status',
      languageIds.map((language) => ({ language })),
    );
    fill(this.#item, status);
  }
}

function fill(item: LanguageStatusItem, status: StatusParams): void {
  item.name = l10n.t('OpenAPI Auth Lint');
  item.busy = status.state === 'checking';
  if (status.state === 'error') {
    item.severity = LanguageStatusSeverity.Error;
    item.text = l10n.t('Auth Lint stopped working');
    item.detail = status.message ?? '';
    item.command = { title: l10n.t('Restart Server'), command: 'authLint.restartServer' };
    return;
  }
  item.severity = LanguageStatusSeverity.Information;
  item.text = status.ignored ? l10n.t('Auth Lint: ignored') : l10n.t('Auth Lint: {0}', countsText(status.counts));
  item.detail = details(status).join(' · ');
  item.command = commandFor(status);
}

/** Opens the configuration where another one than the document is in force. */
function commandFor({ configuration, uri }: StatusParams): Command {
  if (configuration === undefined || configuration === uri) return { title: l10n.t('Show Output'), command: 'authLint.showOutput' };
  return { title: l10n.t('Open Configuration'), command: 'vscode.open', arguments: [Uri.parse(configuration)] };
}

function details(status: StatusParams): readonly string[] {
  const configuration = status.configuration === undefined ? undefined : workspace.asRelativePath(Uri.parse(status.configuration));
  if (status.ignored && configuration !== undefined) return [l10n.t('ignored by {0}', configuration)];
  return [
    ...(status.role === 'fragment' ? [l10n.t('part of {0}', status.entries.join(', '))] : []),
    ...(status.preset === '' ? [] : [l10n.t('preset {0}, {1} rules', status.preset, status.rules)]),
    ...(configuration === undefined ? [] : [configuration]),
    l10n.t('{0} ms', Math.round(status.milliseconds)),
  ];
}
