import type { Row } from '../bench.ts';
import { compareUsage, measureCheck, usageFigure } from '../measure/compare.ts';
import { measureNode } from '../measure/process.ts';
import { benchScript } from '../repository.ts';

/** The big JSON in the terminal, against a process that reads and parses it. */
export const json: Row = {
  id: 'json',
  title: 'big JSON in the terminal',
  async measure(bench) {
    const { path, name } = bench.inputs.bigJson();
    bench.say(`big JSON: ${name}`);
    const comparison = await compareUsage(
      bench,
      [path],
      'JSON.parse',
      () => measureNode([benchScript('floors', 'parse-json.cjs'), path]),
      () => measureCheck(path),
    );
    return [
      usageFigure('big JSON, CPU', name, comparison, 'cpu', 2),
      usageFigure('big JSON, peak memory', name, comparison, 'peak', 2),
      usageFigure('big JSON, wall clock', name, comparison, 'wall', undefined),
    ];
  },
};
