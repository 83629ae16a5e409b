import type { MapPlace, Place } from '../workspace/place.ts';
import type { BrokenReference } from '../workspace/resolver.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { ChallengeExpectation } from './challenges.ts';
import type { UsedDeclaration, UsedRequirement } from './requirements.ts';
import type { ResponseSharing } from './response-sharing.ts';
import type { UsedResponse } from './unauthorized.ts';
import type { OpenApiVersion, SchemeType, VersionTraits } from './versions.ts';

/** What a description says about authentication, each part with its place in the text. */
export interface ApiModel {
  /** The entry document. */
  readonly entry: SourceFile;
  readonly root: MapPlace;
  readonly version: OpenApiVersion;
  /** The version as the description gives it. */
  readonly versionText: string;
  readonly traits: VersionTraits;
  /** `info.title`; empty when there is none. */
  readonly title: string;
  /** The root's `security`; undefined when there is none. */
  readonly security: SecurityDeclaration | undefined;
  readonly schemes: SchemeRegister;
  /** In text order: operations under `paths` with their callbacks, then webhooks. */
  readonly operations: readonly Operation[];
  /** In the same order, those without operations too. */
  readonly pathItems: readonly PathItem[];
  /** False when path items, callbacks or operations are behind references that can't be followed: there may be more. */
  readonly operationsComplete: boolean;
  /** The root's; of OAS 2.0 what its `schemes` and `host` make. */
  readonly servers: readonly Server[];
  /** The responses that the entry document defines for sharing, used or not. */
  readonly sharedResponses: readonly NamedResponse[];
  /** References that had to be followed up to now and could not; each text once. */
  readonly brokenReferences: readonly BrokenReference[];
  /** Every `security` field, each text once, the root's first, then in the order of the operations. */
  readonly declarations: readonly UsedDeclaration[];
  /** Every name in every requirement of these. */
  readonly requirements: readonly UsedRequirement[];
  /**
   * Every scheme that can be reached, each text once: those of the description before those that requirements name by URI (OAS 3.2).
   */
  readonly distinctSchemes: readonly SecurityScheme[];
  /** The schemes that any operation under `paths` has in force, each once. */
  readonly schemesInUse: readonly SecurityScheme[];
  /**
   * The responses to failed requests (4xx codes and ranges, `default`) of the operations under `paths`, each text once for each
   * status that it stands for, in the order of their first user.
   */
  readonly errorResponses: readonly UsedResponse[];
  readonly sharing: ResponseSharing;
  /** The file at a URI; undefined when it can't be read, and while it is loaded. */
  file(uri: string): SourceFile | undefined;
  /** True for a URI in the folders that may be read where surely nothing is yet: a file can be made there. */
  lacksFile(uri: string): boolean;
}

/** Where security schemes are defined, and which there are. */
export interface SchemeRegister {
  /** The map that holds them; undefined when there is none. */
  readonly place: Place | undefined;
  readonly byName: ReadonlyMap<string, SecurityScheme>;
  /** False when the map is behind a reference that can't be followed: a name that isn't found may exist. */
  readonly complete: boolean;
}

export interface SecurityScheme {
  readonly name: string;
  /** The entry in the register. */
  readonly place: Place;
  /** The Security Scheme Object behind all references; undefined when it can't be reached. */
  readonly definition: Place | undefined;
  /** Its own text, or from OAS 3.1 on what stands beside the reference to it; undefined when there is none. */
  readonly description: Place | undefined;
  /** As written; undefined when it is missing or no string. */
  readonly type: SchemeType | (string & {}) | undefined;
  /** The HTTP authentication scheme of type `http`, lower case; `basic` for 2.0's type `basic`. */
  readonly httpScheme: string | undefined;
  /** Where an `apiKey` is sent. */
  readonly in: string | undefined;
  /** What the header, parameter or cookie of an `apiKey` is called. */
  readonly parameterName: string | undefined;
  /** True when the description says so (OAS 3.2). */
  readonly deprecated: boolean;
  /** Those of an `oauth2` scheme, also such as the version does not know. */
  readonly flows: readonly Flow[];
  /** False when `flows`, or the scopes of one, are behind a reference that can't be followed. */
  readonly flowsKnown: boolean;
}

/** One OAuth 2.0 flow of a scheme; of OAS 2.0 the scheme itself. */
export interface Flow {
  /** `implicit`, `authorizationCode`, …; in OAS 2.0 the value of `flow`, empty when there is none. */
  readonly name: string;
  readonly place: Place;
  /** Each with its name as key. */
  readonly scopes: readonly Place[];
}

/** A `security` field. */
export interface SecurityDeclaration {
  /** The field's value, with the key `security`. */
  readonly place: Place;
  /** The alternatives. Empty for `[]`, and when the value is malformed. */
  readonly requirements: readonly SecurityRequirement[];
  /** True when the value is no list, or one of its entries is no map. */
  readonly malformed: boolean;
}

/** One alternative: all of its schemes are needed. Without schemes (`{}`) no credentials are. */
export interface SecurityRequirement {
  readonly place: Place;
  readonly schemes: readonly RequiredScheme[];
}

export interface RequiredScheme {
  /** The key: a component's name, in 3.2 also a URI. */
  readonly name: string;
  /** The list of scopes, with the name as its key. */
  readonly place: Place;
  /** The strings of that list: scopes, or from OAS 3.1 on roles. */
  readonly scopes: readonly Place[];
  /** True when the value is no list, or holds something else than strings. */
  readonly malformed: boolean;
  /** The scheme that the name stands for; undefined when none was found. */
  readonly scheme: SecurityScheme | undefined;
  /** True when the name surely stands for nothing; false also when that can't be known. */
  readonly dangling: boolean;
}

/**
 * - `secured`: credentials are needed
 * - `optional`: they are accepted, but not needed
 * - `public`: on purpose without
 * - `undeclared`: nothing is said
 */
export type SecurityState = 'secured' | 'optional' | 'public' | 'undeclared';

export interface EffectiveSecurity {
  readonly state: SecurityState;
  /** The field that decides; undefined when neither the operation nor the root has one. */
  readonly declaration: SecurityDeclaration | undefined;
  readonly source: 'operation' | 'root' | 'none';
  /** The schemes that the requirements name, each once, in text order; those that aren't defined are left out. */
  readonly schemes: readonly SecurityScheme[];
  /** What a 401 is expected to carry; where no requirement is in force, it may be a challenge for anything. */
  readonly expectedChallenge: ChallengeExpectation;
}

/** What stands under a path, a webhook's name or a callback's expression. */
export interface PathItem {
  readonly kind: OperationKind;
  readonly path: string;
  /** The entry with the path as its key. */
  readonly key: Place;
  /** Its texts: the entry itself, and those that it refers to, the nearest first. */
  readonly places: readonly Place[];
}

/** Where requests go. */
export interface Server {
  /** Variables are replaced by their defaults; without a host a relative reference. */
  readonly url: string;
  /** The text that says so. */
  readonly place: Place;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  /** The item in the list of parameters. */
  readonly item: Place;
  /** The list that has the item. */
  readonly list: Place;
  /** The Parameter Object behind references. */
  readonly place: Place;
}

export type OperationKind = 'operation' | 'webhook' | 'callback';

export interface Operation {
  readonly kind: OperationKind;
  /** The key: lower case, or the own spelling of a 3.2 additional operation. */
  readonly method: string;
  /** The path, the webhook's name, or the callback's expression. */
  readonly path: string;
  /** The method's entry in the Path Item. */
  readonly key: Place;
  /** The operation's text, behind references. */
  readonly place: Place;
  /** False when the operation is behind a reference that can't be followed: then nothing is known of it. */
  readonly known: boolean;
  readonly pathItem: PathItem;
  readonly id: string | undefined;
  readonly tags: readonly string[];
  readonly security: EffectiveSecurity;
  readonly responses: Responses;
  /** Its own before those of the path item that it doesn't replace (same name and place); what can't be reached is left out. */
  readonly parameters: readonly Parameter[];
  /** Its own, else the path item's, else the root's. */
  readonly servers: readonly Server[];
  readonly unauthorized: Unauthorized;
}

/** What answers a request without valid credentials: the status key, and which kind of key it is. */
export interface Unauthorized {
  readonly cover: UnauthorizedCover;
  readonly entry: StatusResponse | undefined;
}

export interface Responses {
  /** The `responses` map behind references; undefined when there is none. */
  readonly place: Place | undefined;
  /** False when the map is behind a reference that can't be followed. */
  readonly known: boolean;
  readonly entries: readonly StatusResponse[];
}

/** One entry of a `responses` map. */
export interface StatusResponse {
  /** `401`, `4XX`, `default`, … */
  readonly status: string;
  /** The entry in the `responses` map. */
  readonly key: Place;
  /** The response itself, behind references; undefined when it can't be reached. */
  readonly response: Response | undefined;
}

export interface Response {
  readonly place: Place;
  /** Its own text, or from OAS 3.1 on what stands beside the reference to it; undefined when there is none. */
  readonly description: Place | undefined;
  readonly headers: Headers;
}

export interface Headers {
  /** The `headers` map behind references; undefined when there is none. */
  readonly place: Place | undefined;
  /** False when the map is behind a reference that can't be followed. */
  readonly known: boolean;
  readonly entries: readonly Header[];
}

export interface Header {
  /** As written: names are compared without regard to case. */
  readonly name: string;
  /** The entry in the `headers` map. */
  readonly key: Place;
  /** The Header Object behind references; undefined when it can't be reached. */
  readonly definition: Place | undefined;
  /** What its `schema` is behind references; undefined when there is none (as in OAS 2.0), or it can't be reached. */
  readonly schema: Place | undefined;
  /** The values that it shows for it: examples, defaults, enumerations. */
  readonly values: readonly HeaderValue[];
}

/** A value that a description shows for a header. */
export interface HeaderValue {
  /** The scalar that holds it. */
  readonly place: Place;
  readonly text: string;
  /** True when that scalar stands elsewhere, behind an alias: it may be the text of something else too. */
  readonly aliased: boolean;
  /** `required`: one of these values is sent (`enum`, `const`); the others are examples. */
  readonly kind: 'example' | 'required';
}

/** A response that is defined for sharing. */
export interface NamedResponse {
  readonly name: string;
  readonly key: Place;
  readonly response: Response | undefined;
}

/** The response that answers a request without valid credentials (401 before 4XX before default). */
export type UnauthorizedCover = 'explicit' | 'range' | 'default' | 'none';
