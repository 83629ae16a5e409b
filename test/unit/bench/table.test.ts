import { describe, expect, it } from 'vitest';
import type { Figure, RowResult } from '../../../scripts/bench/figure.ts';
import { numberText } from '../../../scripts/bench/report/cells.ts';
import { betweenMarkers } from '../../../scripts/bench/report/docs.ts';
import { isMet } from '../../../scripts/bench/report/met.ts';
import { merge } from '../../../scripts/bench/report/store.ts';
import { markdownTable, terminalTable } from '../../../scripts/bench/report/table.ts';

const figure: Figure = {
  what: 'big text',
  input: 'invented, 1 MB',
  floor: { name: 'parser', sample: { unit: 's', by: 'median', values: [1, 2, 3] } },
  ours: { unit: 's', by: 'median', values: [1.5, 3, 6] },
  ratios: [1.5, 1.5, 2],
  must: { of: 'ratio', comparison: 'at most', limit: 2 },
  note: 'a note',
};

const row = (figures: readonly Figure[], more: Partial<RowResult> = {}): RowResult => ({
  row: 'text',
  commit: 'abc',
  runs: 3,
  quick: false,
  figures,
  ...more,
});

describe('the table of the benchmark', () => {
  it('has ratio, spread and verdict of a figure, and its note', () => {
    expect(terminalTable([row([figure])])).toMatchInlineSnapshot(`
      "row   what      input           floor        ours  ratio            must   met
      text  big text  invented, 1 MB  parser: 2 s  3 s   1.50 × (1.50–2)  ≤ 2 ×  yes

      big text (invented, 1 MB): a note"
    `);
  });

  it('has a column for each other tool, and none of them shifts the others', () => {
    const table = markdownTable([row([figure, { what: 'other', peers: { Tool: '3 s | slow' } }]), row([], { problem: 'no\nluck' })]);
    const lines = table.split('\n').filter((line) => line.startsWith('|'));
    expect(lines.map((line) => line.replaceAll('\\|', '').split('|').length)).toEqual(lines.map(() => 11));
    expect(table).toContain('- text could not be measured: no luck');
  });

  it('says when there were fewer runs than asked for, but not of what is measured once', () => {
    const fewer = row([{ ...figure, note: undefined }], { runs: 5 });
    expect(terminalTable([fewer])).toContain('big text (invented, 1 MB): 3 of 5 runs, then patience ended');
    expect(terminalTable([row([{ ...figure, once: true }], { runs: 5 })])).not.toContain('patience');
  });

  it('judges by the ratio or by our own value', () => {
    expect(isMet(figure)).toBe(true);
    expect(isMet({ ...figure, ratios: [3, 3, 1] })).toBe(false);
    expect(isMet({ ...figure, must: { of: 'ratio', comparison: 'at least', limit: 20 } })).toBe(false);
    const times = { unit: 'ms', by: 'p95', values: [...Array(99).fill(1), 100] } as const;
    expect(isMet({ what: 'typing', ours: times, must: { of: 'ours', comparison: 'at most', limit: 16 } })).toBe(true);
    expect(isMet({ what: 'unmeasured', must: { of: 'ratio', comparison: 'at most', limit: 2 } })).toBeUndefined();
    expect(isMet({ what: 'informative', ours: times })).toBeUndefined();
  });

  it('rounds to digits that mean something', () => {
    expect([0.1256, 1.234, 12.34, 1234.5, 3, Number.NaN].map(numberText)).toEqual(['0.126', '1.23', '12.3', '1,235', '3', '–']);
  });
});

describe('what was measured before', () => {
  const machine = { processor: 'p', cores: 2, memory: '8 GB', system: 's', node: 'v20', corpus: 'all' };
  const old = { machine, rows: [row([], { row: 'a', commit: 'old' }), row([], { row: 'b', commit: 'old' })] };
  const commits = (measured: { rows: readonly RowResult[] }) => measured.rows.map(({ row: id, commit }) => `${id} ${commit}`);

  it('stays where nothing new is', () => {
    expect(commits(merge(old, machine, [row([], { row: 'b', commit: 'new' })], ['a', 'b', 'c']))).toEqual(['a old', 'b new']);
  });

  it('goes when it is of another machine', () => {
    expect(commits(merge(old, { ...machine, cores: 8 }, [row([], { row: 'b', commit: 'new' })], ['a', 'b']))).toEqual(['b new']);
  });
});

describe('the page', () => {
  it('keeps all but what is between the markers', () => {
    const page = 'Before\n<!-- bench:begin (npm run bench -- --write-docs) -->\nold\n<!-- bench:end -->\nAfter\n';
    expect(betweenMarkers(page, 'new')).toBe(page.replace('\nold\n', '\n\nnew\n\n'));
    expect(() => betweenMarkers('no markers', 'new')).toThrow('markers');
  });
});
