import { isConfigurationFile, type Linter, looksLikeEntry } from '../../linter/index.ts';
import type { FileReader } from '../files/file-reader.ts';
import { uriOf } from '../files/file-uri.ts';
import { refusalReason } from '../files/refusal-reason.ts';
import type { Target } from './targets.ts';

export interface Unread {
  readonly uri: string;
  readonly reason: string;
}

/** What the targets turned out to be; files by their URIs. */
export interface Sorted {
  /** Descriptions, texts that seem to be one but can't be read as one, and named configuration files. */
  readonly entries: readonly string[];
  /** Named files that are none. */
  readonly others: readonly string[];
  /** Named files that can't be read. */
  readonly refused: readonly Unread[];
  /** Files that were found, not named, and can't be read. */
  readonly skipped: readonly Unread[];
}

/** Tells descriptions from other files. */
export async function sortOut(targets: readonly Target[], files: FileReader, linter: Linter): Promise<Sorted> {
  const entries: string[] = [];
  const others: string[] = [];
  const refused: Unread[] = [];
  const skipped: Unread[] = [];
  for (const { path, named } of targets) {
    const uri = uriOf(path);
    if (!named && isConfigurationFile(uri)) continue;
    const read = named || files.sniff(path, ['openapi', 'swagger']) ? files.peek(uri) : undefined;
    if (read === undefined) continue;
    if ('problem' in read) {
      if (named) refused.push({ uri, reason: refusalReason(read) });
      // What was found may be gone again, or be something else than a text: nobody asked for it.
      else if (read.problem === 'unreadable' && read.detail !== undefined) skipped.push({ uri, reason: read.detail });
    } else if (await isDescription(uri, read.text, named, linter)) entries.push(uri);
    else if (named) others.push(uri);
  }
  return { entries, others, refused, skipped };
}

async function isDescription(uri: string, text: string, named: boolean, linter: Linter): Promise<boolean> {
  const claims = looksLikeEntry(text);
  if (!claims && !named) return false;
  if (await linter.isEntry(uri)) return true;
  if (!claims) return false;
  // A text that claims to be a description and can't be read as one is a finding, not another kind of file.
  const result = await linter.check(uri);
  if (result?.findings.some(({ file }) => file === uri)) return true;
  linter.forget(uri);
  return false;
}
