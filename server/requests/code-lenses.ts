import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { normaliseUri } from '../../linter/index.ts';
import { type AuthLens, authLenses, toCodeLens } from '../features/code-lenses.ts';
import { lspRange, steadyTexts } from '../features/texts.ts';
import { displayName, type Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { refuseStale } from './refuse-stale.ts';
import { modelsNow } from './settled-models.ts';

/** A lens of which only the place is told yet. */
interface LensData {
  readonly uri: string;
  readonly version: number | null;
  /** Its index among those of the document. */
  readonly index: number;
}

/** The lenses of an open document; what they say is left to `resolveCodeLens`. */
export async function codeLenses(session: Session, params: CodeLensParams, signal: Signal): Promise<CodeLens[]> {
  const uri = normaliseUri(params.textDocument.uri);
  const { checker, documents, shown } = session;
  if (!documents.has(uri) || !(await checker.settle(signal, uri))) return [];
  const lenses = lensesNow(session, uri);
  const texts = steadyTexts(session.texts);
  const version = texts.version(uri);
  shown.lenses.note(uri, version, lensWords(lenses));
  return lenses.map(({ range }, index) => ({ range: lspRange(texts, uri, range), data: { uri, version, index } satisfies LensData }));
}

/** The lens with what it says, and where it leads. */
export async function resolveCodeLens(session: Session, lens: CodeLens, signal: Signal): Promise<CodeLens> {
  const { data } = lens;
  if (!isLensData(data)) return lens;
  const isSettled = await session.checker.settle(signal, data.uri);
  refuseStale(session, data);
  const known = isSettled ? lensesNow(session, data.uri)[data.index] : undefined;
  return known ? toCodeLens(known, data.uri, steadyTexts(session.texts), session.facts.options.commands ?? []) : lens;
}

/** The lenses of an open document by the last results; none where they are switched off. */
export function lensesNow(session: Session, uri: string): readonly AuthLens[] {
  if (!session.settings.get(uri).codeLens) return [];
  const nameOf = (file: string) => displayName(session, file);
  return authLenses({ models: modelsNow(session, uri), uri, nameOf, icons: session.facts.options.icons === true });
}

/** What lenses show: their places are looked up when one is asked for. */
export function lensWords(lenses: readonly AuthLens[]): readonly string[] {
  return lenses.map(({ title }) => title);
}

function isLensData(value: unknown): value is LensData {
  return typeof value === 'object' && value !== null && 'uri' in value && 'version' in value && 'index' in value;
}
