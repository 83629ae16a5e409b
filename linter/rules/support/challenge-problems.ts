import type { ChallengeProblem } from '../../http/challenge.ts';
import { brief } from './wording.ts';

type Kind = ChallengeProblem['kind'];

/** What an author needs to know of a syntax problem in a field value: what is wrong, why it matters, what to do. */
export function messageOf({ kind, range }: Pick<ChallengeProblem, 'kind' | 'range'>, text: string): string {
  return messages[kind](brief(text.slice(range.start, range.end), 40));
}

/** What the repair of a problem does, in the imperative, by the text that it puts in place. */
export function titleOf(kind: Kind, replacement: string): string {
  return titles.get(kind)?.(replacement) ?? 'Correct the value';
}

const separators = 'challenges and their parameters are separated by commas (RFC 9110 §11.6.1)';
const paramForm = 'a parameter is a name, an equals sign and a value (RFC 9110 §11.2)';
const straightQuotes = 'only straight double quotes enclose a value (RFC 9110 §5.6.4)';

const messages: Readonly<Record<Kind, (part: string) => string>> = {
  empty: () =>
    'This value has no challenge, so a client that gets it cannot tell how to authenticate. Write one, such as Bearer realm="api".',
  'missing-scheme': (part) =>
    `${part} belongs to no scheme: a challenge begins with the name of one (RFC 9110 §11.3). Write it first, such as Bearer or Basic.`,
  'comma-after-scheme': () =>
    'The comma ends the challenge, so the parameters behind it belong to no scheme (RFC 9110 §11.3). Write a blank behind the scheme.',
  colon: () =>
    'A colon has no place here: a blank stands behind a scheme, an equals sign behind the name of a parameter (RFC 9110 §11). Replace it.',
  'header-name': (part) => `${part} is the name of the header, not a part of its value: clients would take it for a scheme. Remove it.`,
  'unquoted-value': (part) =>
    `${part} needs double quotes: without them a value is one word of letters, digits and a few signs (RFC 9110 §11.2). Put it in quotes.`,
  'unterminated-quote': (part) =>
    `${part} has only one of its quotes, so nobody can tell where the value ends (RFC 9110 §5.6.4). Add the other.`,
  'unescaped-quote': (part) =>
    `${part} ends at its second quote, and the rest makes no sense (RFC 9110 §5.6.4). Put a backslash before quotes that are part of the value.`,
  'single-quotes': (part) => `The quotes around ${part} are read as part of the value: ${straightQuotes}. Use those.`,
  'curly-quotes': (part) => `The quotes around ${part} are typographic: ${straightQuotes}. Use those.`,
  'missing-comma': (part) => `A comma is missing before ${part}: ${separators}. Add it.`,
  semicolon: () => `A semicolon separates nothing here: ${separators}. Replace it.`,
  'missing-value': (part) => `${part} has no value: ${paramForm}. Write the value, or remove the name.`,
  'missing-equals': (part) => `An equals sign is missing behind ${part}: ${paramForm}. Add it.`,
  'stray-equals': () => `There is an equals sign too many: ${paramForm}. Remove it.`,
  'token68-with-params': (part) =>
    `A challenge has either data such as ${part} or parameters, never both (RFC 9110 §11.3). Remove one of the two.`,
  'invalid-character': (part) =>
    `${visible(part)} cannot stand here: clients refuse or misread such a value (RFC 9110 §5.5, §11.2). Remove it.`,
  'unexpected-text': (part) =>
    `${part} is neither a scheme nor a parameter, so clients cannot read this value (RFC 9110 §11.3). Write a challenge such as Bearer realm="api".`,
};

function visible(part: string): string {
  return /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(part) ? part : 'A control, a line break or a special blank';
}

const titles: ReadonlyMap<Kind, (replacement: string) => string> = new Map<Kind, (replacement: string) => string>([
  ['comma-after-scheme', () => 'Remove the comma'],
  ['colon', (replacement) => (replacement === '=' ? 'Use an equals sign' : 'Remove the colon')],
  ['header-name', () => 'Remove the name of the header'],
  ['unquoted-value', () => 'Put the value in quotes'],
  ['unterminated-quote', () => 'Add the missing quote'],
  ['unescaped-quote', () => 'Put a backslash before the quotes inside'],
  ['single-quotes', () => 'Use double quotes'],
  ['curly-quotes', () => 'Use straight double quotes'],
  ['missing-comma', () => 'Add a comma'],
  ['semicolon', (replacement) => (replacement === ',' ? 'Use a comma' : 'Remove the semicolon')],
  ['missing-equals', () => 'Add an equals sign'],
  ['stray-equals', () => 'Remove the equals sign'],
  ['invalid-character', (replacement) => (replacement === '' ? 'Remove it' : 'Write a blank instead')],
]);
