import type { FileEdits, Finding, Fix } from '../findings/finding.ts';
import type { EntryResult } from './entry-result.ts';
import type { Linter } from './linter.ts';
import { mergeResults } from './merge-findings.ts';
import { type Claim, disproof, withheldWords } from './proof.ts';
import { Rehearsal } from './rehearsal.ts';

/** What a fix of a finding is to do. */
export interface FixClaim {
  readonly finding: Finding;
  readonly fix: Fix;
  /** True for a fix that doesn't mend the finding but suppresses it or switches its rule off. */
  readonly silences?: boolean;
}

/** Whether a fix does what it claims, and if not, why. */
export type Verdict = { readonly holds: true } | { readonly holds: false; readonly reason: string };

interface Remembered {
  readonly verdict: Verdict;
  /** It holds for as long as these are what the linter says of their entries. */
  readonly results: readonly EntryResult[];
}

/** Proves fixes before they are offered: tries each on a copy of the texts and looks at what is found then. */
export class Prover {
  readonly #linter: Linter;
  readonly #verdicts = new WeakMap<Fix, Remembered>();
  /** The copy, and the entries that it knows. */
  #rehearsal: { readonly copy: Rehearsal; readonly entries: Set<string> } | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(linter: Linter) {
    this.#linter = linter;
  }

  /** What was found out about a fix under these results; undefined when it is not known. */
  recall(fix: Fix, results: readonly EntryResult[]): Verdict | undefined {
    const known = this.#verdicts.get(fix);
    return known && areSame(known.results, results) ? known.verdict : undefined;
  }

  /**
   * Finds out whether a fix does what it claims. `results` are the present ones of all entries that reach the files which it edits.
   * Undefined when that can't be said: the signal aborted, or texts changed meanwhile.
   */
  async prove(claim: FixClaim, results: readonly EntryResult[], signal: { readonly aborted: boolean }): Promise<Verdict | undefined> {
    const turn = this.#last.then(() => this.recall(claim.fix, results) ?? this.#find(claim, results, signal));
    // There is one copy: each try waits for the one before.
    this.#last = turn.catch(() => undefined);
    return await turn;
  }

  /** Lets go of the copy: the next proof makes a new one. */
  release(): void {
    this.#rehearsal = undefined;
  }

  async #find(claim: FixClaim, results: readonly EntryResult[], signal: { readonly aborted: boolean }): Promise<Verdict | undefined> {
    if (signal.aborted || !(await this.#areCurrent(results))) return undefined;
    const files = claim.fix.edits();
    const copy = this.#copyFor(results);
    copy.catchUp();
    copy.apply(files);
    const after = await copy.check(
      results.map(({ entry }) => entry),
      signal,
    );
    if (!after || !(await this.#areCurrent(results))) return undefined;
    const verdict = this.#judge(claim, files, results, { copy, results: after });
    this.#verdicts.set(claim.fix, { verdict, results });
    if (!verdict.holds) this.#linter.host.log?.(withheldWords(claim.finding, claim.fix, verdict.reason));
    return verdict;
  }

  #judge({ finding, fix, silences = false }: FixClaim, files: readonly FileEdits[], before: readonly EntryResult[], after: Tried): Verdict {
    const claim: Claim = { files, fixed: [finding], safe: fix.kind === 'safe', silences };
    const reason = disproof(
      { findings: findingsOf(before), tree: (file) => this.#linter.lastSeen(file)?.tree },
      { findings: findingsOf(after.results), tree: (file) => after.copy.tree(file) },
      claim,
    );
    return reason === undefined ? { holds: true } : { holds: false, reason };
  }

  /** The copy that knows some of these entries already; a new one when it knows others only, so that it does not grow. */
  #copyFor(results: readonly EntryResult[]): Rehearsal {
    const known = this.#rehearsal;
    const isOther = !results.some(({ entry }) => known?.entries.has(entry));
    const rehearsal = !known || isOther ? { copy: new Rehearsal(this.#linter), entries: new Set<string>() } : known;
    for (const { entry } of results) rehearsal.entries.add(entry);
    this.#rehearsal = rehearsal;
    return rehearsal.copy;
  }

  async #areCurrent(results: readonly EntryResult[]): Promise<boolean> {
    for (const result of results) if ((await this.#linter.check(result.entry)) !== result) return false;
    return true;
  }
}

interface Tried {
  readonly copy: Rehearsal;
  readonly results: readonly EntryResult[];
}

function findingsOf(results: readonly EntryResult[]): readonly Finding[] {
  const [only] = results;
  return only && results.length === 1 ? only.findings : mergeResults(results);
}

function areSame(a: readonly EntryResult[], b: readonly EntryResult[]): boolean {
  return a.length === b.length && a.every((result, index) => result === b[index]);
}
