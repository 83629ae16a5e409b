import type { OpenAPIV2, OpenAPIV3 } from 'openapi-types';

export type OpenApiVersion = '2.0' | '3.0' | '3.1' | '3.2';

/** `openapi-types` has no namespace for 3.2: TRACE came with 3.0, QUERY with 3.2. */
type FixedMethod = `${OpenAPIV2.HttpMethods}` | `${OpenAPIV3.HttpMethods}` | 'query';

/** The types of security schemes; mutualTLS (3.1) is missing from `openapi-types`. */
export type SchemeType = OpenAPIV2.SecuritySchemeObject['type'] | OpenAPIV3.SecuritySchemeObject['type'] | 'mutualTLS';

/** What the versions of OpenAPI do differently, as far as authentication is concerned. */
export interface VersionTraits {
  /** The Path Item's fixed fields for methods, as keys. */
  readonly methods: readonly FixedMethod[];
  /** 3.2: `additionalOperations` in a Path Item. */
  readonly additionalOperations: boolean;
  /** 3.1: `webhooks` at the top level. */
  readonly webhooks: boolean;
  /** 3.0: `callbacks` in an operation. */
  readonly callbacks: boolean;
  /** Where the security schemes are defined. */
  readonly schemes: readonly string[];
  /** Where shared responses are defined. */
  readonly responses: readonly string[];
  /** Where shared headers are defined; undefined where a header can't be shared. */
  readonly headers: readonly string[] | undefined;
  /** 3.0: status ranges such as `4XX` (upper case only). */
  readonly statusRanges: boolean;
  /** 3.0: a response's body stands under `content`, by media type; in 2.0 its schema is a field of the response. */
  readonly responseContent: boolean;
  /** 2.0: a header is a flat type/format object, without `schema`, `required` or `example`. */
  readonly flatHeaders: boolean;
  /** 2.0: an OAuth scheme is one flow, its fields are the scheme's. */
  readonly flatSchemes: boolean;
  /** 3.1: requirements of schemes without scopes may list roles. */
  readonly roles: boolean;
  /** 3.1: a description beside a response's `$ref` stands before the response's own. */
  readonly referenceSiblings: boolean;
  /** 2.0: `schemes` and `host` instead of `servers`. */
  readonly hostAndSchemes: boolean;
  /** 3.2: a requirement's name may be the URI of a Security Scheme Object. */
  readonly uriRequirements: boolean;
  /** 3.2: a security scheme may be `deprecated`. */
  readonly deprecatedSchemes: boolean;
  /** 3.0: parameters that describe the header `Authorization` are ignored. */
  readonly ignoredAuthorization: boolean;
  /** True for what may be the name of something that is defined for sharing. */
  isComponentName(name: string): boolean;
}

const methods2: readonly FixedMethod[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];
const methods3: readonly FixedMethod[] = [...methods2, 'trace'];

const traits30: VersionTraits = {
  methods: methods3,
  additionalOperations: false,
  webhooks: false,
  callbacks: true,
  schemes: ['components', 'securitySchemes'],
  responses: ['components', 'responses'],
  headers: ['components', 'headers'],
  statusRanges: true,
  responseContent: true,
  flatHeaders: false,
  flatSchemes: false,
  roles: false,
  referenceSiblings: false,
  hostAndSchemes: false,
  uriRequirements: false,
  deprecatedSchemes: false,
  ignoredAuthorization: true,
  // OAS 3.0 §4.7.7.1, 3.1 §4.8.7.1.
  isComponentName: (name) => /^[a-zA-Z0-9._-]+$/.test(name),
};

const traits31: VersionTraits = { ...traits30, webhooks: true, roles: true, referenceSiblings: true };

const traits: Readonly<Record<OpenApiVersion, VersionTraits>> = {
  '2.0': {
    ...traits30,
    methods: methods2,
    callbacks: false,
    schemes: ['securityDefinitions'],
    responses: ['responses'],
    headers: undefined,
    statusRanges: false,
    responseContent: false,
    flatHeaders: true,
    flatSchemes: true,
    hostAndSchemes: true,
    ignoredAuthorization: false,
    isComponentName: (name) => name.trim() !== '',
  },
  '3.0': traits30,
  '3.1': traits31,
  '3.2': { ...traits31, methods: [...methods3, 'query'], additionalOperations: true, uriRequirements: true, deprecatedSchemes: true },
};

export function traitsOf(version: OpenApiVersion): VersionTraits {
  return traits[version];
}

/**
 * The version whose rules apply to a description that says it is `text` (`3.0.4`, or half-typed `3.`).
 * What is newer than this linter is read as the newest version that it knows.
 */
export function versionOf(key: 'openapi' | 'swagger', text: string): OpenApiVersion {
  if (key === 'swagger') return '2.0';
  const [, major, minor] = /^\s*(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  if (Number(major) > 3 || Number(minor) > 2) return '3.2';
  return minor === '0' ? '3.0' : minor === '2' ? '3.2' : '3.1';
}
