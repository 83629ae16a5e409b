import type { Message } from 'sarif';
import { harmless } from '../../../linter/text/harmless.ts';

/**
 * A plain text message in which nothing is a link or a placeholder (SARIF 2.1.0 §3.11.5, §3.11.6). Braces are doubled only where they would be
 * one: paths are full of braces, and most consumers show doubled ones as they are.
 */
export function message(text: string): Message {
  return {
    text: harmless(text)
      .replace(/\[(?=[^\]]*\]\()/g, '\\[')
      .replace(/\{(\d+)\}/g, '{{$1}}'),
  };
}
