import { harmless } from '../text/harmless.ts';
import type { PlainFinding } from './plain-finding.ts';

/** A finding on one line, harmless in a terminal: `file:line:column: severity rule message`, lines and columns from 1. */
export function compactLine(name: string, { place: { start }, severity, rule, message }: PlainFinding): string {
  return harmless(`${name}:${start.line}:${start.column}: ${severity} ${rule} ${message}`);
}
