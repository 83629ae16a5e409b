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
import { ruleAnnotation } from '../features/rule-annotation.ts';
import { type Annotate, workspaceEdit } from '../features/workspace-edit.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { allFixes } from './fix-all.ts';
import { concernedResults, failedFixes } from './proved-fixes.ts';
import { silencersIn } from './silencers.ts';

/** The code actions at a place; their edits are left to `resolveCodeAction` where the client can ask for them. */
export async function offerCodeActions(session: Session, params: CodeActionParams, signal: Signal): Promise<CodeAction[]> {
  const uri = normaliseUri(params.textDocument.uri);
  if (!session.facts.codeActionLiterals || !session.documents.has(uri)) return [];
  const actions = codeActions(await settledRequest(session, uri, params, signal));
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
  const files = 'title' in data ? await fixEdits(session, data, signal) : await fixAllEdits(session, data, signal);
  if (files.every(({ edits }) => edits.length === 0)) return rest;
  const annotate = 'title' in data ? annotationOf(data) : ruleAnnotation(false);
  const goesFurther = files.some(({ file }) => file !== data.uri);
  return { ...rest, edit: workspaceEdit(files, session.texts, session.facts, goesFurther ? annotate : undefined) };
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
  return `“${title}” was not applied: ${reason}`;
}

async function fixAllEdits(session: Session, data: FixAllData, signal: Signal): Promise<readonly FileEdits[]> {
  const files = await allFixes(session, { file: data.uri, ...(data.rule !== undefined && { rule: data.rule }) }, signal);
  refuseStale(session, data);
  return files;
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
