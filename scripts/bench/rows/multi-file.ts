import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bench, Row } from '../bench.ts';
import type { Figure } from '../figure.ts';
import type { Input } from '../inputs/inputs.ts';
import type { Place } from '../inputs/keystrokes.ts';
import { compareUsage, measureCheck, usageFigure } from '../measure/compare.ts';
import { LspSession } from '../measure/lsp-session.ts';
import { reachedFiles } from '../measure/reached-files.ts';
import { typeText } from '../measure/type-text.ts';
import { measureParseYaml } from '../measure/yaml-floor.ts';
import { typingFigures } from './typing.ts';

/** A description that is spread over hundreds of files: cold in the terminal, and an edit of one fragment. */
export const multiFile: Row = {
  id: 'multi-file',
  title: 'a description in many files',
  async measure(bench) {
    const input = bench.inputs.manyFiles();
    const files = await reachedFiles(input.path);
    bench.say(`many files: ${input.name}, ${files.length} files reached`);
    return [...(await cold(bench, input, files)), ...(await editFragment(bench, input, files))];
  },
};

async function cold(bench: Bench, { path, name }: Input, files: readonly string[]): Promise<readonly Figure[]> {
  const floor = () => measureParseYaml(bench, files);
  const comparison = await compareUsage(bench, files, 'parseDocument on each', floor, () => measureCheck(path));
  const note = `the floor reads and parses the ${files.length} files that the linter reaches`;
  return [
    usageFigure('many files, CPU', name, comparison, 'cpu', 1.2, note),
    usageFigure('many files, wall clock', name, comparison, 'wall', undefined),
    usageFigure('many files, peak memory', name, comparison, 'peak', undefined),
  ];
}

async function editFragment(bench: Bench, input: Input, files: readonly string[]): Promise<readonly Figure[]> {
  const fragment = files.map((path) => ({ path, text: readFileSync(path, 'utf8') })).find(({ text }) => /^responses:\r?$/m.test(text));
  if (!fragment) throw new Error('no file of the description holds just an operation');
  const session = await LspSession.start(dirname(input.path));
  try {
    const [entryUri, uri] = [input.path, fragment.path].map((path) => pathToFileURL(path).href) as [string, string];
    await session.open(entryUri, readFileSync(input.path, 'utf8'));
    await session.pull(entryUri);
    await session.open(uri, fragment.text);
    await session.pull(uri);
    const passages = [{ place: responsesOf(fragment.text), keys: "\n'401':\ndescription: Who are you? Send a token.\nheaders: {}" }];
    const times = await typeText(bench, { session, uri }, passages, bench.quick ? 5 : 150);
    return typingFigures('typing in one of many files', input, times);
  } finally {
    await session.stop();
  }
}

/** The place below `responses` of an operation that is a file of its own. */
function responsesOf(text: string): Place {
  const lines = text.split(/\r?\n/);
  const line = lines.indexOf('responses:');
  const indent = /^ */.exec(lines[line + 1] ?? '')?.[0] || '  ';
  return { line, text: 'responses:', indent, step: indent };
}
