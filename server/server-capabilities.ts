import * as l10n from '@vscode/l10n';
import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientFacts } from './client-facts.ts';
import { fixAllKind } from './features/code-actions.ts';
import { refactoringKinds } from './features/refactorings.ts';

/** What a name, a list, a map, a quoted word and the value of a parameter begin behind. */
const completionTriggers = [' ', ',', '[', '{', '"', "'", '='];

/** What the server offers to this client. */
export function serverCapabilities(facts: ClientFacts): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, ...refactoringKinds, fixAllKind],
      resolveProvider: facts.resolvesCodeActionEdits,
    },
    hoverProvider: true,
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    completionProvider: { triggerCharacters: completionTriggers, resolveProvider: true },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: facts.preparesRename ? { prepareProvider: true } : true,
    documentSymbolProvider: { label: l10n.t('Auth Lint') },
    documentLinkProvider: { resolveProvider: true },
    ...(facts.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'auth-lint', interFileDependencies: true, workspaceDiagnostics: false },
    }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
