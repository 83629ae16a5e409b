/** What the process says to the shell that started it. */
export const exitCode = {
  /** Nothing found, or nothing as grave as `--fail-on`. */
  clean: 0,
  findings: 1,
  /** Wrong usage, or a named input that could not be read. */
  usage: 2,
  /** A defect of this program. */
  internal: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
