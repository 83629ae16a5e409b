import { type ApiModel, normaliseUri } from '../../linter/index.ts';
import { entryParts, entrySummary } from '../features/entry-parts.ts';
import { steadyTexts } from '../features/texts.ts';
import type { EntriesResult, EntryPartsResult, FileParams } from '../protocol.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';

/** The descriptions that are checked. */
export async function listEntries(session: Session, signal: Signal): Promise<EntriesResult> {
  const { checker, texts } = session;
  if (!(await checker.settle(signal))) return [];
  return checker
    .entries()
    .flatMap((entry) => modelOf(session, entry) ?? [])
    .map((api) => entrySummary(api, texts))
    .sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

/** What one of them has to do with authentication. */
export async function listEntryParts(session: Session, params: FileParams, signal: Signal): Promise<EntryPartsResult> {
  const entry = normaliseUri(params.uri);
  const isSettled = await session.checker.settle(signal, entry);
  const api = isSettled ? modelOf(session, entry) : undefined;
  return api ? entryParts(api, steadyTexts(session.texts)) : { schemes: [], operations: [] };
}

function modelOf({ checker }: Session, entry: string): ApiModel | undefined {
  return checker.checked(entry)?.result.api;
}
