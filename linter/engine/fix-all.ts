import type { FileEdits, Finding, Fix } from '../findings/finding.ts';
import { type Chosen, chooseFixes, type FixScope, together } from './choose-fixes.ts';
import type { Linter } from './linter.ts';
import { disproof, type Look, withheldWords } from './proof.ts';
import { Trial } from './trial.ts';

/** What came of applying all fixes. */
export interface FixOutcome {
  /** Edits against the texts as the linter knows them now, labelled with the rules that they are for; empty when there is nothing to fix. */
  readonly files: readonly FileEdits[];
  /** How many fixes they are. */
  readonly applied: number;
  /** Fixes that did not do what they claim when they were tried, and were left. */
  readonly withheld: readonly WithheldFix[];
}

export interface WithheldFix {
  readonly rule: string;
  /** The file's URI. */
  readonly file: string;
  /** Of the finding: RFC 6901, into that file. */
  readonly pointer: string;
  readonly title: string;
  /** For a log. */
  readonly reason: string;
}

/** One fix may make room for another that conflicted with it; after so many passes what is left stays. */
const mostPasses = 10;

/** Every fix that fails its proof costs some tries; after so many what is left stays. */
const mostTries = 100;

/**
 * Applies the safe fixes of some entry documents in memory until none is left. What comes of it is proved by reading the texts again;
 * fixes that fail the proof are found and withheld.
 */
export async function fixAll(linter: Linter, entries: readonly string[], scope: FixScope = {}): Promise<FixOutcome> {
  const run = new FixRun(linter, entries, scope);
  const outcome = await run.outcome();
  for (const each of outcome.withheld) linter.host.log?.(withheldWords(each, each, each.reason));
  return outcome;
}

class FixRun {
  readonly #trial: Trial;
  readonly #entries: readonly string[];
  readonly #scope: FixScope;
  readonly #withheld: WithheldFix[] = [];
  #findings: readonly Finding[] = [];
  #applied = 0;
  #tries = 0;

  constructor(linter: Linter, entries: readonly string[], scope: FixScope) {
    this.#trial = new Trial(linter);
    this.#entries = entries;
    this.#scope = scope;
  }

  async outcome(): Promise<FixOutcome> {
    this.#findings = await this.#trial.findings(this.#entries);
    for (let passes = 0; passes < mostPasses && this.#tries < mostTries; ) {
      const chosen = chooseFixes(this.#findings, this.#scope, (finding, fix) => this.#isWithheld(finding, fix));
      if (chosen.length === 0) break;
      if (await this.#applyMost(chosen)) passes++;
    }
    return { files: this.#trial.edits(), applied: this.#applied, withheld: this.#withheld };
  }

  /** Applies the fixes, or when the proof fails fewer of them; a single one that fails it is withheld. True when all were applied. */
  async #applyMost(chosen: readonly Chosen[]): Promise<boolean> {
    const reason = await this.#apply(chosen);
    if (reason === undefined) return true;
    const [first, ...others] = chosen;
    if (others.length > 0) await this.#applyMost(chosen.slice(0, Math.ceil(chosen.length / 2)));
    else if (first) this.#withhold(first, reason);
    return false;
  }

  #withhold({ finding: { rule, file, pointer }, fix: { title } }: Chosen, reason: string): void {
    this.#withheld.push({ rule, file, pointer, title, reason });
  }

  /** Applies fixes if they are proved, else gives the reason why not. */
  async #apply(chosen: readonly Chosen[]): Promise<string | undefined> {
    this.#tries++;
    const files = together(chosen);
    const before = this.#look(this.#findings, files);
    this.#trial.apply(files);
    const findings = await this.#trial.findings(this.#entries);
    const claim = { files, fixed: chosen.map(({ finding }) => finding), safe: chosen.every(({ fix }) => fix.kind === 'safe') };
    const reason = disproof(before, this.#look(findings, files), claim);
    if (reason !== undefined) {
      this.#trial.undo();
      return reason;
    }
    this.#findings = findings;
    this.#applied += chosen.length;
    return undefined;
  }

  #look(findings: readonly Finding[], files: readonly FileEdits[]): Look {
    const trees = new Map(files.map(({ file }) => [file, this.#trial.tree(file)]));
    return { findings, tree: (file) => trees.get(file) };
  }

  #isWithheld({ rule, file, pointer }: Finding, { title }: Fix): boolean {
    return this.#withheld.some((each) => each.rule === rule && each.file === file && each.pointer === pointer && each.title === title);
  }
}
