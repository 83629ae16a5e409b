import type { Message } from 'sarif';
import { harmless } from '../../../linter/text/harmless.ts';

/** A plain text message: nothing in it is a link (SARIF 2.1.0 §3.11.6). */
export function message(text: string): Message {
  return { text: plain(text) };
}

/** A text on one line in which no bracket begins a link. */
export function plain(text: string): string {
  return harmless(text).replace(/\[(?=[^\]]*\]\()/g, '\\[');
}
