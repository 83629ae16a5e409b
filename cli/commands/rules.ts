import { allRules } from '../../linter/index.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `auth-lint rules`: prints a line for each rule. */
export function listRules({ colors, print }: Terminal): ExitCode {
  const rows = [
    ['rule', 'severity', 'from preset', 'fix', ''],
    ...allRules.map(({ id, severity, preset, fix, summary }) => [id, severity, preset, fix, summary]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  print(lines.map((line, index) => `${index === 0 ? colors.dim(line) : line}\n`).join(''));
  return exitCode.clean;
}
