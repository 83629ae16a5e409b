import type { Completion } from '../../../linter/index.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { applyEdits } from '../../../linter/text/edit.ts';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';

/** What is offered at the `|` of one of some files, as an entry document knows it. */
export async function completedAt(files: Readonly<Record<string, string>>, entry = Object.keys(files)[0] ?? '') {
  const [path = '', marked = ''] = Object.entries(files).find(([, text]) => text.includes('|')) ?? [];
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const memory = new MemoryFiles({ ...files, [path]: text });
  await memory.check(entry);
  const offered = await memory.linter.completions(uriOf(entry), uriOf(path), offset);
  return {
    offered,
    labels: offered.map(({ label }) => label),
    accept: (label: string): string => acceptedText(text, offered, label),
    /** True when the text after it has no syntax error. */
    isSound: (completion: Completion): boolean =>
      parse(applyEdits(text, [completion]), path.endsWith('.json') ? 'json' : 'yaml').problems.length === 0,
  };
}

/** The text after the completion with a label; `‹…›` stands around what is selected then. */
export function acceptedText(before: string, offered: readonly Completion[], label: string): string {
  const chosen = offered.find((each) => each.label === label);
  if (!chosen) return `There is no ${label}, only: ${offered.map((each) => each.label).join(', ')}`;
  const { range, text, selection } = chosen;
  const shown = selection
    ? `${text.slice(0, selection.start)}‹${text.slice(selection.start, selection.end)}›${text.slice(selection.end)}`
    : text;
  return applyEdits(before, [{ range, text: shown }]);
}
