import type { Place } from '../workspace/place.ts';
import type { NameText } from './names.ts';

/** Something that descriptions define under a name and use by it. */
export interface AuthSymbol {
  readonly kind: 'scheme' | 'scope' | 'response' | 'header';
  readonly name: string;
  /** The texts that are its name, each once; references to it, which have it in them, are not among these. */
  readonly texts: readonly NameText[];
  /** Where it is defined: the places to which references lead. Empty when nothing that can be read defines it. */
  readonly definitions: readonly Place[];
  /** True for a name that something of its kind has beside it. */
  isTaken(name: string): boolean;
  /** True for what may be its name. */
  allows(name: string): boolean;
}
