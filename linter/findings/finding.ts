import type { OperationKind } from '../openapi/model.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';

export type Severity = 'error' | 'warning' | 'info';

/** From the mildest to the gravest. */
export const severities: readonly Severity[] = ['info', 'warning', 'error'];

export function isGraver(a: Severity, b: Severity): boolean {
  return severities.indexOf(a) > severities.indexOf(b);
}

/** A stretch of text in a file. */
export interface Location {
  /** The file's URI. */
  readonly file: string;
  readonly range: Range;
}

/** Another place that a finding speaks of. */
export interface RelatedLocation extends Location {
  readonly message: string;
}

/** An operation that a finding concerns. */
export interface OperationRef {
  readonly kind: OperationKind;
  /** As in the description: lower case, or the own spelling of a 3.2 additional operation. */
  readonly method: string;
  readonly path: string;
  /** The URI of the file that holds the operation's text. */
  readonly file: string;
  /** RFC 6901, into that file. */
  readonly pointer: string;
}

/** What a fix does to one file; edits of one file never overlap. */
export interface FileEdits {
  /** The file's URI. */
  readonly file: string;
  readonly edits: readonly TextEdit[];
  /** True for a file that is still to be made, of whose empty text these are edits: it must not take the place of one that is there. */
  readonly isNew?: boolean;
}

export interface Fix {
  /** In the imperative, without a full stop: “Add a 401 response”. */
  readonly title: string;
  /** `safe` fixes are applied by fix-all; a `suggestion` needs a person. */
  readonly kind: 'safe' | 'suggestion';
  /** At most one fix of a finding is preferred. */
  readonly preferred: boolean;
  /** Builds the edits; an empty list when the text can't be edited soundly after all. */
  edits(): readonly FileEdits[];
}

/** The fixes that have something to edit. */
export function usableFixes({ fixes }: Pick<Finding, 'fixes'>): readonly Fix[] {
  return fixes.filter((fix) => fix.edits().length > 0);
}

/** True for a fix that needs a file which is not there yet. */
export function makesFile(fix: Fix): boolean {
  return fix.edits().some(({ isNew }) => isNew === true);
}

/** Something wrong in a description, where its text is to be changed. */
export interface Finding {
  /** The rule's id. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, why it matters, what to do. Plain text. */
  readonly message: string;
  /** The URI of the file that holds the text to change. */
  readonly file: string;
  readonly range: Range;
  /** RFC 6901, into that file. */
  readonly pointer: string;
  readonly operations: readonly OperationRef[];
  readonly related: readonly RelatedLocation[];
  readonly tags: readonly ('unnecessary' | 'deprecated')[];
  /** Made when somebody asks for them; `{ ...finding }` does, `changed` does not. */
  readonly fixes: readonly Fix[];
}

/** A finding like another, but for some of its properties. Fixes that nobody asked for yet stay so. */
export function changed<F extends Omit<Finding, 'fixes'>>(finding: F, changes: Partial<Omit<Finding, 'fixes'>>): F {
  const properties = { ...Object.getOwnPropertyDescriptors(finding), ...Object.getOwnPropertyDescriptors(changes) };
  return Object.defineProperties({}, properties) as F;
}
