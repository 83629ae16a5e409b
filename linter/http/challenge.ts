import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';

/** A stretch of a field value, with offsets in UTF-16 code units. */
export interface Part {
  readonly text: string;
  readonly range: Range;
}

/** The value of a parameter: `text` and `range` as written, quotes included. A value that is missing has an empty range. */
export interface ParamValue extends Part {
  readonly quoted: boolean;
  /** Without quotes and escapes. */
  readonly content: string;
}

/** One parameter of a challenge (RFC 9110 §11.2). */
export interface AuthParam {
  readonly name: Part;
  readonly value: ParamValue;
  /** From the name to the end of the value. */
  readonly range: Range;
}

/** One challenge (RFC 9110 §11.3): a scheme, then either a token68, or parameters, or nothing. */
export interface Challenge {
  readonly scheme: Part;
  readonly token68: Part | undefined;
  readonly params: readonly AuthParam[];
  /** From the scheme to the end of the last part, without the blanks and commas that follow. */
  readonly range: Range;
}

/** What can be wrong with the syntax of a field value. */
export type ChallengeProblemKind =
  /** No challenge at all: nothing, or blanks and commas. */
  | 'empty'
  /** Parameters before any scheme: `realm="x"`. Their range is marked as one. */
  | 'missing-scheme'
  /** A lone scheme, and parameters that belong to it: `Bearer, error="x"`. */
  | 'comma-after-scheme'
  /** A colon after a scheme (`HOBA: challenge="x"`) or in place of an equals sign (`realm: "x"`). */
  | 'colon'
  /** The name of the header stands in its value: `WWW-Authenticate: Bearer`. */
  | 'header-name'
  /** A value without quotes that is no token: `realm=My API`, `challenge=AAE=`. */
  | 'unquoted-value'
  /** A value with an opening or a closing quote only. */
  | 'unterminated-quote'
  /** A quote without a backslash inside of a quoted value: `realm="the "best" API"`. */
  | 'unescaped-quote'
  /** `realm='x'`: a token by grammar, with quotes that are part of it. */
  | 'single-quotes'
  /** Typographic quotes around a value. */
  | 'curly-quotes'
  /** Two parameters or challenges without a comma in between. */
  | 'missing-comma'
  /** A semicolon in place of a comma. */
  | 'semicolon'
  /** `realm=`, or the name of a known parameter alone. */
  | 'missing-value'
  /** `realm "x"`. */
  | 'missing-equals'
  /** `realm=="x"`, or an equals sign that follows no name. */
  | 'stray-equals'
  /** A token68 and parameters in one challenge, which has either (RFC 9110 §11.3). */
  | 'token68-with-params'
  /** A character that cannot stand where it is: controls, line breaks, and in names whatever is no token character. */
  | 'invalid-character'
  /** Text that is neither scheme nor parameter nor token68: `Bearer <token>`. */
  | 'unexpected-text';

/** Something wrong with the syntax of a field value. */
export interface ChallengeProblem {
  readonly kind: ChallengeProblemKind;
  /** What to mark: never empty unless the whole value is. */
  readonly range: Range;
  /** A replacement after which this problem is gone, where only one reading is sensible; undefined otherwise. */
  readonly repair: TextEdit | undefined;
}

/** What a field value says, and what is wrong with its syntax, in the order of the text. */
export interface ParsedChallenges {
  readonly challenges: readonly Challenge[];
  readonly problems: readonly ChallengeProblem[];
}
