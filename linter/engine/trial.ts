import type { FileEdits, Finding } from '../findings/finding.ts';
import type { SyntaxTree } from '../syntax/node.ts';
import { composeEdits } from '../text/compose-edits.ts';
import { applyEdits, inOrder, type TextEdit } from '../text/edit.ts';
import { normaliseUri } from '../workspace/uri.ts';
import { Linter } from './linter.ts';
import { mergeResults } from './merge-findings.ts';

/** What became of a file by all edits up to now. */
interface Changed {
  readonly text: string;
  /** Against the text that the linter outside knows. */
  readonly edits: readonly TextEdit[];
  readonly original: string;
  readonly isNew: boolean;
}

/** Tries edits on the texts that a linter knows; that linter sees nothing of it. */
export class Trial {
  readonly #linter: Linter;
  #changed: ReadonlyMap<string, Changed> = new Map();
  /** What `#changed` was before the last edits. */
  #before = this.#changed;

  /** The linter's texts must stay as they are for as long as the trial goes. */
  constructor(linter: Linter) {
    this.#linter = new Linter({
      settings: (uri) => linter.host.settings(uri),
      read: (uri) => {
        const changed = this.#changed.get(uri);
        return changed ? { text: changed.text } : (linter.lastRead(uri) ?? linter.host.read(uri));
      },
    });
  }

  /** What is found now in some entry documents. */
  async findings(entries: readonly string[]): Promise<readonly Finding[]> {
    const results = [];
    for (const entry of entries) results.push(await this.#linter.check(entry));
    return mergeResults(results.flatMap((result) => result ?? []));
  }

  /** A file's text of now as a tree; undefined for one that is not there. */
  tree(file: string): SyntaxTree | undefined {
    return this.#linter.file(file)?.tree;
  }

  /** Applies edits against the texts of now. */
  apply(files: readonly FileEdits[]): void {
    const changed = new Map(this.#changed);
    for (const { file, edits, isNew = false } of files) {
      const text = this.#linter.file(file)?.text ?? '';
      const before = changed.get(file) ?? { original: text, edits: [], isNew };
      changed.set(normaliseUri(file), {
        ...before,
        text: applyEdits(text, edits),
        edits: composeEdits(before.original, before.edits, inOrder(edits)),
      });
    }
    this.#before = this.#changed;
    this.#set(changed);
  }

  /** Takes the last edits back. */
  undo(): void {
    this.#set(this.#before);
  }

  /** All edits up to now, against the texts that the linter outside knows. */
  edits(): readonly FileEdits[] {
    return [...this.#changed].map(([file, { edits, isNew }]) => ({ file, edits, ...(isNew && { isNew }) }));
  }

  #set(changed: ReadonlyMap<string, Changed>): void {
    const touched = new Set([...this.#changed.keys(), ...changed.keys()]);
    this.#changed = changed;
    this.#linter.filesChanged([...touched]);
  }
}
