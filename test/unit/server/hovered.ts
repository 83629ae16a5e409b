import type { MarkupContent } from 'vscode-languageserver';
import type { ApiModel } from '../../../linter/index.ts';
import { hoverAt } from '../../../server/features/hover/hover.ts';
import { type Markup, markdown } from '../../../server/features/hover/markup.ts';
import type { Texts } from '../../../server/features/texts.ts';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';

/** Descriptions with the models of some entries. */
export interface Described {
  readonly memory: MemoryFiles;
  readonly models: readonly ApiModel[];
  readonly texts: Texts;
}

/** Files of which some, or the first, are entries. */
export async function described(files: Readonly<Record<string, string>>, entries = Object.keys(files).slice(0, 1)): Promise<Described> {
  const memory = new MemoryFiles(files);
  const models: ApiModel[] = [];
  for (const entry of entries) models.push(...[(await memory.check(entry)).api ?? []].flat());
  const texts: Texts = { lines: (uri) => memory.linter.lastSeen(uri)?.lines, version: () => null, clientUri: (uri) => uri };
  return { memory, models, texts };
}

/** What the mouse shows. */
export interface Hovered {
  readonly words: string;
  /** The text that it is about. */
  readonly marked: string;
}

/** What the mouse shows at an offset of a file; undefined for nothing. Links are `[words](file:line)`. */
export function hovered(
  { memory, models, texts }: Described,
  path: string,
  offset: number,
  markup: Markup = markdown,
): Hovered | undefined {
  const uri = uriOf(path);
  const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1);
  const hover = hoverAt({ models, uri, offset, findings: [], markup, texts, nameOf });
  const lines = texts.lines(uri);
  if (!hover?.range || !lines) return undefined;
  const { value } = hover.contents as MarkupContent;
  return {
    words: value.replaceAll(/\(file:\/\/\/api\/([^#]*)#L(\d+),\d+\)/g, '($1:$2)'),
    marked: memory.text(path).slice(lines.offsetAt(hover.range.start), lines.offsetAt(hover.range.end)),
  };
}
