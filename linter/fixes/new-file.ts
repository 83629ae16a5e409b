import type { FileEdit } from '../findings/file-edits.ts';
import type { ApiModel } from '../openapi/model.ts';
import { documentText, type NewValue } from '../syntax/editing/render.ts';
import { type SourceFile, sourceFile } from '../workspace/source-file.ts';

/** A file that is still to be made. */
export interface NewFile {
  /** What references to it need to know; its text is empty. */
  readonly file: SourceFile;
  /** Its name without extension. */
  readonly name: string;
}

/** So many names are tried. */
const mostNames = 20;

/** A file in a folder (a URI with a slash at its end) where there is none yet, under a name or the name with a number; undefined when all are taken. */
export function newFileIn(api: ApiModel, folder: string, name: string, extension: string): NewFile | undefined {
  for (let number = 1; number <= mostNames; number++) {
    const numbered = number === 1 ? name : `${name}${number}`;
    const uri = `${folder}${numbered}${extension}`;
    if (api.lacksFile(uri)) return { file: sourceFile(uri, ''), name: numbered };
  }
  return undefined;
}

/** The edit that makes a file with a value, in the style of another one. */
export function fillFile({ file }: NewFile, value: NewValue, like: SourceFile): FileEdit {
  return { file: file.uri, edit: { range: { start: 0, end: 0 }, text: documentText(like.tree, value) }, isNew: true };
}
