import { child, children, identity, isMap, type Place, stringAt } from '../workspace/place.ts';
import { field, type ReadContext } from './context.ts';
import type { Operation, OperationKind, SchemeRegister, SecurityDeclaration } from './model.ts';
import { readResponses } from './responses.ts';
import { effectiveSecurity, readSecurity } from './security.ts';

/** What an operation inherits from the description. */
export interface Inherited {
  readonly schemes: SchemeRegister;
  readonly security: SecurityDeclaration | undefined;
}

/** Callbacks of callbacks are read this deep; those of an operation that is a callback of itself are not read again. */
const callbackDepth = 3;

/** Reads every operation under `paths` with its callbacks, then the webhooks. */
export function readOperations(context: ReadContext, root: Place, inherited: Inherited): readonly Operation[] {
  const operations: Operation[] = [];
  const paths = field(context, root, 'paths').place;
  for (const pathItem of pathItems(paths)) addPathItem(context, inherited, operations, 'operation', pathItem, []);
  const webhooks = context.traits.webhooks ? field(context, root, 'webhooks').place : undefined;
  for (const pathItem of webhooks ? children(webhooks) : []) addPathItem(context, inherited, operations, 'webhook', pathItem, []);
  return operations;
}

/** The entries of a Paths or Callback Object, extensions left out. */
function pathItems(place: Place | undefined): readonly Place[] {
  return (place ? children(place) : []).filter(({ entry }) => entry && !entry.key.startsWith('x-') && entry.key !== '$ref');
}

function addPathItem(
  context: ReadContext,
  inherited: Inherited,
  into: Operation[],
  kind: OperationKind,
  pathItem: Place,
  /** The operations in whose callbacks it stands, the outermost first. */
  holders: readonly Operation[],
): void {
  const path = pathItem.entry?.key ?? '';
  for (const { method, key } of methods(context, pathItem)) {
    const operation = readOperation(context, inherited, { kind, method, path, key });
    into.push(operation);
    const repeated = holders.some(({ place }) => identity(place) === identity(operation.place));
    if (operation.known && context.traits.callbacks && !repeated && holders.length < callbackDepth)
      addCallbacks(context, inherited, into, operation, [...holders, operation]);
  }
}

function addCallbacks(
  context: ReadContext,
  inherited: Inherited,
  into: Operation[],
  operation: Operation,
  holders: readonly Operation[],
): void {
  const callbacks = field(context, operation.place, 'callbacks').place;
  for (const callback of callbacks ? children(callbacks) : []) {
    for (const pathItem of pathItems(context.resolve(callback))) addPathItem(context, inherited, into, 'callback', pathItem, holders);
  }
}

interface MethodKey {
  readonly method: string;
  readonly key: Place;
}

/** The methods of a path item: its own, and those of the ones that it refers to (what stands nearer before what stands further). */
function methods(context: ReadContext, pathItem: Place): readonly MethodKey[] {
  const found = new Map<string, MethodKey>();
  // Notes a chain that breaks; the walk below ends there.
  const last = context.resolve(pathItem);
  for (let place: Place | undefined = pathItem; place; place = place.node === last?.node || !last ? undefined : context.hop(place)) {
    for (const method of methodsOf(context, place)) {
      if (!found.has(method.method)) found.set(method.method, method);
    }
  }
  return [...found.values()];
}

function methodsOf(context: ReadContext, pathItem: Place): readonly MethodKey[] {
  if (!isMap(pathItem)) return [];
  const found: MethodKey[] = [];
  const fixed: readonly string[] = context.traits.methods;
  for (const key of children(pathItem)) {
    const name = key.entry?.key ?? '';
    if (fixed.includes(name)) found.push({ method: name, key });
    else if (name === 'additionalOperations' && context.traits.additionalOperations) {
      // A method with a field of its own has no place here (OAS 3.2 §4.9.1): beside the field it would hide the real operation.
      found.push(...additionalMethods(context, key).filter(({ method }) => !(fixed.includes(method) && pathItem.node.get(method))));
    }
  }
  return found;
}

function additionalMethods(context: ReadContext, place: Place): readonly MethodKey[] {
  const target = context.resolve(place);
  return (target ? children(target) : []).flatMap((key) =>
    key.entry && !key.entry.key.startsWith('x-') ? [{ method: key.entry.key, key }] : [],
  );
}

function readOperation(
  context: ReadContext,
  { schemes, security }: Inherited,
  head: { kind: OperationKind } & MethodKey & { path: string },
): Operation {
  const target = context.resolve(head.key);
  const place = target ?? head.key;
  // Webhooks and callbacks are requests of the API's provider: the root's security is not about them.
  const root = head.kind === 'operation' ? security : undefined;
  return {
    ...head,
    place,
    known: target !== undefined,
    id: stringAt(child(place, 'operationId')),
    tags: readTags(place),
    security: effectiveSecurity(readSecurity(context, schemes, place), root),
    responses: target ? readResponses(context, place) : { place: undefined, known: false, entries: [] },
  };
}

function readTags(operation: Place): readonly string[] {
  const tags = child(operation, 'tags');
  return (tags ? children(tags) : []).flatMap((tag) => stringAt(tag) ?? []);
}
