import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bench, Row } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { describeApi, writeDescription } from '../inputs/description.ts';
import { type ActivationTime, activationTime } from '../measure/activation.ts';
import { alternate } from '../measure/alternate.ts';
import { compareUsage, usageFigure } from '../measure/compare.ts';
import { LspSession } from '../measure/lsp-session.ts';
import { measureNode } from '../measure/process.ts';
import { median } from '../measure/statistics.ts';
import { cliBundle } from '../repository.ts';

/** What people wait for before anything is linted. */
export const start: Row = {
  id: 'start',
  title: 'start',
  async measure(bench) {
    return [...(await version(bench)), ...(await activation(bench)), ...(await firstFindings(bench))];
  },
};

async function version(bench: Bench): Promise<readonly Figure[]> {
  bench.say('start: auth-lint --version');
  // Short processes differ much from each other.
  const more = { ...bench, runs: bench.runs * 3 };
  const comparison = await compareUsage(
    more,
    [cliBundle],
    'node -e 0',
    () => measureNode(['-e', '0']),
    () => measureNode([cliBundle, '--version']),
  );
  return [
    usageFigure('auth-lint --version, CPU', '', comparison, 'cpu', 1.5),
    usageFigure('auth-lint --version, wall clock', '', comparison, 'wall', 1.5),
  ];
}

async function activation(bench: Bench): Promise<readonly Figure[]> {
  bench.say('start: activation of the extension');
  const sides = { nothing: () => activationTime(undefined), plain: () => activationTime('name: not a description\nvalues: [1, 2]\n') };
  const { nothing, plain } = await alternate(sides, { runs: bench.runs * 3, patience: bench.patience });
  const middle = (times: readonly ActivationTime[], key: keyof ActivationTime) => median(times.map((time) => time[key])).toFixed(1);
  const figure = (input: string, times: readonly ActivationTime[]): Figure => ({
    what: 'activation of the extension',
    input,
    ours: { unit: 'ms', by: 'median', values: times.map(({ load, activate }) => load + activate) },
    must: { of: 'ours', comparison: 'at most', limit: 20 },
    note: `of it loading ${middle(times, 'load')}; CPU time ${middle(times, 'cpu')}; the editor is a stub`,
  });
  return [figure('nothing open', nothing), figure('a YAML open that is no description', plain)];
}

async function firstFindings(bench: Bench): Promise<readonly Figure[]> {
  bench.say('start: first findings');
  const file = bench.inputs.text('10000-lines.yaml', () => ofLines(10_000));
  const text = readFileSync(file.path, 'utf8');
  const uri = pathToFileURL(file.path).href;
  const open = async () => {
    const session = await LspSession.start(dirname(file.path));
    const started = performance.now();
    await session.open(uri, text);
    const found = await session.pull(uri);
    const time = performance.now() - started;
    await session.stop();
    if (found.length === 0) throw new Error('nothing was found in the generated description');
    return time;
  };
  const { times } = await alternate({ times: open }, { runs: bench.runs * 2, patience: bench.patience });
  return [
    {
      what: 'first findings of a new server',
      input: `${file.name}, ${text.split('\n').length - 1} lines`,
      ours: { unit: 'ms', by: 'median', values: times },
      must: { of: 'ours', comparison: 'at most', limit: 300 },
      note: 'from opening the file to the findings, at the client',
    },
  ];
}

/** A description of about this many lines. */
function ofLines(lines: number): string {
  const linesOf = (text: string) => text.split('\n').length;
  const each = linesOf(writeDescription(describeApi(400), 'yaml')) / 400;
  return writeDescription(describeApi(Math.ceil(lines / each)), 'yaml');
}
