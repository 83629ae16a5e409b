import type { OpenApiVersion } from './versions.ts';

/** The fields of a Security Scheme Object or of a flow; extensions (`x-`) are legal beside them. */
export interface FieldTable {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** What security schemes are made of in one version of OpenAPI. */
export interface SchemeGrammar {
  /** The fields of a scheme, by its type. */
  readonly types: ReadonlyMap<string, FieldTable>;
  /** The fields of a flow, by its name; in OAS 2.0 they are the scheme's own. */
  readonly flows: ReadonlyMap<string, FieldTable>;
  /** Where an `apiKey` may be sent. */
  readonly keyPlaces: readonly string[];
}

const fields = (required: readonly string[], optional: readonly string[]): FieldTable => ({ required, optional });

/** OAS 2.0, Security Scheme Object. */
const grammar20: SchemeGrammar = {
  types: new Map([
    ['basic', fields(['type'], ['description'])],
    ['apiKey', fields(['type', 'name', 'in'], ['description'])],
    ['oauth2', fields(['type', 'flow', 'scopes'], ['description'])],
  ]),
  flows: new Map([
    ['implicit', fields(['authorizationUrl'], [])],
    ['password', fields(['tokenUrl'], [])],
    ['application', fields(['tokenUrl'], [])],
    ['accessCode', fields(['authorizationUrl', 'tokenUrl'], [])],
  ]),
  keyPlaces: ['header', 'query'],
};

/** OAS 3.0 §4.7.27 to §4.7.29. */
const grammar30: SchemeGrammar = {
  types: new Map([
    ['apiKey', fields(['type', 'name', 'in'], ['description'])],
    ['http', fields(['type', 'scheme'], ['description', 'bearerFormat'])],
    ['oauth2', fields(['type', 'flows'], ['description'])],
    ['openIdConnect', fields(['type', 'openIdConnectUrl'], ['description'])],
  ]),
  flows: new Map([
    ['implicit', fields(['authorizationUrl', 'scopes'], ['refreshUrl'])],
    ['password', fields(['tokenUrl', 'scopes'], ['refreshUrl'])],
    ['clientCredentials', fields(['tokenUrl', 'scopes'], ['refreshUrl'])],
    ['authorizationCode', fields(['authorizationUrl', 'tokenUrl', 'scopes'], ['refreshUrl'])],
  ]),
  keyPlaces: ['header', 'query', 'cookie'],
};

const grammar31: SchemeGrammar = {
  ...grammar30,
  types: new Map([...grammar30.types, ['mutualTLS', fields(['type'], ['description'])]]),
};

const grammar32: SchemeGrammar = {
  ...grammar31,
  types: new Map(
    [...grammar31.types].map(([type, { required, optional }]) => [
      type,
      fields(required, [...optional, 'deprecated', ...(type === 'oauth2' ? ['oauth2MetadataUrl'] : [])]),
    ]),
  ),
  flows: new Map([...grammar31.flows, ['deviceAuthorization', fields(['deviceAuthorizationUrl', 'tokenUrl', 'scopes'], ['refreshUrl'])]]),
};

const grammars: ReadonlyMap<OpenApiVersion, SchemeGrammar> = new Map([
  ['2.0', grammar20],
  ['3.0', grammar30],
  ['3.1', grammar31],
  ['3.2', grammar32],
]);

/** What security schemes are made of in a version. */
export function schemeGrammar(version: OpenApiVersion): SchemeGrammar {
  return grammars.get(version) ?? grammar32;
}

/** The versions whose schemes know something, the oldest first. */
export function versionsThatKnow(knows: (grammar: SchemeGrammar) => boolean): readonly OpenApiVersion[] {
  return [...grammars].flatMap(([version, grammar]) => (knows(grammar) ? [version] : []));
}

/** True when a table has a field; extensions aside. */
export function hasField({ required, optional }: FieldTable, name: string): boolean {
  return required.includes(name) || optional.includes(name);
}
