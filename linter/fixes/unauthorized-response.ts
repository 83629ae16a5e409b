import { type FileEdit, fileEdits } from '../findings/file-edits.ts';
import type { FileEdits, Fix } from '../findings/finding.ts';
import type { ApiModel, NamedResponse, Operation, SecurityScheme } from '../openapi/model.ts';
import { isResponse } from '../openapi/responses.ts';
import { findHeader } from '../openapi/unauthorized.ts';
import type { NewMap } from '../syntax/editing/render.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { lazy } from '../text/lazy.ts';
import { memo } from '../text/memo.ts';
import { identity } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { sharedHeader } from './add-header.ts';
import { addResponse } from './add-response.ts';
import { addChallengeHeader, challengeHeader, headerName, schemesOf, unauthorizedDescription } from './challenge-header.ts';
import { chosenBody } from './chosen-body.ts';
import type { FixContext } from './fix-style.ts';
import { type ReferencedResponse, type ReferenceTarget, referencedResponses, referenceText } from './referenced-responses.ts';
import { sharedHome } from './shared-home.ts';

/**
 * Makes the fixes that document a 401 for an operation: by reference to a shared response (safe), or written out (a suggestion).
 * What all operations share is found once, and at once: it may be behind references, which are only followed while rules are run.
 */
export function unauthorizedFixes(context: FixContext): (operation: Operation) => () => readonly Fix[] {
  const { api } = context;
  const shared = lazy(() => sharedResponse(context));
  const isSafe = isOnlyForCredentials(api);
  // Most operations have the same schemes in force.
  const responseFor = memo((schemes: readonly SecurityScheme[]) =>
    memo((file: SourceFile) => unauthorizedResponse(context, schemes, file)),
  );
  const fixesFor = (operation: Operation): readonly Fix[] => {
    // A text that also stands for an operation which needs no credentials is for a person to change.
    const safe = isSafe(operation);
    const inline = () => fileEdits([addResponse(operation, '401', responseFor(schemesOf(api, [operation]))(operation.place.file))]);
    return [
      { title: shared().title, kind: safe ? 'safe' : 'suggestion', preferred: safe, edits: () => refer(operation, shared()) },
      { title: 'Add a 401 response, written out here', kind: 'suggestion', preferred: false, edits: inline },
    ];
  };
  return (operation) => {
    if (!operation.known || !operation.responses.known) return () => [];
    shared();
    return () => fixesFor(operation);
  };
}

/** Documents a 401 for several operations as the safe fix of each would. */
export interface UnauthorizedForAll {
  /** False for an operation of which that is not safe, or whose text can't be edited. */
  canDocument(operation: Operation): boolean;
  edits(operations: readonly Operation[]): readonly FileEdits[];
}

/** What is shared is found once, and each operation's edit built once. */
export function unauthorizedForAll(context: FixContext): UnauthorizedForAll {
  const shared = lazy(() => sharedResponse(context));
  const isSafe = isOnlyForCredentials(context.api);
  const isPrepared = lazy(() => !shared().preparation().includes(undefined));
  const editOf = memo((operation: Operation) => (isSafe(operation) ? referenceIn(operation, shared()) : undefined));
  return {
    canDocument: (operation) => editOf(operation) !== undefined && isPrepared(),
    edits: (operations) => fileEdits([...operations.map(editOf), ...shared().preparation()]),
  };
}

/** True for an operation whose responses stand for no operation that needs no credentials. */
function isOnlyForCredentials(api: ApiModel): (operation: Operation) => boolean {
  const others = lazy(() => textsOfOthers(api));
  return ({ responses: { place } }) => !place || !others().has(identity(place));
}

/** The responses of operations that take no credentials, by the identity of their text. */
function textsOfOthers(api: ApiModel): ReadonlySet<SyntaxNode> {
  const others = api.operations.filter(({ security }) => security.state === 'public' || security.state === 'undeclared');
  return new Set(others.flatMap(({ responses }) => (responses.place ? [identity(responses.place)] : [])));
}

/** What a new 401 of an operation can be. */
export interface NewUnauthorized {
  /** A reference to a shared response, with what people call that; undefined when there is none that it could lead to. */
  readonly reference: { readonly label: string; readonly value: NewMap } | undefined;
  /** Written out. */
  readonly response: NewMap;
}

/** What a 401 of an operation would be, without the edits that put it there. */
export function newUnauthorized(context: FixContext, operation: Operation): NewUnauthorized {
  const from = operation.responses.place ?? operation.place;
  const shared = reusableResponse(context);
  return {
    reference: shared && { label: shared.label, value: { $ref: referenceText(from, shared) } },
    response: unauthorizedResponse(context, schemesOf(context.api, [operation]), from.file),
  };
}

/** A Response Object for a 401 in a file, with the header, and with a body only where a person chose one. */
function unauthorizedResponse(context: FixContext, schemes: readonly SecurityScheme[], file: SourceFile): NewMap {
  return {
    description: unauthorizedDescription,
    headers: { [headerName]: sharedHeader(context.api, file, headerName) ?? challengeHeader(context, schemes, file) },
    ...chosenBody(context, file),
  };
}

/** A response that operations can refer to for their 401. */
interface SharedResponse extends ReferenceTarget {
  /** What referring to it is called. */
  readonly title: string;
  /** What has to be done once before it can be referred to; with undefined that can't be done. */
  readonly preparation: () => readonly (FileEdit | undefined)[];
}

/** One that is there already. */
type ReusableResponse = Omit<SharedResponse, 'title'> & { readonly label: string };

function sharedResponse(context: FixContext): SharedResponse {
  const reusable = reusableResponse(context);
  return reusable ? { ...reusable, title: titleOf(reusable.label) } : responseToMake(context);
}

/**
 * The response of the name that a person chose; without a choice one that other operations answer with, or that waits for it
 * under a telling name. Undefined when there is none.
 */
function reusableResponse(context: FixContext): ReusableResponse | undefined {
  const { api, fixStyle } = context;
  const used = referencedResponses(api, '401')
    .filter(({ label }) => label === (fixStyle.response ?? label))
    .sort((a, b) => Number(hasHeader(b)) - Number(hasHeader(a)) || b.uses - a.uses)[0];
  if (used) return { ...used, preparation: () => [] };
  const isNamed = ({ name }: NamedResponse) => (fixStyle.response === undefined ? isNamedUnauthorized(name) : name === fixStyle.response);
  const waiting = api.sharedResponses.find((shared) => isNamed(shared) && shared.response && isResponse(shared.response.place));
  return waiting && { label: waiting.name, target: waiting.key, preparation: lazy(() => completed(context, waiting)) };
}

function titleOf(label: string): string {
  return `Add a 401 that references “${label}”`;
}

function hasHeader({ response }: ReferencedResponse): boolean {
  return findHeader(response.headers, headerName) !== undefined;
}

/** True for a name that a shared response for this purpose has. */
export function isNamedUnauthorized(name: string): boolean {
  return tellingName.test(name);
}

const tellingName = /^(?:un-?_?authori[sz]ed|un-?_?authenticated|(?:error|response|http|generic|status)?_?401)(?:_?(?:error|response))?$/i;

/** A response that nobody used so far gets the header at once: otherwise referring to it would only move the problem there. */
function completed(context: FixContext, { response }: NamedResponse): readonly (FileEdit | undefined)[] {
  return !response || findHeader(response.headers, headerName) ? [] : [addChallengeHeader(context, response, context.api.schemesInUse)];
}

/** A shared response that is still to be made. */
function responseToMake(context: FixContext): SharedResponse {
  const { name, target, add } = sharedHome(context);
  const preparation = lazy(() => add((file) => unauthorizedResponse(context, context.api.schemesInUse, file)));
  return { title: `Add a 401 response, shared as “${name}”`, target, preparation };
}

function refer(operation: Operation, shared: SharedResponse): readonly FileEdits[] {
  return fileEdits([referenceIn(operation, shared), ...shared.preparation()]);
}

function referenceIn(operation: Operation, shared: ReferenceTarget): FileEdit | undefined {
  const $ref = referenceText(operation.responses.place ?? operation.place, shared);
  return addResponse(operation, '401', { $ref });
}
