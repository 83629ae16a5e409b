import { cellsOf, fitting } from './cells.ts';

/** Says on standard error how far the work is, where a person is watching and it takes long enough to wonder. */
export interface Progress {
  /** `doing` is what is done, as a participle. */
  show(doing: string, done: number, all: number, what: string): void;
  /** Takes the line away. */
  clear(): void;
}

const patience = 500;
const pause = 100;

/** A progress line; a silent one when standard error is no terminal. */
export function openProgress(): Progress {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  let next = performance.now() + patience;
  let shown = false;
  return {
    show(doing, done, all, what) {
      const now = performance.now();
      if (now < next) return;
      next = now + pause;
      shown = true;
      stderr.write(`\r\x1b[2K${cropped(`${done} of ${all} ${doing}, now ${what}`, (stderr.columns || 80) - 1)}`);
    },
    clear() {
      if (shown) stderr.write('\r\x1b[2K');
      shown = false;
    },
  };
}

/** Shows of so many files in all which one was checked, each time that it is called with one (its URI). */
export function countChecked(progress: Progress, all: number, relative: (uri: string) => string): (uri: string) => void {
  let done = 0;
  return (uri) => progress.show('checked', ++done, all, relative(uri));
}

function cropped(text: string, columns: number): string {
  const cells = cellsOf(text);
  return cells
    .slice(0, fitting(cells, columns))
    .map((cell) => cell.text)
    .join('');
}
