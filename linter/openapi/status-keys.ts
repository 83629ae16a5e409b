import type { VersionTraits } from './versions.ts';

/** What a key of a `responses` map is surely meant to be, though it is not written so. */
export interface MeantStatus {
  /** How it is written: `401`, `4XX`, `default`. */
  readonly status: string;
  /**
   * - `casing`: the same but for upper and lower case
   * - `code`: one status code with something around it
   * - `range`: all codes of a class in another notation
   * - `part`: a part of a class, for which there is no key
   * - `version`: a range where the version has none
   */
  readonly mistake: 'casing' | 'code' | 'range' | 'part' | 'version';
}

/** Reads a key that is no status in the version at hand as what it is meant to be; undefined when it is right, or means something else. */
export function meantStatus({ statusRanges }: VersionTraits, key: string): MeantStatus | undefined {
  if (/^(?:[1-5][0-9]{2}|default)$/.test(key) || key.startsWith('x-')) return undefined;
  if (/^default$/i.test(key)) return { status: 'default', mistake: 'casing' };
  const range = rangeOf(key.trim());
  if (!range) return codeOf(key);
  // OAS 3.0 §4.7.16: X in upper case. 2.0 has no ranges.
  if (!statusRanges) return { ...range, mistake: 'version' };
  return key === range.status ? undefined : { ...range, mistake: key.toUpperCase() === range.status ? 'casing' : range.mistake };
}

function rangeOf(key: string): MeantStatus | undefined {
  const whole = /^([1-5])(?:[x*]{1,2}|00 ?[-–] ?(?:\1)99)$/i.exec(key);
  if (whole) return { status: `${whole[1]}XX`, mistake: 'range' };
  const part = /^([1-5])(?:[0-9][x*]|[x*][0-9])$/i.exec(key);
  return part ? { status: `${part[1]}XX`, mistake: 'part' } : undefined;
}

/** `401 `, `HTTP 401`, `401 Unauthorized`. */
function codeOf(key: string): MeantStatus | undefined {
  const [, status] = /^\s*(?:http|status)?[\s_-]?([1-5][0-9]{2})(?:[\s:_-](?!\s*[0-9]).*)?$/is.exec(key) ?? [];
  return status === undefined ? undefined : { status, mistake: 'code' };
}
