import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  type ApiModel,
  type AuthSymbol,
  type FileEdits,
  type RenameRefusal,
  refusalOfAny,
  renameSymbol,
  usesAt,
} from '../../linter/index.ts';
import { refusalWords } from '../features/rename.ts';
import { lspRange } from '../features/texts.ts';
import { workspaceEdit } from '../features/workspace-edit.ts';
import { displayName, type Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { type DocumentPosition, explore } from './explore.ts';
import { withUncheckedModels } from './unchecked-models.ts';
import { usesBeside } from './uses.ts';

/** What would be renamed at a place; null where nothing is named. Refuses at once what can't be given any other name. */
export async function prepareRename(session: Session, params: PrepareRenameParams, signal: Signal): Promise<PrepareRenameResult | null> {
  const found = await explore(session, params.textDocument.uri, 'all', signal, ({ file, apis, texts }) => {
    const offset = file.lines.offsetAt(params.position);
    return { file, offset, uses: usesAt(apis, texts, file, offset) };
  });
  if (!found?.uses) return null;
  const { symbol, occurrences, files } = found.uses;
  const refusal = refusalOfAny(symbol, occurrences, files);
  if (refusal) throw refused(session, symbol, '', refusal);
  const here = occurrences.find(({ file, range }) => file === found.file && range.start <= found.offset && found.offset <= range.end);
  return here ? { range: lspRange(session.texts, found.file.uri, here.range), placeholder: symbol.name } : null;
}

/** The edits that rename what is named at a place wherever it is. Refuses what would be done by halves. */
export async function rename(session: Session, { newName, ...at }: RenameParams, signal: Signal): Promise<WorkspaceEdit | null> {
  const { checker, facts, texts } = session;
  const name = await usesBeside(session, at, 'all', signal, ({ symbol }) => symbol.name);
  if (name === undefined) return null;
  return await withUncheckedModels(session, name, signal, async (others) => {
    const renaming = await renamingAt(session, at, newName, others, signal);
    if (!renaming) return null;
    // Not every client tells of files that change, and none at once: an edit for an old text would destroy the new one.
    await checker.confirmClosed(renaming.map(({ file }) => file));
    return workspaceEdit(renaming, texts, facts);
  });
}

async function renamingAt(
  session: Session,
  at: DocumentPosition,
  newName: string,
  others: readonly ApiModel[],
  signal: Signal,
): Promise<readonly FileEdits[] | undefined> {
  const found = await usesBeside(session, at, others, signal, (uses) => ({
    uses,
    renaming: renameSymbol(uses.symbol, newName, uses.occurrences, uses.files),
  }));
  if (!found) return undefined;
  const { renaming, uses } = found;
  if (!('refusal' in renaming)) return renaming.edits;
  throw refused(session, uses.symbol, newName, renaming.refusal);
}

function refused(session: Session, symbol: AuthSymbol, newName: string, refusal: RenameRefusal): ResponseError<void> {
  const lineOf = (uri: string, offset: number): number => session.texts.lines(uri)?.positionAt(offset).line ?? 0;
  return new ResponseError(
    LSPErrorCodes.RequestFailed,
    refusalWords(symbol, newName, refusal, (uri) => displayName(session, uri), lineOf),
  );
}
