/** What tells of a terminal: the variables of the environment. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * True when standard output shows links (OSC 8) for certain. Most terminals that don't know them ignore them, some print rubbish; so only
 * those count that are known to. FORCE_HYPERLINK decides where it is set: 0 and false are no, everything else is yes.
 */
export function showsLinks(environment: Environment, isTerminal: boolean): boolean {
  const { FORCE_HYPERLINK, NO_HYPERLINK, CI, TERM } = environment;
  if (FORCE_HYPERLINK) return !/^(?:0|false)$/i.test(FORCE_HYPERLINK);
  if (!isTerminal || NO_HYPERLINK || (CI && !/^(?:0|false)$/i.test(CI)) || TERM === 'dumb') return false;
  // A multiplexer shows links only if it was told to, and says nothing of it.
  if (environment['TMUX'] || environment['STY'] || /^(?:screen|tmux)/.test(TERM ?? '')) return false;
  return isKnown(environment);
}

function isKnown({ TERM_PROGRAM, TERM_PROGRAM_VERSION = '', VTE_VERSION, WT_SESSION, KONSOLE_VERSION, TERM = '' }: Environment): boolean {
  switch (TERM_PROGRAM) {
    case 'vscode':
      return isAtLeast(TERM_PROGRAM_VERSION, 1, 72);
    case 'iTerm.app':
      return isAtLeast(TERM_PROGRAM_VERSION, 3, 1);
    case 'WezTerm':
    case 'ghostty':
    case 'zed':
    case 'mintty':
      return true;
  }
  // VTE (GNOME's terminals and more) had a defect with them in 0.50.0.
  if (VTE_VERSION) return Number(VTE_VERSION) > 5000;
  return Boolean(WT_SESSION || KONSOLE_VERSION) || /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|contour)/.test(TERM);
}

function isAtLeast(version: string, major: number, minor: number): boolean {
  const [first = 0, second = 0] = version.split('.').map(Number);
  return first > major || (first === major && second >= minor);
}

/** A text that is a link; as it is where there is no URI. */
export function hyperlink(text: string, uriOf: () => string | undefined): string {
  const uri = uriOf();
  return uri === undefined ? text : `\x1b]8;;${safe(uri)}\x1b\\${text}\x1b]8;;\x1b\\`;
}

/** Nothing in an address ends it: only what may stand in URIs (RFC 3986 §2) is let through as it is. */
function safe(uri: string): string {
  return uri.replace(/[^\x21-\x7e]/g, (character) =>
    [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}
