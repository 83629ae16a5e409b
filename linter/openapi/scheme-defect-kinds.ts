import type { Place } from '../workspace/place.ts';
import type { OpenApiVersion } from './versions.ts';

/** What keeps a Security Scheme Object, or one of its flows, from being one. */
export type SchemeDefect = MissingFields | ForeignField | OtherForm | UnknownWord | WrongValue;

/** Fields that have to be there and are not. */
export interface MissingFields {
  readonly kind: 'missing';
  /** The scheme, or in OAS 3.x the flow. */
  readonly place: Place;
  readonly flow: string | undefined;
  readonly fields: readonly string[];
}

/** A field that an object of this kind doesn't have. */
export interface ForeignField {
  readonly kind: 'foreign';
  readonly place: Place;
  readonly flow: string | undefined;
  /** The versions in which it has the field. */
  readonly versions: readonly OpenApiVersion[];
  /** True when schemes or flows of another kind, or of another version, have it. */
  readonly elsewhere: boolean;
  /** The field that was probably meant. */
  readonly like: string | undefined;
}

/** OAuth in the form of another version: OAS 2.0 has the flow's fields in the scheme, 3.x has `flows`. */
export interface OtherForm {
  readonly kind: 'other-form';
  readonly place: Place;
}

/** A type, a flow, or a place of an `apiKey` that the version doesn't know. */
export interface UnknownWord {
  readonly kind: 'unknown';
  readonly what: 'type' | 'flow' | 'in';
  /** The field that has it as its value; a flow of OAS 3.x has it as its key. */
  readonly place: Place;
  readonly word: string;
  /** The words that the version knows. */
  readonly known: readonly string[];
  /** The versions that know this one. */
  readonly versions: readonly OpenApiVersion[];
  /** What was probably meant; of a type, `likelyType` tells. */
  readonly like: string | undefined;
}

/** A value of another kind than the field needs. */
export interface WrongValue {
  readonly kind: 'value';
  readonly place: Place;
  readonly expected: 'text' | 'object' | 'boolean';
}
