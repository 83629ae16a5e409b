import type { GlobPart } from '../text/glob.ts';

/** A glob in its parts; none when there is a problem, which is said in a sentence or two. */
export interface ParsedGlob {
  readonly parts: readonly GlobPart[];
  readonly problem: string | undefined;
}

/** So many braces may be open at one place. */
const deepest = 10;

const unbalanced = "The brackets of the glob don't match. Close each of them; [{] stands for a brace itself.";
const tooDeep = 'The braces of the glob are nested too deeply. Write several globs instead.';
const pointless = 'The braces of the glob hold no alternatives. Write them with a comma between: {a,b}.';

/**
 * Reads a glob: `*` is any text within a name, `**` any folders, `?` one character, `[a-z]` and `[!a-z]` one of some, `{a,b}` one of
 * several texts; all else stands for itself.
 */
export function parseGlob(glob: string): ParsedGlob {
  const whole: GlobPart[][] = [[]];
  // The choices of the braces that are open, the innermost last.
  const open = [whole];
  for (const { 0: token, index } of glob.matchAll(/\*+\/?|\[[!^]?[^\]/]+\]|[[\]{},?]|[^*?[\]{},]+/g)) {
    const choices = open.at(-1) ?? whole;
    const isNested = open.length > 1;
    if (token === '{') {
      if (open.length > deepest) return failed(tooDeep);
      open.push([[]]);
    } else if (token === ',' && isNested) {
      choices.push([]);
    } else if (token === '}' && isNested) {
      if (choices.length === 1) return failed(pointless);
      open.pop();
      open.at(-1)?.at(-1)?.push({ kind: 'either', choices });
    } else if (token === '}' || token === '[' || token === ']') {
      return failed(unbalanced);
    } else {
      choices.at(-1)?.push(...partsOf(glob, token, index));
    }
  }
  return open.length > 1 ? failed(unbalanced) : { parts: whole.flat(), problem: undefined };
}

function failed(problem: string): ParsedGlob {
  return { parts: [], problem };
}

function partsOf(glob: string, token: string, index: number): readonly GlobPart[] {
  if (token.startsWith('*')) return stars(glob, token, index);
  if (token === '?') return [{ kind: 'one', accepts: (character) => character !== '/' }];
  return [token.startsWith('[') ? oneOf(token) : { kind: 'text', text: token }];
}

const withinName: GlobPart = { kind: 'any', across: false };
const acrossFolders: GlobPart = { kind: 'any', across: true };
const slash: GlobPart = { kind: 'text', text: '/' };

/** `**` that is a whole name stands for any folders, none included; anywhere else it is no more than `*`. */
function stars(glob: string, token: string, index: number): readonly GlobPart[] {
  const hasSlash = token.endsWith('/');
  const isFirst = ['', '/', '{', ','].includes(glob.charAt(index - 1));
  const isLast = hasSlash || ['', '}', ','].includes(glob.charAt(index + token.length));
  const isName = token.startsWith('**') && isFirst && isLast;
  if (!isName) return hasSlash ? [withinName, slash] : [withinName];
  return hasSlash ? [{ kind: 'either', choices: [[], [acrossFolders, slash]] }] : [acrossFolders];
}

/** One of the characters between brackets (`a`, `a-z`), or with `!` or `^` before them, none of them. */
function oneOf(token: string): GlobPart {
  const [, not = '', members = ''] = /^\[([!^]?)(.+)\]$/su.exec(token) ?? [];
  const ranges = [...members.matchAll(/(.)-(.)|./gsu)].map(([single, first = single, last = single]) => ({ first, last }));
  return {
    kind: 'one',
    accepts: (character) => character !== '/' && (not === '') === ranges.some(({ first, last }) => first <= character && character <= last),
  };
}
