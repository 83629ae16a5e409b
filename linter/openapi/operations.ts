import { child, children, type Place } from '../workspace/place.ts';
import type { ReadContext } from './context.ts';
import type { Operation, OperationKind, PathItem } from './model.ts';
import { methodsOf, readPathItem } from './path-items.ts';
import { type Inherited, readOperation } from './read-operation.ts';

/** Every path item with its operations. */
export interface ReadOperations {
  readonly pathItems: readonly PathItem[];
  readonly operations: readonly Operation[];
  readonly operationsComplete: boolean;
}

/** Callbacks of callbacks are read this deep; those of an operation that is a callback of itself are not read again. */
const callbackDepth = 3;

/** Reads every operation under `paths` with its callbacks, then the webhooks. */
export function readOperations(context: ReadContext, inherited: Inherited): ReadOperations {
  const reader = new OperationReader(context, inherited);
  const paths = reader.resolve(child(inherited.root, 'paths'));
  for (const key of pathItemKeys(paths)) reader.addPathItem('operation', key, []);
  const webhooks = context.traits.webhooks ? reader.resolve(child(inherited.root, 'webhooks')) : undefined;
  for (const key of webhooks ? children(webhooks) : []) reader.addPathItem('webhook', key, []);
  return reader;
}

/** The entries of a Paths or Callback Object, extensions left out. */
function pathItemKeys(place: Place | undefined): readonly Place[] {
  return (place ? children(place) : []).filter(({ entry }) => entry && !entry.key.startsWith('x-') && entry.key !== '$ref');
}

/** Collects path items and operations in text order. */
class OperationReader implements ReadOperations {
  readonly pathItems: PathItem[] = [];
  readonly operations: Operation[] = [];
  operationsComplete = true;
  readonly #context: ReadContext;
  readonly #inherited: Inherited;

  constructor(context: ReadContext, inherited: Inherited) {
    this.#context = context;
    this.#inherited = inherited;
  }

  /** The place behind all references; undefined when there is none, or it can't be reached. */
  resolve(place: Place | undefined): Place | undefined {
    const target = place && this.#context.resolve(place);
    if (place && !target) this.operationsComplete = false;
    return target;
  }

  /** `holders`: the operations in whose callbacks it stands, the outermost first. */
  addPathItem(kind: OperationKind, key: Place, holders: readonly Operation[]): void {
    const pathItem = readPathItem(this.#context, kind, key, this.resolve(key));
    this.pathItems.push(pathItem);
    for (const method of methodsOf(this.#context, pathItem)) {
      const operation = readOperation(this.#context, this.#inherited, pathItem, method);
      this.operations.push(operation);
      if (!operation.known) this.operationsComplete = false;
      const repeated = holders.some(({ place }) => place.node === operation.place.node);
      if (operation.known && this.#context.traits.callbacks && !repeated && holders.length < callbackDepth)
        this.#addCallbacks(operation, [...holders, operation]);
    }
  }

  #addCallbacks(operation: Operation, holders: readonly Operation[]): void {
    const callbacks = this.resolve(child(operation.place, 'callbacks'));
    for (const callback of callbacks ? children(callbacks) : []) {
      for (const key of pathItemKeys(this.resolve(callback))) this.addPathItem('callback', key, holders);
    }
  }
}
