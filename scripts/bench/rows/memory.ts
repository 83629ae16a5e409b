import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bench, Row } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { keystrokes } from '../inputs/keystrokes.ts';
import { operationPassages } from '../inputs/passages.ts';
import { LspSession } from '../measure/lsp-session.ts';
import { type OpenText, withOpenText } from '../measure/type-text.ts';

/** The server's heap over a long session: it returns to where it was. */
export const memory: Row = {
  id: 'memory',
  title: 'memory over a long session',
  async measure(bench) {
    return [await manyEdits(bench), await manyFiles(bench)];
  },
};

interface Heaps {
  /** In bytes, after what comes first in any session. */
  readonly before: number;
  readonly after: number;
  readonly done: number;
}

async function manyEdits(bench: Bench): Promise<Figure> {
  const input = bench.inputs.megabyteYaml();
  const wanted = bench.quick ? 40 : 10_000;
  bench.say(`memory: ${wanted} edits of ${input.name}`);
  const heaps = await withOpenText(input, (open) => editLong(bench, open, wanted));
  return heapFigure(`heap after ${heaps.done.toLocaleString('en')} edits`, input.name, heaps, wanted);
}

async function editLong(bench: Bench, { session, uri, places }: OpenText, wanted: number): Promise<Heaps> {
  const passages = operationPassages(places);
  const onePass = passages.reduce((sum, { keys }) => sum + [...keys].length + 1, 0);
  const end = performance.now() + 3 * bench.patience;
  let before = Number.NaN;
  let done = 0;
  for (const edit of keystrokes(passages)) {
    // The text is as it was at the beginning: after the first keystrokes, which warm the server up, and at the end.
    const isWhole = done % onePass === 0;
    if (isWhole && done <= onePass) {
      // A heap is not compared with itself.
      if (performance.now() > end) return { before: Number.NaN, after: await session.heap(), done };
      before = await session.heap();
    }
    const isLate = performance.now() > end;
    if (isWhole && done > 0 && (done >= wanted || isLate)) break;
    await session.change(uri, edit);
    // Without patience, what is left of the passage is typed without waiting, for the text must be as it was.
    if (!isLate) await session.pull(uri);
    done++;
  }
  await session.pull(uri);
  return { before, after: await session.heap(), done };
}

async function manyFiles(bench: Bench): Promise<Figure> {
  const input = bench.inputs.smallYaml();
  const wanted = bench.quick ? 20 : 1000;
  const text = readFileSync(input.path, 'utf8');
  bench.say(`memory: ${wanted} files opened and closed`);
  const session = await LspSession.start(dirname(input.path));
  try {
    const openAndClose = async (name: string): Promise<void> => {
      const uri = pathToFileURL(join(bench.scratch, name)).href;
      await session.open(uri, `${text}# ${name}\n`);
      await session.pull(uri);
      await session.close(uri);
    };
    for (let n = 0; n < wanted / 20; n++) await openAndClose(`first-${n}.yaml`);
    const before = await session.heap();
    for (let n = 0; n < wanted; n++) await openAndClose(`other-${n}.yaml`);
    return heapFigure(
      `heap after ${wanted.toLocaleString('en')} files opened and closed`,
      input.name,
      { before, after: await session.heap(), done: wanted },
      wanted,
    );
  } finally {
    await session.stop();
  }
}

function heapFigure(what: string, input: string, { before, after, done }: Heaps, wanted: number): Figure {
  return {
    what,
    input,
    floor: { name: 'heap at the start', sample: { unit: 'MB', by: 'median', values: [before / 1e6] } },
    ours: { unit: 'MB', by: 'median', values: [after / 1e6] },
    ratios: [after / before],
    once: true,
    must: { of: 'ratio', comparison: 'at most', limit: 1.1 },
    note: done < wanted ? `${done} of ${wanted}, then patience ended` : undefined,
  };
}
