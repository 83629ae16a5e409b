import { EntriesReporter } from './entries-reporter.ts';
import { refreshAnnotations } from './refresh-annotations.ts';
import { diagnosticsOf, type Session } from './session.ts';
import type { Signal } from './signal.ts';
import { roleOf, StatusReporter } from './status-reporter.ts';

/** How long changes are gathered for clients that pull what they look at themselves, in milliseconds. */
const gatherForPull = 100;
/** The same for clients to which everything is pushed. */
const gatherForPush = 1;
/** A sweep that takes longer is shown in the status, in milliseconds. */
const longSweep = 300;

const never: Signal = { aborted: false };

/** After changes: checks what they concern, pushes what changed, and has the client pull again what it shows out of date. */
export class Sweep {
  readonly #session: Session;
  readonly #status: StatusReporter;
  readonly #entries: EntriesReporter;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;

  constructor(session: Session) {
    this.#session = session;
    this.#status = new StatusReporter(session);
    this.#entries = new EntriesReporter(session);
    session.checker.onDidChange(() => this.#schedule());
  }

  /** Stops sweeping: the client goes. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** Sweeps at once. */
  async now(): Promise<void> {
    const { checker } = this.#session;
    const showBusy = setTimeout(() => this.#status.checking(), longSweep);
    try {
      await checker.settle(never);
    } finally {
      clearTimeout(showBusy);
    }
    const affected = checker.takeAffected();
    this.#show(affected);
    refreshAnnotations(this.#session, affected);
    this.#status.report(affected, checker.findingsIn(affected));
    this.#entries.report();
    this.#forgetUnused(affected);
  }

  /** Sweeps soon; several calls become one sweep. */
  #schedule(): void {
    if (this.#isStopped) return;
    const delay = this.#session.facts.pullsDiagnostics ? gatherForPull : gatherForPush;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.now().catch((error: unknown) => this.#session.log.crash('the update of diagnostics', error));
    }, delay);
  }

  #show(files: ReadonlySet<string>): void {
    const { documents, publisher, pulled } = this.#session;
    const diagnostics = diagnosticsOf(this.#session, files);
    let outdated = false;
    for (const uri of files) {
      const items = diagnostics.get(uri) ?? [];
      if (documents.isPulled(uri)) outdated ||= pulled.isOutdated(uri, items);
      else publisher.publish(uri, items, this.#pushedVersion(uri));
    }
    if (outdated) this.#refresh();
  }

  /** Clients without pull hear of every version of the documents that we check, even when there is nothing to find. */
  #pushedVersion(uri: string): number | undefined {
    const { documents, facts } = this.#session;
    return facts.pullsDiagnostics || roleOf(this.#session, uri) === 'none' ? undefined : documents.get(uri)?.version;
  }

  #refresh(): void {
    const { connection, facts, log } = this.#session;
    if (!facts.refreshesDiagnostics) return;
    connection.languages.diagnostics
      .refresh()
      .catch((error: unknown) => log.warn(`The editor did not refresh its diagnostics: ${String(error)}`));
  }

  #forgetUnused(files: ReadonlySet<string>): void {
    const { checker, documents, pulled, settings, shown } = this.#session;
    const reached = checker.reachedFiles();
    for (const uri of files) {
      if (!documents.has(uri)) for (const each of [pulled, shown.lenses, shown.hints]) each.forget(uri);
      if (!documents.has(uri) && !reached.has(uri)) settings.forget(uri);
    }
  }
}
