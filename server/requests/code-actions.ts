import * as l10n from '@vscode/l10n';
import { type CodeAction, type CodeActionParams, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { allRules, type FileEdits, type Finding, type Fix, makesFile, normaliseUri } from '../../linter/index.ts';
import {
  type CodeActionData,
  type CodeActionRequest,
  codeActions,
  type FixAllData,
  type FixData,
  fixOf,
  matchedFindings,
} from '../features/code-actions.ts';
import type { RefactoringData } from '../features/refactorings.ts';
import { ruleAnnotation } from '../features/rule-annotation.ts';
import { type Annotate, workspaceEdit } from '../features/workspace-edit.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { allFixes } from './fix-all.ts';
import { concernedResults, failedFixes } from './proved-fixes.ts';
import { offerRefactorings, refactoringEdits } from './refactorings.ts';
import { refuseStale } from './refuse-stale.ts';
import { silencersIn } from './silencers.ts';

/** The code actions at a place; their edits are left to `resolveCodeAction` where the client can ask for them. */
export async function offerCodeActions(session: Session, params: CodeActionParams, signal: Signal): Promise<CodeAction[]> {
  const uri = normaliseUri(params.textDocument.uri);
  if (!session.facts.codeActionLiterals || !session.documents.has(uri)) return [];
  const request = await settledRequest(session, uri, params, signal);
  const fixes = codeActions(request);
  const refactorings = signal.aborted ? [] : await offerRefactorings(session, uri, request.range, request.context, fixes);
  const actions = [...fixes, ...refactorings];
  if (session.facts.resolvesCodeActionEdits) return actions;
  const complete: CodeAction[] = [];
  for (const action of actions) complete.push(...(await completed(session, action, signal)));
  return complete;
}

/** What is needed for the code actions at a place, all of it about the same texts. */
async function settledRequest(session: Session, uri: string, params: CodeActionParams, signal: Signal): Promise<CodeActionRequest> {
  const { checker, facts, texts } = session;
  // Some clients leave the context out, though the protocol demands it.
  const { range, context = { diagnostics: [] } } = params;
  for (;;) {
    const findings = await findingsOf(session, uri, signal);
    const { generation } = checker;
    const wanted = matchedFindings({ uri, range, context, findings, texts });
    const failed = await failedFixes(
      session,
      wanted.map(({ finding }) => finding),
      signal,
    );
    const isOffered = (fix: Fix): boolean => !failed.has(fix) && (facts.createsFiles || !makesFile(fix));
    const commands = facts.options.commands ?? [];
    if (generation === checker.generation || signal.aborted)
      return { uri, range, context, findings, texts, silencers: silencersIn(session), isOffered, commands };
  }
}

/** The code action with its edit, or none when it can't be applied after all. */
async function completed(session: Session, action: CodeAction, signal: Signal): Promise<CodeAction[]> {
  try {
    const { edit, command, ...rest } = await resolveCodeAction(session, action, signal);
    return edit || command ? [{ ...rest, ...(edit && { edit }), ...(command && { command }) }] : [];
  } catch (error) {
    if (error instanceof ResponseError) return [];
    throw error;
  }
}

/** The code action with its edit; without one when the text can't be edited soundly. Refuses one whose edit fails its proof. */
export async function resolveCodeAction(session: Session, action: CodeAction, signal: Signal): Promise<CodeAction> {
  const { data, ...rest } = action;
  if (!isCodeActionData(data)) return action;
  const files = await editsOf(session, data, signal);
  if (files.every(({ edits }) => edits.length === 0)) return rest;
  const annotate = annotationFor(data);
  const goesFurther = files.some(({ file }) => file !== data.uri);
  return { ...rest, edit: workspaceEdit(files, session.texts, session.facts, goesFurther ? annotate : undefined) };
}

async function editsOf(session: Session, data: CodeActionData | RefactoringData, signal: Signal): Promise<readonly FileEdits[]> {
  if ('refactoring' in data) return refactoringEdits(session, data, signal);
  return 'title' in data ? fixEdits(session, data, signal) : fixAllEdits(session, data, signal);
}

function annotationFor(data: CodeActionData | RefactoringData): Annotate {
  if ('refactoring' in data) return () => ({ label: data.refactoring });
  return 'title' in data ? annotationOf(data) : ruleAnnotation(false);
}

function annotationOf({ title, rule }: FixData): Annotate {
  const description = allRules.find(({ id }) => id === rule)?.summary;
  return () => ({ label: title, ...(description !== undefined && { description }) });
}

async function fixEdits(session: Session, data: FixData, signal: Signal): Promise<readonly FileEdits[]> {
  const { checker, texts } = session;
  for (;;) {
    const findings = await findingsOf(session, data.uri, signal);
    refuseStale(session, data);
    const { generation } = checker;
    const claim = fixOf(data, { findings, texts, silencers: silencersIn(session) });
    const edits = claim?.fix.edits() ?? [];
    if (!claim || edits.length === 0) return [];
    const results = concernedResults(session, claim);
    if (!(await checker.confirmClosed(edits.map(({ file }) => file)))) continue;
    const verdict = await session.prover.prove(claim, results, signal);
    if (verdict?.holds === false) throw new ResponseError(LSPErrorCodes.RequestFailed, refusal(data.title, verdict.reason));
    if (signal.aborted) return [];
    if (verdict && generation === checker.generation) return edits;
    // What the linter knows by now may be more than what was kept of it.
    if (generation === checker.generation) checker.recheck(checker.reaching(data.uri));
  }
}

function refusal(title: string, reason: string): string {
  return l10n.t('“{0}” was not applied: {1}', title, reason);
}

async function fixAllEdits(session: Session, data: FixAllData, signal: Signal): Promise<readonly FileEdits[]> {
  const files = await allFixes(session, { file: data.uri, ...(data.rule !== undefined && { rule: data.rule }) }, signal);
  refuseStale(session, data);
  return files;
}

/** The findings of a file, from settled results; none when the signal aborted. */
export async function findingsOf(session: Session, uri: string, signal: Signal): Promise<readonly Finding[]> {
  const isSettled = await session.checker.settle(signal, uri);
  return isSettled ? (session.checker.findingsIn(new Set([uri])).get(uri) ?? []) : [];
}

function isCodeActionData(value: unknown): value is CodeActionData | RefactoringData {
  return typeof value === 'object' && value !== null && 'uri' in value && 'version' in value;
}
