import { resolve } from 'node:path';
import type { OutputChoice } from './invocation.ts';

/** An option with its value, as it stands on the command line. */
export type GivenOption = readonly [name: string, value: string];

/**
 * What `--format` and `--output` say together, in the order in which they were given: an `--output` belongs to the `--format` before
 * it, and what has none is printed. Or what is wrong with that.
 */
export function outputsFrom<Format extends string>(
  given: readonly GivenOption[],
  otherwise: Format,
): { readonly outputs: readonly OutputChoice<Format>[] } | { readonly problem: string } {
  const outputs: { format: Format; file: string | undefined }[] = [];
  for (const [name, value] of given) {
    if (name === 'format') outputs.push({ format: value as Format, file: undefined });
    if (name !== 'output') continue;
    if (outputs.length === 0) outputs.push({ format: otherwise, file: undefined });
    const last = outputs.at(-1);
    if (last?.file !== undefined) return { problem: `--output ${value} needs a --format of its own before it.` };
    if (outputs.some(({ file }) => file !== undefined && resolve(file) === resolve(value)))
      return { problem: `--output ${value} is named twice.` };
    if (last) last.file = value;
  }
  const [first, second] = outputs.filter(({ file }) => file === undefined);
  if (first && second)
    return {
      problem: `Of ${first.format} and ${second.format} one can be printed; the other needs a file: --format ${first.format} --output FILE.`,
    };
  return { outputs: outputs.length > 0 ? outputs : [{ format: otherwise, file: undefined }] };
}
