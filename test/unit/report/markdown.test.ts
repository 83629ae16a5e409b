import { describe, expect, it } from 'vitest';
import { markdownReport } from '../../../linter/index.ts';
import { markdownCode, markdownText } from '../../../linter/text/markdown.ts';
import { covered, everySort, hostileTexts, named } from '../support/covered.ts';

/** The cells of a line that is a table's row; bars behind a backslash are none of its own. */
const cells = (line: string) =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());

describe('the report in Markdown', () => {
  it('has the counts and a table of each description', async () => {
    const entry = await covered(everySort);
    const lines = markdownReport([entry, entry]).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      '# Authentication report',
      '',
      'Descriptions: 2. Operations: 16.',
      '',
      '| Security | Operations | % |  |',
    ]);
    expect(lines).toContain('| secured | 12 | 75% | Credentials are needed. |');
    expect(lines).toContain('| no explicit 401 | 8 | 67% | No 401 is documented, or only 4XX or default stands for it. |');
    expect(lines).toContain('| `bearer` | http bearer | 7 |');
    expect(lines).toContain('| `GET /challenged` | secured | `bearer` | 401 | yes | `openapi.yaml:6` |');
    expect(lines).toContain('| `GET /several` | secured | `bearer`, `key`, `gone` (not defined) | none | – | `openapi.yaml:22` |');
    expect(lines).toContain('| `POST called` (webhook) | undeclared | – | none | – | `openapi.yaml:25` |');
  });

  it('says that there is nothing', () => {
    expect(markdownReport([])).toBe('# Authentication report\n\nNo OpenAPI description was found.\n');
  });

  it.each(Object.entries(hostileTexts))('keeps its lines and cells: %s', async (_, text) => {
    const shape = (report: string) => report.split('\n').map((line) => (line.startsWith('|') ? cells(line).length : line.slice(0, 2)));
    const of = async (name: string) => markdownReport([await covered(named(name), { 'item.json': '{"post": {}}' })]);
    expect(shape(await of(text))).toEqual(shape(await of('name')));
    expect(await of(text)).not.toMatch(/(?![\n\u200c\u200d])[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}]/u);
  });
});

describe('a text in Markdown', () => {
  it.each([
    ['Pets (v1.0)', 'Pets (v1.0)'],
    ['*a* | [b](c) <i> `d` \\', '\\*a\\* \\| \\[b\\](c) \\<i\\> \\`d\\` \\\\'],
    ['https://example.test @team #1', 'https\\://example.test &#64;team \\#1'],
    ['a\nb\u202e', 'a\\\\nb\\\\u\\{202e\\}'],
  ])('%j', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  it.each([
    ['GET /a', '`GET /a`'],
    ['a|b', '`a\\|b`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['``a`', '``` ``a` ```'],
    [' a ', '`  a  `'],
    ['', '` `'],
    ['a\nb', '`a\\nb`'],
  ])('as code: %j', (text, expected) => {
    expect(markdownCode(text)).toBe(expected);
  });
});
