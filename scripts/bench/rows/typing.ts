import type { Bench, Row } from '../bench.ts';
import type { Figure, Sample } from '../figure.ts';
import type { Input } from '../inputs/inputs.ts';
import type { Passage } from '../inputs/keystrokes.ts';
import { jsonPassages, operationPassages, pathPassages, schemaPassages, sharedResponsePassages } from '../inputs/passages.ts';
import type { Places } from '../inputs/places.ts';
import { median, percentile } from '../measure/statistics.ts';
import { type TypingTimes, typeText, withOpenText } from '../measure/type-text.ts';

const keys = 500;

interface Scene {
  readonly where: string;
  readonly input: Input | undefined;
  readonly passages: (places: Places) => readonly Passage[];
  readonly count: number;
  /** In milliseconds inside the server; nothing is asked of a scene without. */
  readonly limit?: number;
}

/** Typing: every keystroke is followed by a pull of the diagnostics, over a real connection. */
export const typing: Row = {
  id: 'typing',
  title: 'typing',
  async measure(bench) {
    const figures: Figure[] = [];
    for (const scene of scenes(bench)) figures.push(...(await typeScene(bench, scene)));
    return figures;
  },
};

function scenes({ inputs, quick }: Bench): readonly Scene[] {
  const yaml = inputs.megabyteYaml();
  const big = inputs.bigYaml();
  const full = quick ? 20 : keys;
  const some = quick ? 5 : 150;
  return [
    { where: 'an operation', input: yaml, passages: operationPassages, count: full, limit: 16 },
    { where: 'an operation', input: big, passages: operationPassages, count: full, limit: 50 },
    { where: 'a new path', input: yaml, passages: pathPassages, count: some },
    { where: 'a new path', input: big, passages: pathPassages, count: some },
    { where: 'the schemas', input: yaml, passages: schemaPassages, count: some },
    { where: 'the schemas', input: big, passages: schemaPassages, count: some },
    { where: 'a shared response', input: yaml, passages: sharedResponsePassages, count: some },
    { where: 'an operation', input: inputs.megabyteJson(), passages: jsonPassages, count: some },
    { where: 'an operation', input: inputs.anchoredYaml(), passages: operationPassages, count: some },
  ];
}

async function typeScene(bench: Bench, scene: Scene): Promise<readonly Figure[]> {
  const { input, where } = scene;
  const what = `typing in ${where}`;
  if (!input) return [{ what, note: 'the corpus at hand has no such text' }];
  bench.say(`${what}: ${input.name}`);
  const times = await withOpenText(input, async (open) => {
    const passages = scene.passages(open.places);
    return passages.length === 0 ? undefined : await typeText(bench, open, passages, scene.count);
  });
  return times ? typingFigures(what, input, times, scene.limit) : [{ what, input: input.name, note: 'the text has no such place' }];
}

/** Both views of the same keystrokes. */
export function typingFigures(what: string, input: Input, times: TypingTimes, limit?: number): readonly Figure[] {
  const sample = (values: readonly number[]): Sample => ({ unit: 'ms', by: 'p95', values });
  const done = times.roundTrip.length;
  const short = done < times.wanted ? `; ${done} of ${times.wanted} keystrokes, then patience ended` : '';
  const details = (values: readonly number[]) => `median ${median(values).toFixed(1)}, most ${percentile(values, 1).toFixed(1)}${short}`;
  return [
    {
      what: `${what}, inside the server`,
      input: input.name,
      ours: sample(times.busy),
      must: limit === undefined ? undefined : { of: 'ours', comparison: 'at most', limit },
      note: `${details(times.busy)}; CPU time of all threads: median ${median(times.cpu).toFixed(1)}, p95 ${percentile(times.cpu, 0.95).toFixed(1)}`,
    },
    {
      what: `${what}, at the client`,
      input: input.name,
      floor: { name: 'a request that is refused', sample: sample(times.connection) },
      ours: sample(times.roundTrip),
      note: details(times.roundTrip),
    },
  ];
}
