import { type FileEdit, fileEdits } from '../findings/file-edits.ts';
import type { FileEdits, Location } from '../findings/finding.ts';
import { mapOf } from '../syntax/editing/containers.ts';
import { editScalar } from '../syntax/editing/edit-scalar.ts';
import { rewriteWord } from '../syntax/editing/rename.ts';
import type { ScalarNode } from '../syntax/node.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { placeAt } from '../workspace/place.ts';
import { fragmentStep } from '../workspace/pointer.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { type NameText, nameNode } from './names.ts';
import type { Occurrence } from './occurrences.ts';
import type { AuthSymbol } from './symbol.ts';

/** Why something can't be given another name. */
export type RenameRefusal =
  /** Nothing that can be read defines it. */
  | { readonly kind: 'undefined' }
  /** The new name is none for this kind of thing. */
  | { readonly kind: 'invalid' }
  /** Something else has the new name. */
  | { readonly kind: 'taken' }
  /** A file that has the name has mistakes in its syntax: not all that it says is known. */
  | { readonly kind: 'broken'; readonly file: string }
  /** A text can't be edited without changing more than it: it has an anchor, is an alias, or comes by a merge key. */
  | { readonly kind: 'entangled'; readonly at: Location };

/** The edits that give something another name wherever it is named, or why there are none. */
export type Renaming = { readonly edits: readonly FileEdits[] } | { readonly refusal: RenameRefusal };

/** Gives a symbol another name. `occurrences` are all of it, `files` all texts that may have the name. */
export function renameSymbol(
  symbol: AuthSymbol,
  newName: string,
  occurrences: readonly Occurrence[],
  files: readonly SourceFile[],
): Renaming {
  if (newName === symbol.name) return { edits: [] };
  const refusal = refusalOf(symbol, newName, occurrences) ?? refusalOfAny(symbol, occurrences, files);
  if (refusal) return { refusal };
  const edits: FileEdit[] = [];
  for (const occurrence of occurrences) {
    const edit = editOf(occurrence, newName);
    if (!edit) return { refusal: entangledAt(occurrence) };
    edits.push({ file: occurrence.file.uri, edit });
  }
  return { edits: fileEdits(edits) };
}

/** Why a symbol can't be given any other name; undefined when it can. */
export function refusalOfAny(
  { kind, name, definitions }: AuthSymbol,
  occurrences: readonly Occurrence[],
  files: readonly SourceFile[],
): RenameRefusal | undefined {
  // Who gives its scopes their names may not be within reach (OpenID Connect); security schemes have theirs here.
  if (definitions.length === 0 && kind !== 'scope') return { kind: 'undefined' };
  const named = new Set(occurrences.map(({ file }) => file));
  const broken = files.find((file) => (named.has(file) || file.mentions(name)) && file.tree.problems.length > 0);
  if (broken) return { kind: 'broken', file: broken.uri };
  const entangled = occurrences.find(isEntangled);
  return entangled && entangledAt(entangled);
}

function refusalOf(symbol: AuthSymbol, newName: string, occurrences: readonly Occurrence[]): RenameRefusal | undefined {
  if (!symbol.allows(newName)) return { kind: 'invalid' };
  const isTaken = symbol.isTaken(newName) || occurrences.some((occurrence) => standsBeside(occurrence, newName));
  return isTaken ? { kind: 'taken' } : undefined;
}

function entangledAt({ file, range }: Occurrence): RenameRefusal {
  return { kind: 'entangled', at: { file: file.uri, range } };
}

/** True where the new name stands already: twice, it would be one key too many. */
function standsBeside(occurrence: Occurrence, newName: string): boolean {
  if (occurrence.kind === 'reference') return false;
  const { file, pointer } = occurrence.text.place;
  const holder = placeAt(file, pointer.slice(0, pointer.lastIndexOf('/')))?.node;
  if (holder?.kind === 'map') return holder.get(newName) !== undefined;
  return holder?.kind === 'sequence' && holder.items().some((item) => item.kind === 'scalar' && item.text === newName);
}

/** True for a text that stands for other things, too, or of which the tree says something else than the text. */
function isEntangled(occurrence: Occurrence): boolean {
  const { file } = occurrence;
  const node = nodeOf(occurrence);
  if (!node) return true;
  if (occurrence.kind === 'name' && !isWrittenOnce(occurrence.text)) return true;
  return (
    file.format === 'yaml' && /&[^\s,[\]{}]+\s+$/.test(file.text.slice(Math.max(0, node.range.start - longestAnchor), node.range.start))
  );
}

/** An anchor before a text is looked for this far. */
const longestAnchor = 200;

function isWrittenOnce({ place: { entry, file }, at }: NameText): boolean {
  if (at === 'value' || !entry) return true;
  const map = entry.merged ? undefined : mapOf(file.tree, entry);
  return map?.written().filter(({ key }) => key === entry.key).length === 1;
}

function editOf(occurrence: Occurrence, newName: string): TextEdit | undefined {
  const node = nodeOf(occurrence);
  const { tree } = occurrence.file;
  if (!node) return undefined;
  const whole = { start: 0, end: node.text.length };
  const change =
    occurrence.kind === 'name' ? { range: whole, text: newName } : { range: occurrence.step.range, text: fragmentStep(newName) };
  const at = occurrence.kind === 'name' ? occurrence.text.at : occurrence.reference.at;
  return at === 'value' ? editScalar(tree, node, [change]) : rewriteWord(node, applyEdits(node.text, [change]));
}

function nodeOf(occurrence: Occurrence): ScalarNode | undefined {
  return occurrence.kind === 'name' ? nameNode(occurrence.text) : occurrence.reference.node;
}
