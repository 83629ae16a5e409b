import type { ValueCheck } from './param-values.ts';

/** What the value of a parameter must be like. */
export interface ParamRules {
  readonly quoted: 'always' | 'never' | 'any';
  /** Where that is said. */
  readonly source: string;
  /** The section that defines the parameter: `RFC 6750 §3`. */
  readonly section: string;
  /** Says what is wrong with the content of a value, as a clause for a message; undefined when nothing is. */
  readonly check: ValueCheck;
}

/** What the challenges of one scheme need. Parameters that are not known are legal in every scheme. */
export interface SchemeRules {
  /** In its registered spelling. */
  readonly name: string;
  /** The section that defines the challenge: `RFC 7617 §2`. */
  readonly section: string;
  /** Names of parameters, in lower case. */
  readonly required: readonly string[];
  /** True when a challenge should have a parameter, whichever (RFC 6750 §3). */
  readonly atLeastOne: boolean;
  /** By name in lower case. */
  readonly params: ReadonlyMap<string, ParamRules>;
  /** A parameter that only the later challenges of an exchange have, which need none of the required ones; undefined when there is none. */
  readonly laterStep: string | undefined;
  /** True when the data of a challenge is a token68. */
  readonly token68: boolean;
  /** True when servers never challenge for the scheme (RFC 9729). */
  readonly challengeless: boolean;
  /** True when challenges in use don't follow RFC 9110, as in the examples of RFC 9635. */
  readonly lenient: boolean;
  /** The status code that goes with each error code. */
  readonly errors: ReadonlyMap<string, number>;
}
