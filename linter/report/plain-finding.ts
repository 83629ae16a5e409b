import { type FileEdits, type Finding, type Fix, type RelatedLocation, usableFixes } from '../findings/finding.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { JsonRange } from './contract.ts';
import { jsonRange } from './json-places.ts';

/** A finding as plain data: it outlives texts and trees, and can go from one thread to another. */
export interface PlainFinding extends Omit<Finding, 'related' | 'fixes'> {
  /** Its range, as the JSON contract has it. */
  readonly place: JsonRange;
  readonly related: readonly PlainRelated[];
  /** Those that have something to edit. */
  readonly fixes: readonly PlainFix[];
}

export interface PlainRelated extends RelatedLocation {
  readonly place: JsonRange;
}

export interface PlainFix extends Omit<Fix, 'edits'> {
  /** Empty when nobody wanted them. */
  readonly edits: readonly PlainEdit[];
}

export interface PlainEdit {
  /** The file's URI. */
  readonly file: string;
  readonly place: JsonRange;
  readonly text: string;
}

/** Gives the lines of a file (a URI); undefined when it isn't known, or can't be read. */
export type LinesOf = (file: string) => LineIndex | undefined;

/** Turns a finding into plain data, with the edits of its fixes if they are wanted. */
export function plainFinding(finding: Finding, linesOf: LinesOf, withEdits: boolean): PlainFinding {
  return {
    ...finding,
    place: jsonRange(linesOf(finding.file), finding.range),
    related: finding.related.map((related) => ({ ...related, place: jsonRange(linesOf(related.file), related.range) })),
    fixes: usableFixes(finding).map(({ title, kind, preferred, edits }) => ({
      title,
      kind,
      preferred,
      edits: withEdits ? edits().flatMap((each) => plainEdits(each, linesOf)) : [],
    })),
  };
}

function plainEdits({ file, edits }: FileEdits, linesOf: LinesOf): readonly PlainEdit[] {
  return edits.map(({ range, text }) => ({ file, place: jsonRange(linesOf(file), range), text }));
}
