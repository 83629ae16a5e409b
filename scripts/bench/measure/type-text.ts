import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bench } from '../bench.ts';
import type { Input } from '../inputs/inputs.ts';
import { keystrokes, type Passage } from '../inputs/keystrokes.ts';
import { type Places, placesOf } from '../inputs/places.ts';
import { LspSession } from './lsp-session.ts';

/** Milliseconds for each keystroke. */
export interface TypingTimes {
  /** From the change's departure to the diagnostics' arrival, at the client. */
  readonly roundTrip: readonly number[];
  /** How long the server's thread was busy with it, whatever it did: reading messages, answering, and what came after the answer. */
  readonly busy: readonly number[];
  /** The CPU time of the server's threads in the same while. */
  readonly cpu: readonly number[];
  /** Round trips of requests that the server only refuses: what the connection itself costs. */
  readonly connection: readonly number[];
  readonly wanted: number;
}

/** A text that is open in a session. */
export interface OpenDocument {
  readonly session: LspSession;
  readonly uri: string;
}

/** A description that is open in a session of its own. */
export interface OpenText extends OpenDocument {
  readonly places: Places;
}

/** Opens a file in a new session, waits for its diagnostics, and ends the session when `use` is through. */
export async function withOpenText<Result>(input: Input, use: (open: OpenText) => Promise<Result>): Promise<Result> {
  const text = readFileSync(input.path, 'utf8');
  const places = placesOf(text);
  const session = await LspSession.start(dirname(input.path));
  try {
    const uri = pathToFileURL(input.path).href;
    await session.open(uri, text);
    await session.pull(uri);
    return await use({ session, uri, places });
  } finally {
    await session.stop();
  }
}

/** Types passages, waiting for the diagnostics before each next key; stops early when the bench loses its patience. */
export async function typeText(
  bench: Bench,
  { session, uri }: OpenDocument,
  passages: readonly Passage[],
  count: number,
): Promise<TypingTimes> {
  const times = { roundTrip: [] as number[], busy: [] as number[], cpu: [] as number[], connection: [] as number[], wanted: count };
  const end = performance.now() + bench.patience;
  for (const edit of keystrokes(passages)) {
    if (times.roundTrip.length >= count || performance.now() > end) return times;
    const before = await session.work();
    const started = performance.now();
    await session.change(uri, edit);
    await session.pull(uri);
    times.roundTrip.push(performance.now() - started);
    const after = await session.work();
    times.busy.push(after.busy - before.busy);
    times.cpu.push(after.cpu - before.cpu);
    times.connection.push(await session.roundTrip());
  }
  return times;
}
