import {
  type ConfigurationSource,
  type EntryResult,
  type FileProblem,
  Linter,
  looksLikeEntry,
  noChoices,
  normaliseUri,
  type ReadResult,
} from '../linter/index.ts';
import type { ConfigurationChoice, LintOptions, ReadText } from './options.ts';
import { demandTexts, runChoices } from './run-choices.ts';

/** Descriptions that were checked, with the linter that still knows their texts. */
export interface CheckedEntries {
  readonly linter: Linter;
  /** In the order in which they were given. */
  readonly results: readonly EntryResult[];
  readonly unchecked: readonly { readonly uri: string; readonly reason: FileProblem | 'no-description' | 'ignored' }[];
}

/** Checks the descriptions that a caller names. Rejects when the options make no sense, or their configuration can't be read. */
export async function checkEntries(options: LintOptions): Promise<CheckedEntries> {
  const uris = urisIn(options.entry);
  const linter = await openLinter(options);
  const results: EntryResult[] = [];
  const unchecked: CheckedEntries['unchecked'][number][] = [];
  for (const uri of new Set(uris.map(normaliseUri))) {
    const isEntry = await linter.isEntry(uri);
    const result = await linter.check(uri);
    const text = linter.file(uri)?.text ?? '';
    if (!result || result.problem) unchecked.push({ uri, reason: result?.problem ?? 'unreadable' });
    else if (result.ignored) unchecked.push({ uri, reason: 'ignored' });
    // A text that claims to be a description and can't be read as one has findings that say so.
    else if (isEntry || looksLikeEntry(text)) results.push(result);
    else unchecked.push({ uri, reason: 'no-description' });
  }
  return { linter, results, unchecked };
}

function urisIn(entry: LintOptions['entry']): readonly string[] {
  if (typeof entry === 'string') return [entry];
  demandTexts('entry', entry);
  return entry;
}

async function openLinter({ read, configuration, ...options }: LintOptions): Promise<Linter> {
  const above = runChoices(options);
  const source = sourceFor(configuration);
  const texts = (uri: string) => readResult(read, uri);
  if (source.kind === 'file' && 'problem' in (await texts(normaliseUri(source.uri))))
    throw new Error(`The configuration ${source.uri} could not be read.`);
  return new Linter({ read: texts, settings: () => ({ configuration: source, below: noChoices, above }) });
}

function sourceFor(choice: ConfigurationChoice | undefined): ConfigurationSource {
  if (!choice) return { kind: 'none' };
  return 'file' in choice ? { kind: 'file', uri: choice.file } : { kind: 'nearest', root: choice.upTo };
}

/** Answers at once when the caller does: then nothing has to be looked at twice. */
function readResult(read: ReadText, uri: string): ReadResult | Promise<ReadResult> {
  try {
    const text: unknown = read(uri);
    return isPromise(text) ? Promise.resolve(text).then(asResult, () => unreadable) : asResult(text);
  } catch {
    return unreadable;
  }
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value;
}

/** Not every caller has a compiler: bytes, for one, are no text. */
function asResult(text: unknown): ReadResult {
  if (typeof text === 'string') return { text };
  return text === undefined || text === null ? { problem: 'missing' } : unreadable;
}

const unreadable: ReadResult = { problem: 'unreadable' };
