import { type CodeAction, type CodeActionParams, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { type FileEdits, type Finding, ignoreFixes, normaliseUri } from '../../linter/index.ts';
import { type CodeActionData, codeActions, type FixAllData, type FixData, fixOf, type Suppressions } from '../features/code-actions.ts';
import { workspaceEdit } from '../features/workspace-edit.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { allFixes } from './fix-all.ts';

/** The code actions at a place; their edits are left to `resolveCodeAction` where the client can ask for them. */
export async function offerCodeActions(session: Session, params: CodeActionParams, signal: Signal): Promise<CodeAction[]> {
  const uri = normaliseUri(params.textDocument.uri);
  if (!session.facts.codeActionLiterals || !session.documents.has(uri)) return [];
  const findings = await findingsOf(session, uri, signal);
  // Some clients leave the context out, though the protocol demands it.
  const { range, context = { diagnostics: [] } } = params;
  const actions = codeActions({
    uri,
    range,
    context,
    findings,
    texts: session.texts,
    suppressions: suppressionsIn(session),
    commands: session.facts.options.commands ?? [],
  });
  if (session.facts.resolvesCodeActionEdits) return actions;
  const complete: CodeAction[] = [];
  for (const action of actions) complete.push(await resolveCodeAction(session, action, signal));
  return complete.filter(({ edit, command }) => edit !== undefined || command !== undefined);
}

/** The code action with its edit; without one when the text can't be edited soundly. */
export async function resolveCodeAction(session: Session, action: CodeAction, signal: Signal): Promise<CodeAction> {
  const { data, ...rest } = action;
  if (!isCodeActionData(data)) return action;
  const files = 'title' in data ? await fixEdits(session, data, signal) : await fixAllEdits(session, data, signal);
  if (files.every(({ edits }) => edits.length === 0)) return rest;
  return { ...rest, edit: workspaceEdit(files, session.texts, session.facts.documentChanges) };
}

async function fixEdits(session: Session, data: FixData, signal: Signal): Promise<readonly FileEdits[]> {
  for (;;) {
    const findings = await findingsOf(session, data.uri, signal);
    refuseStale(session, data);
    const edits = fixOf(data, findings, session.texts, suppressionsIn(session))?.edits() ?? [];
    if (await session.checker.confirmClosed(edits.map(({ file }) => file))) return edits;
  }
}

async function fixAllEdits(session: Session, data: FixAllData, signal: Signal): Promise<readonly FileEdits[]> {
  const files = await allFixes(session, { file: data.uri, ...(data.rule !== undefined && { rule: data.rule }) }, signal);
  refuseStale(session, data);
  return files;
}

function suppressionsIn({ linter }: Session): Suppressions {
  return (finding) => {
    const file = linter.file(finding.file);
    return file ? ignoreFixes(finding, file) : [];
  };
}

/** An action that was offered for another text is none any more. */
function refuseStale(session: Session, { uri, version }: CodeActionData): void {
  if (session.texts.version(uri) !== version) throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since.');
}

/** The findings of a file, from settled results; none when the signal aborted. */
export async function findingsOf(session: Session, uri: string, signal: Signal): Promise<readonly Finding[]> {
  const isSettled = await session.checker.settle(signal, uri);
  return isSettled ? (session.checker.findingsIn(new Set([uri])).get(uri) ?? []) : [];
}

function isCodeActionData(value: unknown): value is CodeActionData {
  return typeof value === 'object' && value !== null && 'uri' in value && 'version' in value;
}
