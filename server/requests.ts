import { CancellationToken, CancellationTokenSource, WorkDoneProgressCancelNotification } from 'vscode-languageserver';
import { documented } from './features/completions.ts';
import { guardRequest } from './guard.ts';
import {
  type CheckWorkspaceParams,
  type DeclarePublicResult,
  type FixAllResult,
  methods,
  type NewConfigurationParams,
  type ReportParams,
  type UndeclaredResult,
} from './protocol.ts';
import { checkFile } from './requests/check-file.ts';
import { checkWorkspace } from './requests/check-workspace.ts';
import { offerCodeActions, resolveCodeAction } from './requests/code-actions.ts';
import { codeLenses, resolveCodeLens } from './requests/code-lenses.ts';
import { complete } from './requests/completions.ts';
import { declareOperationsPublic, listUndeclared } from './requests/declare-public.ts';
import { findDefinition } from './requests/definition.ts';
import { nothingToShow, pullDiagnostics } from './requests/diagnostics.ts';
import { offerDocumentLinks, resolveDocumentLink } from './requests/document-links.ts';
import { outline } from './requests/document-symbols.ts';
import { listEntries, listEntryParts } from './requests/entries.ts';
import { answerFixAll } from './requests/fix-all.ts';
import { fixWorkspace } from './requests/fix-workspace.ts';
import { hover } from './requests/hover.ts';
import { inlayHints } from './requests/inlay-hints.ts';
import { newConfiguration } from './requests/new-configuration.ts';
import { findHighlights, findReferences } from './requests/references.ts';
import { prepareRename, rename } from './requests/rename.ts';
import { report } from './requests/report.ts';
import { listRules } from './requests/rules.ts';
import { serverFacts } from './requests/server-facts.ts';
import type { Progress } from './requests/workspace-entries.ts';
import type { Session } from './session.ts';
import { type Signal, signalOf } from './signal.ts';
import type { Sweep } from './sweep.ts';

/** Answers the client's requests. */
export function handleRequests(session: Session, sweep: Sweep): void {
  const { connection, log } = session;
  const answer = <P, R>(name: string, work: (session: Session, params: P, signal: Signal) => Promise<R>, fallback?: R) => {
    return (params: P, token: CancellationToken) => guardRequest(name, log, token, () => work(session, params, signalOf(token)), fallback);
  };
  connection.languages.diagnostics.on(answer('textDocument/diagnostic', pullDiagnostics, nothingToShow));
  connection.onCodeAction(answer('textDocument/codeAction', offerCodeActions, []));
  connection.onCodeActionResolve(answer('codeAction/resolve', resolveCodeAction));
  connection.onCodeLens(answer('textDocument/codeLens', codeLenses, []));
  connection.onCodeLensResolve(answer('codeLens/resolve', resolveCodeLens));
  connection.languages.inlayHint.on(answer('textDocument/inlayHint', inlayHints, []));
  connection.onHover(answer('textDocument/hover', hover, null));
  connection.onDefinition(answer('textDocument/definition', findDefinition));
  connection.onReferences(answer('textDocument/references', findReferences));
  connection.onDocumentHighlight(answer('textDocument/documentHighlight', findHighlights));
  connection.onPrepareRename(answer('textDocument/prepareRename', prepareRename));
  connection.onRenameRequest(answer('textDocument/rename', rename));
  connection.onDocumentSymbol(answer('textDocument/documentSymbol', outline));
  connection.onDocumentLinks(answer('textDocument/documentLink', offerDocumentLinks));
  connection.onDocumentLinkResolve(answer('documentLink/resolve', resolveDocumentLink));
  connection.onCompletion(answer('textDocument/completion', complete, []));
  connection.onCompletionResolve(documented);
  connection.onRequest(methods.checkFile, answer(methods.checkFile, checkFile));
  connection.onRequest<FixAllResult, never>(methods.fixAll, answer(methods.fixAll, answerFixAll));
  connection.onRequest(methods.rules, () => listRules());
  connection.onRequest(methods.serverFacts, () => serverFacts(session));
  // Without parameters the token comes first.
  connection.onRequest(methods.entries, (token: CancellationToken) =>
    guardRequest(methods.entries, log, token, () => listEntries(session, signalOf(token))),
  );
  connection.onRequest(methods.entryParts, answer(methods.entryParts, listEntryParts));
  connection.onRequest<UndeclaredResult, never>(methods.undeclared, answer(methods.undeclared, listUndeclared));
  connection.onRequest<DeclarePublicResult, never>(methods.declarePublic, answer(methods.declarePublic, declareOperationsPublic));
  const running = new Map<string | number, CancellationTokenSource>();
  connection.onNotification(WorkDoneProgressCancelNotification.type, ({ token }) => running.get(token)?.cancel());
  answerWithProgress(session, running, methods.checkWorkspace, (progress, token, params) =>
    checkWorkspace(session, sweep, params, progress, token),
  );
  answerWithProgress(session, running, methods.fixWorkspace, (progress, token) => fixWorkspace(session, sweep, progress, token));
  answerWithProgress(session, running, methods.newConfiguration, (progress, token, params: NewConfigurationParams) =>
    newConfiguration(session, params, progress, token),
  );
  answerWithProgress<ReportParams>(session, running, methods.report, (progress, token, params) =>
    report(session, sweep, params, progress, token),
  );
}

/** Cancelled by the request or by its progress, one of `running`; either way the answer tells what was done until then. */
function answerWithProgress<P extends CheckWorkspaceParams>(
  { connection, log }: Session,
  running: Map<string | number, CancellationTokenSource>,
  method: string,
  work: (progress: Progress, token: CancellationToken, params: P) => Promise<unknown>,
): void {
  connection.onRequest<unknown, never>(method, async (params: P, token: CancellationToken) => {
    const source = new CancellationTokenSource();
    const listener = token.onCancellationRequested(() => source.cancel());
    const progressToken = (params as P | undefined)?.workDoneToken;
    if (progressToken !== undefined) running.set(progressToken, source);
    try {
      const progress = connection.window.attachWorkDoneProgress(progressToken);
      return await guardRequest(method, log, CancellationToken.None, () => work(progress, source.token, params));
    } finally {
      listener.dispose();
      if (progressToken !== undefined) running.delete(progressToken);
    }
  });
}
