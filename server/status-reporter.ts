import { type Finding, isConfigurationFile } from '../linter/index.ts';
import type { Counts, FileRole, StatusParams } from './protocol.ts';
import { methods } from './protocol.ts';
import { displayName, type Session } from './session.ts';

/** The numbers of findings by severity. */
export function count(findings: readonly Finding[]): Counts {
  const of = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: of('error'), warning: of('warning'), info: of('info') };
}

/** What a file is to the checked entries. */
export function roleOf(session: Session, uri: string): FileRole {
  if (isConfigurationFile(uri)) return 'configuration';
  if (session.checker.isEntry(uri)) return 'entry';
  return session.checker.reaching(uri).length > 0 ? 'fragment' : 'none';
}

/** How things stand with a file after a check. */
export function statusOf(session: Session, uri: string, findings: readonly Finding[]): StatusParams {
  const entries = session.checker.reaching(uri);
  const checks = entries.flatMap((entry) => session.checker.checked(entry) ?? []);
  const crash = checks.find((check) => check.crash !== undefined)?.crash;
  const result = checks[0]?.result;
  const rules = [...(result?.inForce.rules.values() ?? [])].filter(({ severity }) => severity !== 'off');
  return {
    uri: session.documents.clientUri(uri),
    state: crash === undefined ? 'idle' : 'error',
    role: roleOf(session, uri),
    entries: entries.map((entry) => displayName(session, entry)),
    counts: count(findings),
    milliseconds: Math.max(0, ...checks.map((check) => check.milliseconds)),
    preset: result?.inForce.preset ?? '',
    rules: rules.length,
    ...(result?.configuration !== undefined && { configuration: session.documents.clientUri(result.configuration) }),
    ...(result?.ignored && { ignored: true }),
    ...(crash !== undefined && { message: crash }),
  };
}

/** Tells the client how things stand with open documents, when it wants to know and something changed. */
export class StatusReporter {
  readonly #session: Session;
  /** What was last reported of each open document. */
  readonly #reported = new Map<string, StatusParams>();
  #isBusy = false;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Reports the documents among these files that are open, after a check. */
  report(files: ReadonlySet<string>, findings: ReadonlyMap<string, readonly Finding[]>): void {
    if (this.#session.facts.options.status !== true) return;
    for (const uri of files) {
      if (this.#session.documents.has(uri)) this.#update(uri, statusOf(this.#session, uri, findings.get(uri) ?? []));
      else this.#reported.delete(uri);
    }
    if (this.#isBusy) {
      for (const [uri, status] of this.#reported) if (!files.has(uri)) this.#send(status);
    }
    this.#isBusy = false;
  }

  /** Says of all documents that were reported that they are being checked. */
  checking(): void {
    this.#isBusy = true;
    for (const status of this.#reported.values()) this.#send({ ...status, state: 'checking' });
  }

  #update(uri: string, status: StatusParams): void {
    const before = this.#reported.get(uri);
    if (!before && status.role === 'none') return;
    this.#reported.set(uri, status);
    if (this.#isBusy || JSON.stringify(before) !== JSON.stringify(status)) this.#send(status);
  }

  #send(status: StatusParams): void {
    const { connection, log } = this.#session;
    connection.sendNotification(methods.status, status).catch((error: unknown) => log.crash('the status', error));
  }
}
