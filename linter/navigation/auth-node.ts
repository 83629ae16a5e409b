import type { Flow, Header, HeaderValue, NamedResponse, Operation, Response, SecurityScheme, StatusResponse } from '../openapi/model.ts';
import type { UsedDeclaration, UsedRequirement } from '../openapi/requirements.ts';
import type { Range } from '../text/range.ts';
import type { Place } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';

/** What a stretch of a text is to authentication. */
export type AuthSubject =
  /** The key of a method, with the operations that its text is: several where several paths refer to it. */
  | { readonly kind: 'operation'; readonly operations: readonly Operation[] }
  /** The key `security`. */
  | { readonly kind: 'declaration'; readonly used: UsedDeclaration }
  /** The name of a scheme in a security requirement. */
  | { readonly kind: 'requirement'; readonly used: UsedRequirement }
  /** A scope, or a role, in a security requirement. */
  | { readonly kind: 'scope'; readonly used: UsedRequirement; readonly scope: Place }
  /** The name of a security scheme where it is defined. */
  | { readonly kind: 'scheme'; readonly scheme: SecurityScheme }
  /** The name of a scope where it is declared. */
  | { readonly kind: 'declared-scope'; readonly scheme: SecurityScheme; readonly flow: Flow; readonly scope: Place }
  /** The key `401` of some operations. */
  | { readonly kind: 'unauthorized'; readonly entry: StatusResponse; readonly operations: readonly Operation[] }
  /** The name of a response that is defined for sharing, or that some operation's 401 refers to. */
  | { readonly kind: 'shared-response'; readonly shared: NamedResponse }
  /** The key `WWW-Authenticate` of a response. */
  | { readonly kind: 'challenge-header'; readonly header: Header; readonly response: Response }
  /** The key at which a header `WWW-Authenticate` is defined that responses refer to; these with their headers. */
  | { readonly kind: 'shared-header'; readonly definition: Place; readonly users: readonly UsedHeader[] }
  /** A value that is shown for such a header: a list of challenges. */
  | { readonly kind: 'challenge'; readonly value: HeaderValue; readonly header: Header; readonly response: Response };

/** A header with a response that has it. */
export interface UsedHeader {
  readonly header: Header;
  readonly response: Response;
}

/** A stretch of a text that is about authentication. */
export type AuthNode = AuthSubject & {
  readonly file: SourceFile;
  /** The key or the value, in UTF-16 code units. */
  readonly range: Range;
};
