import type { FileEdit } from '../findings/file-edits.ts';
import type { ResponseContent } from '../openapi/response-content.ts';
import { isWithinBrackets } from '../syntax/editing/containers.ts';
import { editScalar } from '../syntax/editing/edit-scalar.ts';
import { lineEndOf, lineStartOf } from '../syntax/editing/lines.ts';
import { type Marks, marksIn } from '../syntax/editing/marks.ts';
import type { NewValue } from '../syntax/editing/render.ts';
import { reindented, type ValueText, valueText } from '../syntax/editing/value-text.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Place } from '../workspace/place.ts';
import { type SourceFile, selfOf } from '../workspace/source-file.ts';
import { plainContent } from './plain-content.ts';
import { sameTarget } from './reference-text.ts';

/** A response that is to be written in another place. */
export interface Carried {
  readonly place: Place;
  readonly content: ResponseContent;
  /** True when its own text goes away: then its anchors can come along. */
  readonly goes: boolean;
}

/** Makes the edits that put a value in its place; `responseIn` makes that for the file which is to hold it. */
export type PutResponse = (responseIn: (file: SourceFile) => NewValue) => readonly (FileEdit | undefined)[];

/** What has to be known of a response to write it in a file. */
interface Load extends Carried {
  readonly text: ValueText;
  readonly marks: Marks;
  readonly target: SourceFile;
  /** The references that are written in another way there. */
  readonly exchanged: ReadonlyMap<SyntaxNode, string>;
}

/**
 * The edits that write a response where `put` puts values: by its own text, or where that can't stand there by its value, which must have
 * no comments then. References lead where they did. Undefined when neither can be done soundly.
 */
export function carryResponse(response: Carried, put: PutResponse): readonly FileEdit[] | undefined {
  let target: SourceFile | undefined;
  const beside = complete(
    put((file) => {
      target = file;
      return standIn;
    }),
  );
  const { node, file } = response.place;
  const text = valueText(file.tree, node);
  const exchanged = target && adaptedReferences(response, target);
  if (!target || !exchanged || !text) return undefined;
  const load = { ...response, text, marks: marksIn(file.tree, node, text.range), target, exchanged };
  return (beside && asText(load, beside)) ?? asValue(load, put);
}

function complete(edits: readonly (FileEdit | undefined)[]): readonly FileEdit[] | undefined {
  const made = edits.filter((edit) => edit !== undefined);
  return made.length > 0 && made.length === edits.length ? made : undefined;
}

/** The references that have to be written in another way in `target`; undefined when that can't be done. */
function adaptedReferences({ place: { file }, content }: Carried, target: SourceFile): ReadonlyMap<SyntaxNode, string> | undefined {
  const exchanged = new Map<SyntaxNode, string>();
  if (file === target) return exchanged;
  // What a file calls itself is what its references are relative to.
  if (content.isFileBound || selfOf(file) !== undefined || selfOf(target) !== undefined) return undefined;
  for (const { node } of content.references) {
    const text = node.kind === 'scalar' ? sameTarget(target, { file, target: node.text }) : undefined;
    if (text === undefined) return undefined;
    exchanged.set(node, text);
  }
  return exchanged;
}

/** Stands for the response in the edits that put it in its place: so long that it is not written between braces. */
const standIn = 'moved-here'.padEnd(100, '-');

/** The edits with the response's own text instead of what stands for it. */
function asText(load: Load, edits: readonly FileEdit[]): readonly FileEdit[] | undefined {
  const { place, goes, marks, target } = load;
  if (place.file.format !== target.format || (!goes && (marks.hasAnchors || marks.aliased.length > 0))) return undefined;
  const index = edits.findIndex(({ file, edit }) => file === target.uri && edit.text.includes(standIn));
  const placed = edits[index];
  const source = adaptedText(load);
  const beside = placed && withCommentBehind(placed.edit, target);
  if (!beside || source === undefined) return undefined;
  // An alias must have its anchor before it, in the same file.
  if (marks.aliased.some(({ range }) => place.file !== target || range.start >= beside.range.start)) return undefined;
  const edit = target.text === '' ? inNewFile(load, source, beside) : inserted(load, source, beside);
  return edit && edits.with(index, { ...placed, edit });
}

/** The edit with the comment that stands behind its range on the line, which the last of several lines must not get; undefined where there are two. */
function withCommentBehind(edit: TextEdit, { text, format }: SourceFile): TextEdit | undefined {
  const { range } = edit;
  const [comment = ''] = format === 'yaml' ? (/^[ \t]+#.*/.exec(text.slice(range.end, lineEndOf(text, range.end))) ?? []) : [];
  if (comment === '') return edit;
  const [head = '', tail = ''] = partsOf(edit, { format });
  if (tail !== '' && !/^[\r\n]/.test(tail)) return undefined;
  return { range: { start: range.start, end: range.end + comment.length }, text: head + standIn + comment + tail };
}

/** The response's own text with the references as they have to be. */
function adaptedText({ place: { file }, text: { range }, exchanged }: Load): string | undefined {
  const edits: TextEdit[] = [];
  for (const [node, text] of exchanged) {
    if (node.kind !== 'scalar' || node.text === text) continue;
    const edit = editScalar(file.tree, node, [{ range: { start: 0, end: node.text.length }, text }]);
    if (!edit) return undefined;
    edits.push({ ...edit, range: { start: edit.range.start - range.start, end: edit.range.end - range.start } });
  }
  return applyEdits(file.text.slice(range.start, range.end), edits);
}

/** The edit's text before and behind what stands for the response. */
function partsOf({ text }: TextEdit, { format }: Pick<SourceFile, 'format'>): readonly string[] {
  if (format === 'json') return text.split(JSON.stringify(standIn));
  const [head, tail] = text.split(standIn);
  // Where all strings have quotes it has some, too.
  return head === undefined || tail === undefined ? [] : [head.replace(/['"]$/, ''), tail.replace(/^['"]/, '')];
}

/** A block's text in a file that holds nothing else; undefined for what stands between brackets, which YAML's files do not begin with. */
function inNewFile({ text: { indent, isBlock }, target }: Load, source: string, edit: TextEdit): TextEdit | undefined {
  const [head, tail] = partsOf(edit, target);
  if (head === undefined || tail === undefined || (target.format === 'yaml' && !isBlock)) return undefined;
  // Its line ends are those of the files beside it.
  const lines = isBlock ? reindented(tail + source, indent, '', tail)?.slice(tail.length) : reindented(source, indent, '', tail);
  return lines === undefined ? undefined : { ...edit, text: head + lines + tail };
}

/** The edit with the response's text instead of what stands for it; undefined where that can't stand there. */
function inserted({ text: { indent, isBlock }, target }: Load, source: string, edit: TextEdit): TextEdit | undefined {
  const { range } = edit;
  const isJson = target.format === 'json';
  const [head, tail] = partsOf(edit, target);
  if (head === undefined || tail === undefined) return undefined;
  const { lineEnd, unit } = target.tree.style;
  const [line = ''] = /[^\r\n]*$/.exec(target.text.slice(lineStartOf(target.text, range.start), range.start) + head) ?? [];
  const isInBrackets = isJson || head.includes('{') || isWithinBrackets(target.tree, range.start);
  if (!isBlock) {
    // Lines between YAML's brackets stand further in than the key before these.
    const deeper = !isJson && isInBrackets ? unit : '';
    const lines = reindented(source, indent, (/^[ \t]*/.exec(line)?.[0] ?? '') + deeper, lineEnd);
    return lines === undefined ? undefined : { range, text: head + lines + tail };
  }
  if (isInBrackets) return undefined;
  const column = /^[ -]*/.exec(line)?.[0].length ?? 0;
  const lines = reindented(lineEnd + source, indent, ' '.repeat(column + unit.length), lineEnd);
  if (lines === undefined) return undefined;
  // Blanks behind the colon would stand at the end of the line.
  const blanks = head.trim() === '' ? line.length - line.trimEnd().length - head.length : 0;
  // Comments that stood behind the key stay there.
  const written = head.trimEnd() + (tail.trim() === '' ? lines + tail : tail + lines);
  return { range: { start: range.start - blanks, end: range.end }, text: written };
}

function asValue({ place, marks, exchanged }: Load, put: PutResponse): readonly FileEdit[] | undefined {
  if (marks.comments.length > 0 || marks.aliased.length > 0 || marks.hasAnchors || marks.hasTags) return undefined;
  const value = plainContent(place, exchanged);
  return value === undefined ? undefined : complete(put(() => value));
}
