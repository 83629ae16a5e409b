import { CancellationToken } from 'vscode-languageserver';
import { type ApiModel, looksLikeEntry } from '../../linter/index.ts';
import type { Session } from '../session.ts';
import { breather, type Signal } from '../signal.ts';

/** A reference into another file: a description without any shares no text with others. */
const outsideReference = /\$ref["']?\s*:\s*["']?(?![#"'\s])/;

/**
 * What a look at the models of descriptions in the workspace gives that are not checked, and may share texts with those that are: where a
 * file that none of these reaches has a word, others may name by it what these do. They are let go afterwards. It is looked again when a
 * text changed meanwhile.
 */
export async function withUncheckedModels<T>(
  session: Session,
  word: string,
  signal: Signal,
  look: (models: readonly ApiModel[]) => Promise<T>,
): Promise<T> {
  const { checker, linter } = session;
  for (;;) {
    const { generation } = checker;
    const entries = await uncheckedEntries(session, word, signal);
    try {
      const found = await look(await modelsOf(session, entries, signal));
      if (generation === checker.generation || signal.aborted) return found;
    } finally {
      for (const entry of entries) if (!checker.isEntry(entry)) linter.forget(entry);
    }
  }
}

async function modelsOf({ linter, settings }: Session, entries: readonly string[], signal: Signal): Promise<readonly ApiModel[]> {
  await settings.load(entries);
  const breathe = breather();
  const models: ApiModel[] = [];
  for (const entry of entries.filter((uri) => settings.get(uri).enable)) {
    await breathe();
    const api = signal.aborted ? undefined : (await linter.check(entry, signal))?.api;
    if (api) models.push(api);
  }
  return models;
}

/** The descriptions that refer to other files and are not checked; none where no file beside those that are has the word. */
async function uncheckedEntries(session: Session, word: string, signal: Signal): Promise<readonly string[]> {
  const reached = session.checker.reachedFiles();
  const breathe = breather();
  const entries: string[] = [];
  let isMentioned = false;
  for (const uri of await session.files.find([...session.folders.values()], CancellationToken.None)) {
    await breathe();
    if (signal.aborted) return [];
    if (reached.has(uri)) continue;
    const read = await session.files.read(uri);
    if (!('text' in read)) continue;
    isMentioned ||= read.text.includes(word);
    if (looksLikeEntry(read.text) && outsideReference.test(read.text)) entries.push(uri);
  }
  return isMentioned ? entries : [];
}
