import type { Position } from 'vscode-languageserver';
import { type ApiModel, type LinterSession, normaliseUri, type SourceFile } from '../../linter/index.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { settledModels } from './settled-models.ts';

/** A place in a document, as requests name it. */
export interface DocumentPosition {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** An open document, and the descriptions beside which it is looked at. */
export interface Explored {
  readonly file: SourceFile;
  readonly apis: readonly ApiModel[];
  /** Has every text that references lead to, also such as no rule asks for. */
  readonly texts: LinterSession;
}

/** Beside which descriptions a document is looked at: those that it is a part of, or every one that is checked, and others beside. */
export type Beside = 'reaching' | 'all' | readonly ApiModel[];

/**
 * What a look at an open document gives, beside some descriptions.
 * Undefined where none is checked, where the linter is off, and when the signal aborted.
 */
export async function explore<T>(
  session: Session,
  clientUri: string,
  beside: Beside,
  signal: Signal,
  look: (explored: Explored) => T,
): Promise<T | undefined> {
  const uri = normaliseUri(clientUri);
  const { checker, documents, linter, settings } = session;
  while (documents.has(uri) && !signal.aborted) {
    const apis = beside === 'reaching' ? await settledModels(session, uri, signal) : await allModels(session, signal, beside);
    const { generation } = checker;
    const file = linter.file(uri);
    if (!file || checker.entries().length === 0 || !settings.get(uri).enable) return undefined;
    // A text that changes while others are loaded takes nodes with it that the models still have.
    const isPast = (): boolean => generation !== checker.generation;
    const found = await linter.explore((texts) => {
      if (isPast()) return undefined;
      // A reference by `$self` leads to files that were seen before.
      for (const { entry } of apis) texts.file(entry.uri);
      return { value: look({ file, apis, texts }) };
    });
    if (found && !isPast()) return found.value;
  }
  return undefined;
}

async function allModels(
  { checker, settings }: Session,
  signal: Signal,
  beside: Exclude<Beside, 'reaching'>,
): Promise<readonly ApiModel[]> {
  if (!(await checker.settle(signal))) return [];
  const enabled = checker.entries().filter((entry) => settings.get(entry).enable);
  const checked = enabled.flatMap((entry) => checker.checked(entry)?.result.api ?? []);
  return beside === 'all' ? checked : [...checked, ...beside];
}
