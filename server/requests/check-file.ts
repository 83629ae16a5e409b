import { normaliseUri } from '../../linter/index.ts';
import type { CheckFileResult, FileParams } from '../protocol.ts';
import { displayName, type Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { count, roleOf, statusOf } from '../status-reporter.ts';

/** Checks a file on demand. An entry that is not open stays checked from then on. */
export async function checkFile(session: Session, params: FileParams, signal: Signal): Promise<CheckFileResult> {
  const uri = normaliseUri(params.uri);
  const { checker, documents, linter, settings } = session;
  if (!documents.has(uri) && (await linter.isEntry(uri))) checker.hold(uri);
  await checker.settle(signal, uri);
  const result = checker.checked(uri)?.result;
  const ignoredBy = result?.ignored ? result.configuration : undefined;
  if (ignoredBy !== undefined) checker.release(uri);
  const findings = checker.findingsIn(new Set([uri])).get(uri) ?? [];
  return {
    role: roleOf(session, uri),
    enabled: settings.get(uri).enable,
    ...(ignoredBy !== undefined && { ignoredBy: displayName(session, ignoredBy) }),
    entries: checker.reaching(uri).map((entry) => displayName(session, entry)),
    counts: count(findings),
    milliseconds: statusOf(session, uri, findings).milliseconds,
  };
}
