// What English descriptions of responses say about credentials and permission. A single word never decides, only a fault with what is
// at fault close by; a text in another language says neither.

/** What a description says was wrong with a request. */
export interface SpokenFaults {
  /** Credentials are missing, wrong or expired: the matter of a 401. */
  readonly credentials: boolean;
  /** The credentials may be good, but allow too little: the matter of a 403. */
  readonly permission: boolean;
}

/** What can be at fault, and the words that say so before it and behind it. */
interface Fault {
  readonly subjects: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  readonly behind: ReadonlySet<string>;
}

const credentialFault: Fault = {
  subjects: wordSet('credential credentials token tokens apikey apikeys password authentication login session'),
  before: wordSet('missing absent invalid expired revoked incorrect wrong bad malformed unknown unset failed no without'),
  behind: wordSet('missing absent invalid expired revoked incorrect wrong malformed unknown unset failed fails required needed'),
};

const permissionFault: Fault = {
  subjects: wordSet('permission permissions privilege privileges scope scopes role roles rights entitlement entitlements'),
  before: wordSet("insufficient enough inadequate missing lack lacks lacking no not without cannot doesn't don't hasn't haven't"),
  behind: wordSet('insufficient inadequate missing denied required needed'),
};

/** Phrases, and the words above that say the same; tokens and factors that are no credentials say nothing. */
const sameAs: readonly (readonly [RegExp, string])[] = [
  [/\b(?:csrf|xsrf|anti-?forgery|captcha|page|continuation|invitation|reset|verification|device) tokens?\b/g, ''],
  [/\b(?:two|multi|second)[ -]factor authentication\b/g, ''],
  [/\bno (?:more|longer)\b/g, ''],
  [/\bauthentication (?:has )?(?:succeeded|succeeds|(?:is|was) successful)\b/g, ''],
  [/\bapi[ -]?key/g, 'apikey'],
  [/\bauthori[sz]ation header\b/g, 'credentials'],
  [/\b(?:log|sign)(?:ged|ed|ging|ing)?[ -]in\b/g, 'login'],
  [
    /\b(?:not|isn't|wasn't) (?:been )?(?:provided|supplied|sent|given|present|set|valid|accepted|recogni[sz]ed|correct)\b(?! for\b)/g,
    'unset',
  ],
  [/\b(?:unauthenticated|anonymous|(?:not|must|needs? to|required to)(?: be)? (?:authenticated?|login))\b/g, 'unset credentials'],
  [/\b(?:no|not have|n't have|lacks?|insufficient)(?: (?:the|any|enough|required|necessary))? access(?! tokens?\b)\b/g, 'no permission'],
  [/\bnot (?:allowed|permitted) to\b/g, 'no permission'],
];

/** Longer texts are looked at up to here. */
const longestText = 2000;

/** Reads what a response's description speaks of; both are false when it can't be told. */
export function spokenFaults(description: string): SpokenFaults {
  const text = description
    .slice(0, longestText)
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s*_`]+/g, ' ');
  // The reason phrase alone names the status itself.
  const phrase = text.replace(/[^a-z]+/g, ' ').trim();
  const clauses = text.split(/[.;:] /).map(wordsOf);
  return {
    credentials: phrase === 'unauthorized' || clauses.some((clause) => speaksOf(credentialFault, clause)),
    permission: phrase === 'forbidden' || clauses.some((clause) => speaksOf(permissionFault, clause)),
  };
}

function wordsOf(clause: string): readonly string[] {
  const plain = sameAs.reduce((text, [phrase, words]) => text.replace(phrase, words), clause);
  return plain.split(/[^a-z']+/).filter((word) => word !== '');
}

/** So many words may stand between a fault and what is at fault. */
const furthest = 4;

function speaksOf({ subjects, before, behind }: Fault, clause: readonly string[]): boolean {
  return clause.some(
    (word, index) =>
      subjects.has(word) &&
      (clause.slice(Math.max(0, index - furthest), index).some((near) => before.has(near)) ||
        clause.slice(index + 1, index + 1 + furthest).some((near) => behind.has(near))),
  );
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
