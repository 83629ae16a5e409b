import { harmlessJson } from '../../text/harmless.ts';
import type { JsonOperation } from '../contract.ts';
import type { AnswerShare } from '../shares.ts';
import { html, type Markup } from './markup.ts';

/** What the operations can be filtered by, each with the value that is to be chosen. */
export interface Filters {
  readonly state?: JsonOperation['state'];
  /** `unanswered`: anything but an explicit 401. */
  readonly unauthorized?: JsonOperation['unauthorized'] | 'unanswered';
  readonly challenge?: 'yes' | 'no';
  /** A scheme's name as JSON, so that none can be taken for `none`: no scheme at all. */
  readonly scheme?: string;
  readonly kind?: JsonOperation['kind'];
  readonly file?: string;
}

/** The secured operations that document this for a 401. */
export const answerFilters: Readonly<Record<AnswerShare, Filters>> = {
  challenged: { state: 'secured', unauthorized: 'explicit', challenge: 'yes' },
  bare: { state: 'secured', unauthorized: 'explicit', challenge: 'no' },
  unanswered: { state: 'secured', unauthorized: 'unanswered' },
};

/** A scheme's name as the value of its filter. */
export function schemeValue(name: string): string {
  return harmlessJson(JSON.stringify(name));
}

/** A button that chooses filters, and takes them back when it is pressed again; it waits for the script. */
export function filterButton(filters: Filters, meaning: string | undefined, content: Markup): Markup {
  return html`<button type="button" data-filters="${harmlessJson(JSON.stringify(filters))}" aria-pressed="false"${
    meaning !== undefined && html` title="${meaning}"`
  } disabled>${content}</button>`;
}
