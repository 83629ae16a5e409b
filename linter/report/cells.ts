import type { JsonOperation, JsonScheme } from './contract.ts';
import type { ReportWords } from './report-words.ts';

/** What covers a 401, as the description's key says it: `401`, `4XX`, `default`, or the word for none. */
export function unauthorizedText({ unauthorized }: Pick<JsonOperation, 'unauthorized'>, words: ReportWords): string {
  switch (unauthorized) {
    case 'explicit':
      return '401';
    case 'range':
      return '4XX';
    case 'default':
      return 'default';
    case 'none':
      return words.none;
  }
}

/** Whether the 401 has a challenge; `–` where there is no 401 that could have one. */
export function challengeText({ unauthorized, challenge }: JsonOperation, words: ReportWords): string {
  if (unauthorized !== 'explicit') return '–';
  return challenge ? words.yes : words.no;
}

/** What a scheme is: `http bearer`, `apiKey header`, `oauth2`; `–` when it has no type. */
export function schemeTypeText({ type, scheme, in: where }: JsonScheme): string {
  return [type, scheme, where].filter(Boolean).join(' ') || '–';
}
