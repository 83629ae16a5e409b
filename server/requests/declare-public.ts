import { type ApiModel, declarePublic, normaliseUri } from '../../linter/index.ts';
import { undeclaredAt, undeclaredGroups } from '../features/undeclared.ts';
import { workspaceEdit } from '../features/workspace-edit.ts';
import type { DeclarePublicParams, DeclarePublicResult, FileParams, UndeclaredResult } from '../protocol.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { settledModels } from './settled-models.ts';

/** The operations that say nothing about security, of the description that a file is or is part of. */
export async function listUndeclared(session: Session, params: FileParams, signal: Signal): Promise<UndeclaredResult> {
  const api = await modelOf(session, params, signal);
  return api ? undeclaredGroups(api, session.texts) : null;
}

/** The edit that declares some of them public. */
export async function declareOperationsPublic(session: Session, params: DeclarePublicParams, signal: Signal): Promise<DeclarePublicResult> {
  const { checker, facts, texts } = session;
  for (;;) {
    const api = await modelOf(session, params, signal);
    const operations = api && undeclaredAt(api, params.operations, texts);
    const edits = api && operations ? declarePublic(api, operations) : [];
    if (edits.length === 0) return null;
    const edit = workspaceEdit(edits, texts, facts);
    if (await checker.confirmClosed(edits.map(({ file }) => file))) return edit;
  }
}

async function modelOf(session: Session, { uri }: FileParams, signal: Signal): Promise<ApiModel | undefined> {
  const [api] = await settledModels(session, normaliseUri(uri), signal);
  return api;
}
