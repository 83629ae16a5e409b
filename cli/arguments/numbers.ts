import type { Shard } from '../targets/shard.ts';

/** What is wrong with a value, in a sentence. */
interface Problem {
  readonly problem: string;
}

const mostJobs = 256;
const mostShards = 10_000;

/** What `--jobs` says; undefined when it was not given. */
export function jobsFrom(text: string | undefined): { readonly jobs: number | undefined } | Problem {
  if (text === undefined) return { jobs: undefined };
  const jobs = wholeNumber(text);
  if (jobs !== undefined && jobs >= 1 && jobs <= mostJobs) return { jobs };
  return { problem: `--jobs can't be ${text}: it is a whole number from 1 to ${mostJobs}.` };
}

/** What `--max-warnings` says; undefined when it was not given. */
export function maxWarningsFrom(text: string | undefined): { readonly maxWarnings: number | undefined } | Problem {
  if (text === undefined) return { maxWarnings: undefined };
  const maxWarnings = wholeNumber(text);
  return maxWarnings === undefined ? { problem: `--max-warnings can't be ${text}: it is a whole number.` } : { maxWarnings };
}

/** What `--shard` says (`I/N`); undefined when it was not given. */
export function shardFrom(text: string | undefined): { readonly shard: Shard | undefined } | Problem {
  if (text === undefined) return { shard: undefined };
  const [first, second, ...rest] = text.split('/');
  const [index, count] = [wholeNumber(first ?? ''), wholeNumber(second ?? '')];
  const isShard = rest.length === 0 && index !== undefined && count !== undefined && index >= 1 && index <= count && count <= mostShards;
  return isShard ? { shard: { index, count } } : { problem: `--shard can't be ${text}: it is I/N, the I-th of N parts, such as 1/3.` };
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
