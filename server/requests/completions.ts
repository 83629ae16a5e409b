import { type CompletionItem, type CompletionParams, CompletionTriggerKind } from 'vscode-languageserver';
import {
  type Completion,
  configurationCompletions,
  isConfigurationFile,
  normaliseUri,
  type SourceFile,
  suppressionCompletions,
} from '../../linter/index.ts';
import { completionItems } from '../features/completions.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { findingsOf } from './code-actions.ts';

/** What can be completed at a place: what suppresses findings, else what the place is about. */
export async function complete(session: Session, params: CompletionParams, signal: Signal): Promise<CompletionItem[]> {
  const uri = normaliseUri(params.textDocument.uri);
  const before = fileAt(session, uri, params);
  if (!before) return [];
  const completions = await completionsAt(session, uri, params, signal, before);
  const now = fileAt(session, uri, params);
  return now ? completionItems(completions, now.file, now.offset, session.facts.completion) : [];
}

async function completionsAt(
  session: Session,
  uri: string,
  params: CompletionParams,
  signal: Signal,
  { file, offset }: OpenText,
): Promise<readonly Completion[]> {
  // Most places have nothing to suppress, and need not wait for findings.
  if (suppressionCompletions(file, offset, []).length > 0) return suppressions(session, uri, params, signal);
  if (!isConfigurationFile(uri)) return fromEntries(session, uri, params, signal);
  // JSON editors complete by the schema.
  const isOurs = file.format === 'yaml' && session.facts.options.completesConfiguration !== false;
  return isOurs ? configurationCompletions(file, offset) : [];
}

interface OpenText {
  readonly file: SourceFile;
  readonly offset: number;
}

/** The text as it is now; undefined for one that is not open. */
function fileAt({ documents, linter }: Session, uri: string, { position }: CompletionParams): OpenText | undefined {
  const file = documents.has(uri) ? linter.file(uri) : undefined;
  return file && { file, offset: file.lines.offsetAt(position) };
}

async function suppressions(session: Session, uri: string, params: CompletionParams, signal: Signal): Promise<readonly Completion[]> {
  const findings = await findingsOf(session, uri, signal);
  const now = fileAt(session, uri, params);
  const completions = now ? suppressionCompletions(now.file, now.offset, findings) : [];
  // Nobody who starts a comment wants to hear of directives yet.
  const wasTyped = params.context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
  return wasTyped ? completions.filter(({ subject }) => subject.kind === 'rule') : completions;
}

/** What every entry that reaches the file knows, each text once. */
async function fromEntries(session: Session, uri: string, params: CompletionParams, signal: Signal): Promise<readonly Completion[]> {
  const { checker, linter, settings } = session;
  if (!(await checker.settle(signal, uri)) || !settings.get(uri).enable) return [];
  const known = new Map<string, Completion>();
  for (const entry of checker.reaching(uri)) {
    const now = fileAt(session, uri, params);
    for (const completion of now ? await linter.completions(entry, uri, now.offset) : []) {
      const name = JSON.stringify([completion.label, completion.text]);
      if (!known.has(name)) known.set(name, completion);
    }
  }
  return [...known.values()];
}
