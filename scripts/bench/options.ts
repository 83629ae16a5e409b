import { parseArgs } from 'node:util';

export interface Options {
  /** The ids of the rows to measure; undefined for all. */
  readonly only: readonly string[] | undefined;
  readonly runs: number;
  readonly quick: boolean;
  readonly peers: boolean;
  readonly writeDocs: boolean;
  /** In seconds. */
  readonly patience: number;
  readonly help: boolean;
}

export const usage = `npm run bench -- [options]

  --only ROW,ROW   measure these rows only; the others keep what was measured before
  --runs N         how often each side of a comparison runs (default: 5)
  --patience S     how many seconds one comparison may take before it stops with what it has (default: 120)
  --quick          a smoke run: small inputs, one run; its figures mean nothing
  --peers          install other linters into a temporary folder (network) and measure them, too
  --write-docs     write the table into docs/performance.md
  --help           print this`;

/** Reads the command line; throws on what it does not know. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true },
      runs: { type: 'string' },
      patience: { type: 'string' },
      quick: { type: 'boolean', default: false },
      peers: { type: 'boolean', default: false },
      'write-docs': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    only: values.only?.flatMap((list) => list.split(',')),
    runs: positive('--runs', values.runs ?? (values.quick ? '1' : '5')),
    patience: positive('--patience', values.patience ?? (values.quick ? '10' : '120')),
    quick: values.quick,
    peers: values.peers,
    writeDocs: values['write-docs'],
    help: values.help,
  };
}

function positive(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${option} needs a number from 1 on, not ${text}`);
  return value;
}
