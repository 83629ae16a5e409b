import { describe, expect, it } from 'vitest';
import { csvReport } from '../../../linter/index.ts';
import { covered, everySort, hostileTexts, named } from '../support/covered.ts';

/** Reads comma-separated values (RFC 4180 §2). */
function parsed(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('the report as CSV', () => {
  it('has a row for each operation', async () => {
    const [head, ...rows] = parsed(csvReport([await covered(everySort)]));
    expect(head?.join()).toBe(
      'description,title,openapi,kind,method,path,state,schemes,undefined schemes,unauthorized,challenge,file,line,pointer',
    );
    expect(rows).toHaveLength(9);
    expect(rows[0]?.join()).toBe(
      'openapi.yaml,Every sort,3.1.0,operation,get,/challenged,secured,bearer,,explicit,true,openapi.yaml,6,/paths/~1challenged/get',
    );
    expect(rows[7]?.slice(6, 10)).toEqual(['secured', 'bearer key gone', 'gone', 'none']);
  });

  it('has its head when there is nothing', () => {
    expect(csvReport([])).toMatch(/^description,.*,pointer\r\n$/);
  });

  it.each(Object.entries(hostileTexts))('keeps its rows and fields: %s', async (_, text) => {
    const rows = parsed(csvReport([await covered(named(text), { 'item.json': '{"post": {}}' })]));
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => 14));
    expect(rows).toHaveLength(4);
    // A spreadsheet would compute it, or run a command.
    for (const value of rows.flat()) expect(value).not.toMatch(/^\s*[=+\-@]/);
  });

  it('keeps what is no formula as it is', async () => {
    const [, row] = parsed(csvReport([await covered(named('a, "b" = c'))]));
    expect(row?.[1]).toBe('a, "b" = c');
  });
});
