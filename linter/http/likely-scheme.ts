import { nearest } from '../text/distance.ts';
import { registeredSpelling } from './auth-schemes.ts';

/** What a name that is no registered HTTP authentication scheme probably means. */
export interface LikelyScheme {
  readonly name: string;
  /** True when nothing else can be meant. */
  readonly sure: boolean;
}

/**
 * The registered scheme that is meant by a text which is none: a misspelt name (`Berer`), one with blanks around it, or one with
 * words that don't belong there (`Bearer <token>`, `basicAuth`). Undefined when nothing is near.
 */
export function likelyHttpScheme(text: string): LikelyScheme | undefined {
  if (text.length > longestName) return undefined;
  const alone = registeredSpelling(text.trim());
  if (alone !== undefined) return { name: text.trim(), sure: true };
  const words = wordsOf(text);
  const known = words.filter((word) => common.has(word.toLowerCase()));
  if (known.length > 1) return undefined;
  const [word] = known;
  if (word !== undefined) return { name: word, sure: words.every((other) => other === word || fillers.has(other.toLowerCase())) };
  if (words.some((other) => bearerWords.has(other.toLowerCase()))) return { name: 'bearer', sure: false };
  const near = words.length === 1 && words[0] ? nearest(words[0], common) : undefined;
  // `header` is as near to `bearer` as many a slip of the keyboard.
  return near === undefined ? undefined : { name: near, sure: near[0] === words[0]?.[0]?.toLowerCase() };
}

/** Longer texts are no names. */
const longestName = 200;

/** The words of a text, also where only upper case tells them apart (`bearerToken`). */
function wordsOf(text: string): readonly string[] {
  return text.replace(/oauth/gi, 'oauth').match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g) ?? [];
}

/** Schemes whose names are so long and so common that a like word means them. */
const common: ReadonlySet<string> = new Set(['basic', 'bearer', 'digest', 'negotiate']);

/** What people write beside the name. */
const fillers: ReadonlySet<string> = new Set([
  ...['http', 'auth', 'authentication', 'authorization', 'scheme', 'type'],
  ...['token', 'access', 'jwt', 'credentials', 'your', 'my', 'key', 'value', 'string'],
]);

/** Words of what is sent as a bearer token. */
const bearerWords: ReadonlySet<string> = new Set(['jwt', 'token', 'oauth']);
