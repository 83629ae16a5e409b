import type { Fingerprint } from '../../linter/index.ts';
import { harmlessJson } from '../../linter/text/harmless.ts';

/** The findings that were there when a baseline was written; later only others count. */
export type Baseline = readonly Known[];

/** A finding that is known, and the file that had it, relative to the baseline's folder. */
export interface Known extends Fingerprint {
  readonly file: string;
}

/** The rule that found it. */
export function ruleOf({ here }: Known): string {
  const [rule] = JSON.parse(here) as readonly unknown[];
  return String(rule);
}

/** How a baseline is written: a finding on a line, so that versions of it can be compared and merged by lines. */
interface Written {
  readonly version: 1;
  readonly findings: readonly { readonly file: string; readonly here: unknown; readonly anywhere: unknown }[];
}

/** The baseline that a text is; undefined when it is none. */
export function readBaseline(text: string): Baseline | undefined {
  const written = parsed(text);
  if (!isWritten(written)) return undefined;
  return written.findings.map(({ file, here, anywhere }) => ({ file, here: JSON.stringify(here), anywhere: JSON.stringify(anywhere) }));
}

/** The text of a baseline; the same for the same findings in any order. */
export function baselineText(baseline: Baseline): string {
  const lines = baseline.map(
    ({ file, here, anywhere }) =>
      `{"file":${harmlessJson(JSON.stringify(file))},"here":${harmlessJson(here)},"anywhere":${harmlessJson(anywhere)}}`,
  );
  return `{"version":1,"findings":[\n${lines.sort().join(',\n')}\n]}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(withCommas(text));
  } catch {
    return undefined;
  }
}

/** Between the lines of findings, and only there, are commas: where two versions were merged by lines one may be missing, or left over. */
function withCommas(text: string): string {
  return text.replace(/\}[ \t]*,?[ \t]*\r?\n(?=\{)/g, '},\n').replace(/,[ \t]*\r?\n(?=\])/g, '\n');
}

function isWritten(value: unknown): value is Written {
  if (typeof value !== 'object' || value === null) return false;
  const { version, findings } = value as Partial<Record<keyof Written, unknown>>;
  return version === 1 && Array.isArray(findings) && findings.every(isFinding);
}

function isFinding(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { file, here, anywhere } = value as Partial<Record<keyof Known, unknown>>;
  return typeof file === 'string' && Array.isArray(here) && Array.isArray(anywhere);
}
