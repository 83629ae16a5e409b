import { readFileSync } from 'node:fs';
import type { Bench, Row } from '../bench.ts';
import type { Figure } from '../figure.ts';
import type { Input } from '../inputs/inputs.ts';
import { alternate } from '../measure/alternate.ts';
import { measureCheck } from '../measure/compare.ts';
import type { Usage } from '../measure/process.ts';
import { median } from '../measure/statistics.ts';
import { peersFor } from '../peers/install.ts';
import type { Peers } from '../peers/peer.ts';
import { numberText } from '../report/cells.ts';

/** Other linters on the same files, with only their rules on 401s and security schemes. */
export const peers: Row = {
  id: 'peers',
  title: 'other linters',
  async measure(bench) {
    if (!bench.peers) return [{ what: 'other linters', note: 'needs --peers' }];
    const { inputs } = bench;
    const others = await peersFor(bench);
    const figures: Figure[] = [];
    for (const input of [inputs.bigJson(), inputs.manyFiles(), inputs.megabyteYaml(), inputs.smallYaml()])
      figures.push(...(await measureFile(bench, others, input)));
    return figures;
  },
};

const quantities = [
  { what: 'CPU', key: 'cpu', unit: 's' },
  { what: 'wall clock', key: 'wall', unit: 's' },
  { what: 'peak memory', key: 'peak', unit: 'MB' },
] as const;

async function measureFile(bench: Bench, { present, absent }: Peers, { path, name }: Input): Promise<readonly Figure[]> {
  bench.say(`other linters: ${name}`);
  readFileSync(path);
  const sides: Record<string, () => Promise<Usage>> = { ours: () => measureCheck(path) };
  for (const peer of present) sides[peer.name] = () => peer.lint([path]);
  const { ours = [], ...others } = await alternate(sides, bench);
  return quantities.map(({ what, key, unit }): Figure => {
    const own = ours.map((usage) => usage[key]);
    const cell = (usages: readonly Usage[]): string => {
      const value = median(usages.map((usage) => usage[key]));
      return Number.isNaN(value) ? '–' : `${numberText(value)} ${unit} (${numberText(value / median(own))} × ours)`;
    };
    const cells = Object.entries(others).map(([peer, usages]) => [peer, cell(usages)] as const);
    return {
      what: `beside other linters, ${what}`,
      input: name,
      ours: { unit, by: 'median', values: own },
      peers: Object.fromEntries([...cells, ...absent.map((peer) => [peer.name, peer.problem] as const)]),
    };
  });
}
