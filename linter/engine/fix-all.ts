import type { FileEdits, Finding, Fix } from '../findings/finding.ts';
import { sameEdit } from '../text/edit.ts';
import { type Chosen, chooseFixes, type FixScope, together } from './choose-fixes.ts';
import type { Linter } from './linter.ts';
import { type Look, type Objection, objections, withheldWords } from './proof.ts';
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

/** To find a fix that fails its proof may take some tries; after so many what is left stays. */
const mostTries = 200;

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
  /** Those that are to be tried once more. */
  #suspected: WithheldFix[] = [];
  /** True once they are. */
  #isLastTry = false;
  /** What fixes of a kind showed to be wrong with a text that was there, the last of them that was tried alone. */
  readonly #shown = new Map<string, string>();
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
    // How many fixes are tried at once: fewer when they fail together and it can't be told whose fault that is.
    let most = Number.POSITIVE_INFINITY;
    for (let passes = 0; passes < mostPasses && this.#tries < mostTries; ) {
      const chosen = chooseFixes(this.#findings, this.#scope, (finding, fix) => !this.#isWithheld(finding, fix) && this.#mayApply(fix));
      const tried = chosen.slice(0, most);
      if (tried.length === 0 && !this.#tryAgain()) break;
      if (tried.length === 0) continue;
      const against = await this.#apply(tried);
      if (against.length > 0 && !this.#withholdBlamed(tried, chosen, against)) most = Math.ceil(tried.length / 2);
      if (against.length === 0) most *= 2;
      if (against.length === 0 && tried.length === chosen.length) passes++;
      else this.#tries++;
    }
    return { files: this.#trial.edits(), applied: this.#applied, withheld: [...this.#withheld, ...this.#suspected] };
  }

  /** Lets fixes be tried without the others that they were tried with, which may have been at fault; false when there is none. */
  #tryAgain(): boolean {
    if (this.#suspected.length === 0) return false;
    this.#suspected = [];
    this.#isLastTry = true;
    return true;
  }

  /** Withholds the fixes of which it is clear that something speaks against them; false when there is none. */
  #withholdBlamed(tried: readonly Chosen[], chosen: readonly Chosen[], against: readonly Objection[]): boolean {
    const isBlamed = tried.flatMap((each) => {
      const objection = against.find((candidate) => speaksAgainst(candidate, each));
      return objection ? [{ each, objection }] : [];
    });
    for (const { each, objection } of isBlamed) this.#withhold(each, objection.reason, tried.length > isBlamed.length);
    if (isBlamed.length > 0) return true;
    const [only, ...others] = tried;
    const [objection] = against;
    if (!only || !objection || others.length > 0) return false;
    this.#withhold(only, objection.reason);
    if (!this.#isShownAgain(only, objection)) return true;
    for (const each of chosen) if (each !== only && kindOf(each) === kindOf(only)) this.#withhold(each, objection.reason);
    return true;
  }

  /** True when two fixes of a kind have shown the same to be wrong with a text that was there: others of it would show it, too. */
  #isShownAgain(fix: Chosen, { finding }: Objection): boolean {
    const shown = finding && JSON.stringify([finding.rule, finding.file, finding.pointer, finding.message]);
    const before = this.#shown.get(kindOf(fix));
    if (shown !== undefined) this.#shown.set(kindOf(fix), shown);
    return shown !== undefined && shown === before;
  }

  #withhold({ finding: { rule, file, pointer }, fix: { title } }: Chosen, reason: string, amongOthers = false): void {
    const list = amongOthers && !this.#isLastTry ? this.#suspected : this.#withheld;
    list.push({ rule, file, pointer, title, reason });
  }

  /** Applies fixes if they are proved, else gives what speaks against them. */
  async #apply(chosen: readonly Chosen[]): Promise<readonly Objection[]> {
    const files = together(chosen);
    const before = this.#look(this.#findings, files);
    this.#trial.apply(files);
    const findings = await this.#trial.findings(this.#entries);
    const claim = { files, fixed: chosen.map(({ finding }) => finding), safe: chosen.every(({ fix }) => fix.kind === 'safe') };
    const against = objections(before, this.#look(findings, files), claim);
    if (against.length > 0) {
      this.#trial.undo();
      return against;
    }
    this.#findings = findings;
    this.#applied += chosen.length;
    return [];
  }

  #look(findings: readonly Finding[], files: readonly FileEdits[]): Look {
    const trees = new Map(files.map(({ file }) => [file, this.#trial.tree(file)]));
    return { findings, tree: (file) => trees.get(file) };
  }

  #mayApply(fix: Fix): boolean {
    const { mayEdit } = this.#scope;
    return mayEdit === undefined || fix.edits().every(({ file }) => mayEdit(file, this.#trial.tree(file)));
  }

  #isWithheld({ rule, file, pointer }: Finding, { title }: Fix): boolean {
    const isSame = (each: WithheldFix) => each.rule === rule && each.file === file && each.pointer === pointer && each.title === title;
    return this.#withheld.some(isSame) || this.#suspected.some(isSame);
  }
}

/** Fixes of one kind write the same. */
function kindOf({ finding, fix }: Chosen): string {
  return `${finding.rule} ${fix.title}`;
}

/** True when a finding is still there that a fix was to mend, or one has come in what it wrote. */
function speaksAgainst({ finding, edit }: Objection, { finding: mended, edits }: Chosen): boolean {
  if (finding === mended) return true;
  return edits.some(({ file, edits: own }) => file === finding?.file && edit !== undefined && own.some((each) => sameEdit(each, edit)));
}
