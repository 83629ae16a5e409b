import type { ApiModel } from '../../linter/index.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';

/**
 * The models of the checked entries that reach a file, an entry's own first, as the texts are now; none for a file that is no part of a
 * description, where the linter is off, and when the signal aborted. They hold until the next change: nothing may be waited for while one is used.
 */
export async function settledModels(session: Session, uri: string, signal: Signal): Promise<readonly ApiModel[]> {
  return (await session.checker.settle(signal, uri)) ? modelsNow(session, uri) : [];
}

/** The same of the last results, for those who have settled them. */
export function modelsNow({ checker, settings }: Session, uri: string): readonly ApiModel[] {
  if (!settings.get(uri).enable) return [];
  const entries = checker.reaching(uri);
  const ordered = entries.includes(uri) ? [uri, ...entries.filter((entry) => entry !== uri)] : entries;
  return ordered.flatMap((entry) => checker.checked(entry)?.result.api ?? []);
}
