import { defaultFixStyle, type FixStyle } from '../fixes/fix-style.ts';
import { type Place, stringAt } from '../workspace/place.ts';
import { readFields } from './read-fields.ts';
import { unknownWord } from './unknown-words.ts';
import { type Complain, subject, wrongValue } from './values.ts';

/** What a component may be called (OAS 3.1 §4.8.7). */
const componentName = /^[a-zA-Z0-9._-]+$/;

/** The words for bodies; anything else is a reference to a schema. */
export const bodies = ['reuse', 'none', 'problem+json'] as const;

/** Reads what fixes are to write; what is wrong is complained of and left as it is by default. */
export function readFixStyle(place: Place, complain: Complain): FixStyle {
  const fields = readFields(place, ['response', 'realm', 'body'], complain);
  const textOf = (name: string, allowed: RegExp, advice: string): string | undefined => {
    const field = fields.get(name);
    const text = stringAt(field);
    if (field && (text === undefined || !allowed.test(text))) complain(wrongValue(field, advice));
    return text !== undefined && allowed.test(text) ? text : undefined;
  };
  const body = fields.get('body');
  return {
    response: textOf(
      'response',
      componentName,
      'The name of a response has letters, digits, ., _ and - only. Write a name such as Unauthorized.',
    ),
    realm: textOf('realm', /^[^\p{Cc}]+$/u, 'A realm is a text on one line. Write a name such as My API.'),
    body: (body && readBody(body, complain)) ?? defaultFixStyle.body,
  };
}

function readBody(place: Place, complain: Complain): FixStyle['body'] | undefined {
  const text = stringAt(place) ?? '';
  const word = bodies.find((candidate) => candidate === text);
  if (word !== undefined) return word;
  if (text.startsWith('#/')) return { $ref: text };
  if (text.includes('#') || text.includes('/'))
    complain(wrongValue(place, 'A reference to a schema begins with #/ here. Write one such as #/components/schemas/Error.'));
  else complain(unknownWord(place, `${subject(place)} is no body`, [...bodies, 'a reference such as #/components/schemas/Error']));
  return undefined;
}
