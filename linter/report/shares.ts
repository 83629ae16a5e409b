import type { JsonOperation, JsonTotals } from './contract.ts';
import type { ReportWords } from './report-words.ts';

/** A part of a whole that the report draws and counts. */
export interface Share<Id extends string = SecurityShare | AnswerShare> {
  readonly id: Id;
  readonly word: string;
  readonly meaning: string;
  readonly count: number;
}

export type SecurityShare = JsonOperation['state'];

/** What a secured operation documents for a 401: an explicit one with a challenge or without, or none. */
export type AnswerShare = 'challenged' | 'bare' | 'unanswered';

/** How many operations have which security. */
export function securityShares({ states }: JsonTotals, words: ReportWords): readonly Share<SecurityShare>[] {
  return (['secured', 'optional', 'public', 'undeclared'] as const).map((id) => share(id, states[id], words));
}

/** What secured operations document for a 401. */
export function answerShares({ secured }: JsonTotals, words: ReportWords): readonly Share<AnswerShare>[] {
  return [share('challenged', secured.challenge, words), share('bare', secured.bare, words), share('unanswered', secured.none, words)];
}

function share<Id extends SecurityShare | AnswerShare>(id: Id, count: number, words: ReportWords): Share<Id> {
  return { id, word: words[id], meaning: words[`${id}Meaning`], count };
}

/** What an operation documents for a 401; undefined when it is not secured, so that none is missing. */
export function answerOf({ state, unauthorized, challenge }: JsonOperation): AnswerShare | undefined {
  if (state !== 'secured') return undefined;
  if (unauthorized !== 'explicit') return 'unanswered';
  return challenge ? 'challenged' : 'bare';
}

/** A share in whole percent: `71%`, or `–` of nothing. */
export function percent(count: number, total: number): string {
  return total === 0 ? '–' : `${Math.round((100 * count) / total)}%`;
}
