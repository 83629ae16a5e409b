/** A part of a glob that stands for stretches of a text. */
export type GlobPart =
  /** This text itself. */
  | { readonly kind: 'text'; readonly text: string }
  /** One character (code point) that it accepts. */
  | { readonly kind: 'one'; accepts(character: string): boolean }
  /** Any text; unless it goes across, none with a slash. */
  | { readonly kind: 'any'; readonly across: boolean }
  /** One of several sequences of parts. */
  | { readonly kind: 'either'; readonly choices: readonly (readonly GlobPart[])[] };

/**
 * True when the parts, one behind the other, stand for the whole text. All ways to read the text are followed at once, so that the
 * time is at most the product of both lengths: regular expressions need exponential time for some globs.
 */
export function fitsGlob(parts: readonly GlobPart[], text: string): boolean {
  return ends(parts, text, new Set([0])).has(text.length);
}

/** The offsets at which the parts can end when they begin at one of `starts`. */
function ends(parts: readonly GlobPart[], text: string, starts: ReadonlySet<number>): ReadonlySet<number> {
  return parts.reduce((reached, part) => (reached.size === 0 ? reached : partEnds(part, text, reached)), starts);
}

function partEnds(part: GlobPart, text: string, starts: ReadonlySet<number>): ReadonlySet<number> {
  switch (part.kind) {
    case 'text':
      return new Set([...starts].filter((at) => text.startsWith(part.text, at)).map((at) => at + part.text.length));
    case 'one':
      return new Set([...starts].flatMap((at) => characterEnd(text, at, part.accepts)));
    case 'any':
      return spread(text, starts, part.across);
    case 'either':
      return new Set(part.choices.flatMap((choice) => [...ends(choice, text, starts)]));
  }
}

function characterEnd(text: string, at: number, accepts: (character: string) => boolean): readonly number[] {
  const code = text.codePointAt(at);
  if (code === undefined) return [];
  const character = String.fromCodePoint(code);
  return accepts(character) ? [at + character.length] : [];
}

function spread(text: string, starts: ReadonlySet<number>, across: boolean): ReadonlySet<number> {
  const reached = new Set<number>();
  let isOpen = false;
  for (let at = 0; at <= text.length; at++) {
    isOpen ||= starts.has(at);
    if (isOpen) reached.add(at);
    if (text[at] === '/') isOpen &&= across;
  }
  return reached;
}
