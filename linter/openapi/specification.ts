import type { OpenApiVersion } from './versions.ts';

/** A part of the OpenAPI Specification, in words and as an address. */
export interface SpecificationPart {
  readonly title: string;
  readonly url: string;
}

/** The last text of each version. */
const texts: Readonly<Record<OpenApiVersion, string>> = { '2.0': 'v2.0', '3.0': 'v3.0.4', '3.1': 'v3.1.1', '3.2': 'v3.2.0' };

/** Where the specification of a version describes an object, such as `Security Scheme Object`. */
export function specificationOf(version: OpenApiVersion, object: string): SpecificationPart {
  const anchor = object.toLowerCase().replaceAll(' ', '-');
  return { title: `OAS ${version}: ${object}`, url: `https://spec.openapis.org/oas/${texts[version]}#${anchor}` };
}
