import type { ScalarNode } from '../node.ts';

/** What a plain scalar means by YAML 1.2's core schema (YAML 1.2.2 §10.3.2). */
export function plainValue(text: string): ScalarNode['value'] {
  if (!mayBeTyped(text)) return text;
  if (/^(?:~|[Nn]ull|NULL)?$/.test(text)) return null;
  if (/^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/.test(text)) return /^t/i.test(text);
  if (/^0o[0-7]+$/.test(text)) return Number.parseInt(text.slice(2), 8);
  if (/^[-+]?[0-9]+$/.test(text)) return Number.parseInt(text, 10);
  if (/^0x[0-9a-fA-F]+$/.test(text)) return Number.parseInt(text.slice(2), 16);
  if (/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/.test(text)) return infinite(text);
  return /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text) ? Number.parseFloat(text) : text;
}

/** A quick look that says no to most words. */
function mayBeTyped(text: string): boolean {
  const first = text.charCodeAt(0);
  const isNumeric = first <= 57 && first >= 43;
  return isNumeric || text.length <= 5;
}

function infinite(text: string): number {
  if (/nan$/i.test(text)) return Number.NaN;
  return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
