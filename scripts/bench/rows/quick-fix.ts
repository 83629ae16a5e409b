import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import type { Bench, Row } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { keystrokes } from '../inputs/keystrokes.ts';
import { operationPassages } from '../inputs/passages.ts';
import { median, percentile } from '../measure/statistics.ts';
import { type OpenText, withOpenText } from '../measure/type-text.ts';

interface MenuTimes {
  /** The menu is asked for at once after a keystroke. */
  readonly afterEdit: number[];
  /** The menu is asked for when the diagnostics are there. */
  readonly afterFindings: number[];
}

/** The menu of quick fixes of a finding, while somebody types elsewhere in the file. */
export const quickFix: Row = {
  id: 'quick-fix',
  title: 'quick fix menu',
  async measure(bench) {
    const input = bench.inputs.megabyteYaml();
    bench.say(`quick fix menu: ${input.name}`);
    const { afterEdit, afterFindings } = await withOpenText(input, (open) => askForMenus(bench, open));
    const figure = (what: string, values: readonly number[]): Figure => ({
      what,
      input: input.name,
      ours: { unit: 'ms', by: 'p95', values },
      must: { of: 'ours', comparison: 'at most', limit: 30 },
      note: `at the client; median ${median(values).toFixed(1)}, most ${percentile(values, 1).toFixed(1)}, ${values.length} menus`,
    });
    return [
      figure('quick fix menu, at once after a keystroke', afterEdit),
      figure('quick fix menu, when the findings are there', afterFindings),
    ];
  },
};

async function askForMenus(bench: Bench, { session, uri, places }: OpenText): Promise<MenuTimes> {
  const times: MenuTimes = { afterEdit: [], afterFindings: [] };
  const count = bench.quick ? 5 : 100;
  const end = performance.now() + bench.patience;
  // Above the place where somebody types: there it stays where it is.
  const diagnostic = findingAbove(await session.pull(uri), places.operation.line);
  const ask = async (into: number[], edited: number): Promise<void> => {
    const actions = await session.codeActions(uri, diagnostic);
    into.push(performance.now() - edited);
    if (!actions.some(({ kind }) => kind === 'quickfix')) throw new Error('the menu has no quick fix');
  };
  for (const edit of keystrokes(operationPassages(places))) {
    if (times.afterEdit.length >= count || performance.now() > end) return times;
    const edited = performance.now();
    await session.change(uri, edit);
    await ask(times.afterEdit, edited);
    await session.pull(uri);
    await ask(times.afterFindings, performance.now());
  }
  return times;
}

/** The last finding before a line that the rules have a fix for; throws when there is none. */
function findingAbove(diagnostics: readonly Diagnostic[], line: number): Diagnostic {
  const above = diagnostics.filter(({ range, code }) => range.end.line < line && /^missing-(?:401|www-authenticate)$/.test(String(code)));
  const found = above.at(-1) ?? diagnostics.filter(({ range }) => range.end.line < line).at(-1);
  if (!found) throw new Error('there is no finding above the place where is typed');
  return found;
}
