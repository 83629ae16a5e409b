import type { OpenApiVersion } from './versions.ts';

/** A part of the OpenAPI Specification, in words and as an address. */
export interface SpecificationPart {
  readonly title: string;
  readonly url: string;
}

/** An object of the specification, as its section is called there. */
export type SpecifiedObject = 'security-requirement' | 'security-scheme' | 'responses' | 'response' | 'header';

/** The last text of each version. */
const texts: Readonly<Record<OpenApiVersion, string>> = { '2.0': 'v2.0', '3.0': 'v3.0.4', '3.1': 'v3.1.1', '3.2': 'v3.2.0' };

/** Where the specification of a version describes an object: `OAS 3.1: Security Scheme Object`. */
export function specificationOf(version: OpenApiVersion, object: SpecifiedObject): SpecificationPart {
  const words = object.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return { title: `OAS ${version}: ${words.join(' ')} Object`, url: `https://spec.openapis.org/oas/${texts[version]}#${object}-object` };
}
