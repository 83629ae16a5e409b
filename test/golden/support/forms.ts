/** How a description may be written; every fixable rule has a pair for each, named after it. */
export const forms = ['block', 'flow', 'json', 'crlf', 'multi-file'] as const;

export type Form = (typeof forms)[number];

/** Forms in which there is nothing for a rule to fix, and why. */
export const withoutForm: Readonly<Record<string, Partial<Record<Form, string>>>> = {
  'invalid-configuration': { 'multi-file': 'a configuration file refers to no other' },
  'unquoted-401': { json: 'all keys of JSON are in quotes' },
};
