/** What a unified diff makes of files, by path; all texts are bytes as Latin-1. Throws when anything is not exactly as the diff says. */
export function applyDiff(diff: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const rows = linesOf(diff);
  const result: Record<string, string> = { ...files };
  let at = 0;
  while (at < rows.length) {
    const [oldName, newName] = [nameIn(rows[at++], '--- '), nameIn(rows[at++], '+++ ')];
    const path = newName.slice('b/'.length);
    if (oldName !== '/dev/null' && oldName !== `a/${path}`) throw new Error(`${oldName} and ${newName} are not one file`);
    if ((oldName === '/dev/null') === path in result) throw new Error(`${path} is there, or is not`);
    const file = new Patched(result[path] ?? '');
    while (rows[at]?.startsWith('@@ ')) at = file.apply(rows, at);
    result[path] = file.text();
  }
  return result;
}

function nameIn(line: string | undefined, mark: string): string {
  if (!line?.startsWith(mark)) throw new Error(`not a head: ${line}`);
  const name = line.slice(mark.length, -1).replace(/\t$/, '');
  if (!name.startsWith('"')) return Buffer.from(name, 'latin1').toString();
  const bytes = name
    .slice(1, -1)
    .replace(/\\(?:([0-7]{3})|(.))/g, (_, octal, other) => (octal ? String.fromCharCode(Number.parseInt(octal, 8)) : other));
  return Buffer.from(bytes, 'latin1').toString();
}

class Patched {
  readonly #lines: readonly string[];
  readonly #result: string[] = [];
  #at = 0;

  constructor(text: string) {
    this.#lines = linesOf(text);
  }

  /** Applies the hunk whose head is the row with this index; gives the index behind it. */
  apply(rows: readonly string[], index: number): number {
    const [head, start, removed = '1', newStart, added = '1'] =
      /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n$/.exec(rows[index] ?? '') ?? [];
    if (head === undefined) throw new Error(`not a hunk: ${rows[index]}`);
    this.#copyTo(Number(start) - (removed === '0' ? 0 : 1));
    if (this.#result.length !== Number(newStart) - (added === '0' ? 0 : 1)) throw new Error(`a hunk is not where it says: ${head}`);
    let [at, oldLeft, newLeft] = [index + 1, Number(removed), Number(added)];
    for (; oldLeft > 0 || newLeft > 0; at++) {
      const row = rows[at] ?? '';
      const isLast = rows[at + 1] === '\\ No newline at end of file\n';
      const content = isLast ? row.slice(1, -1) : row.slice(1);
      if (row[0] !== '+') oldLeft--;
      if (row[0] !== '-') newLeft--;
      if (row[0] !== '+' && this.#lines[this.#at++] !== content) throw new Error(`line ${this.#at} is not ${JSON.stringify(content)}`);
      if (row[0] !== '-') this.#result.push(content);
      if (isLast) at++;
    }
    if (oldLeft !== 0 || newLeft !== 0) throw new Error(`a hunk is not as long as it says: ${head}`);
    return at;
  }

  text(): string {
    this.#copyTo(this.#lines.length);
    return this.#result.join('');
  }

  #copyTo(line: number): void {
    if (line < this.#at) throw new Error('hunks overlap');
    for (const each of this.#lines.slice(this.#at, line)) this.#result.push(each);
    this.#at = line;
  }
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
