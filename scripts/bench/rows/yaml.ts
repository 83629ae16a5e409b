import type { Bench, Row } from '../bench.ts';
import type { Figure } from '../figure.ts';
import type { Input } from '../inputs/inputs.ts';
import { compareUsage, measureCheck, usageFigure } from '../measure/compare.ts';
import { measureParseYaml } from '../measure/yaml-floor.ts';

/** Big YAML in the terminal, against a process that parses it as a whole. */
export const yaml: Row = {
  id: 'yaml',
  title: 'big YAML in the terminal',
  async measure(bench) {
    return [...(await measureFile(bench, bench.inputs.bigYaml())), ...(await measureFile(bench, bench.inputs.largestYaml()))];
  },
};

async function measureFile(bench: Bench, { path, name }: Input): Promise<readonly Figure[]> {
  bench.say(`big YAML: ${name}`);
  const floor = () => measureParseYaml(bench, [path]);
  const comparison = await compareUsage(bench, [path], 'parseDocument', floor, () => measureCheck(path));
  return [
    usageFigure('big YAML, CPU', name, comparison, 'cpu', 1 / 8),
    usageFigure('big YAML, peak memory', name, comparison, 'peak', undefined),
  ];
}
