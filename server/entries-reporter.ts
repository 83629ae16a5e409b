import type { EntryResult } from '../linter/index.ts';
import { methods } from './protocol.ts';
import type { Session } from './session.ts';

/** Tells a client that wants to know when there are other results than before, of whichever entries. */
export class EntriesReporter {
  readonly #session: Session;
  #reported: readonly EntryResult[] = [];

  constructor(session: Session) {
    this.#session = session;
  }

  /** Looks at the results after a check: the same object stands for the same result. */
  report(): void {
    const { checker, connection, facts, log } = this.#session;
    if (facts.options.entries !== true) return;
    const results = checker.entries().flatMap((entry) => checker.checked(entry)?.result ?? []);
    const before = this.#reported;
    if (results.length === before.length && results.every((result, index) => result === before[index])) return;
    this.#reported = results;
    connection.sendNotification(methods.entriesChanged).catch((error: unknown) => log.crash('the list of descriptions', error));
  }
}
