import { child, children, type Place } from '../workspace/place.ts';
import { field, type ReadContext } from './context.ts';
import type { Operation, OperationKind, PathItem } from './model.ts';
import type { ModelMemory, Remembered } from './model-memory.ts';
import { methodsOf, readPathItem } from './path-items.ts';
import { type Inherited, readOperation } from './read-operation.ts';

/** Path items with their operations. */
export interface ReadOperations {
  readonly pathItems: readonly PathItem[];
  readonly operations: readonly Operation[];
  readonly operationsComplete: boolean;
}

/** Callbacks of callbacks are read this deep; those of an operation that is a callback of itself are not read again. */
const callbackDepth = 3;

/** Reads every operation under `paths` with its callbacks, then the webhooks; what `memory` has of them is taken over. */
export function readOperations(
  memory: ModelMemory,
  paths: readonly PathKey[],
  inherited: Inherited,
): readonly Remembered<ReadOperations>[] {
  return paths.map(({ kind, key }) =>
    memory.part(key.via.length === 0 ? key.entry : undefined, `${kind} ${key.pointer}`, (context) => {
      const reader = new OperationReader(context, inherited);
      reader.addPathItem(kind, key, []);
      return reader;
    }),
  );
}

/** The entry of a path or a webhook. */
export interface PathKey {
  readonly kind: 'operation' | 'webhook';
  readonly key: Place;
}

/** The keys of `paths` and `webhooks`; `complete` is false when one of these can't be reached. */
export function pathKeys(context: ReadContext, root: Place): { readonly keys: readonly PathKey[]; readonly complete: boolean } {
  const [paths, webhooks] = ['paths', ...(context.traits.webhooks ? ['webhooks'] : [])].map((name) => field(context, root, name));
  return {
    keys: [
      ...pathItemKeys(paths?.place).map((key) => ({ kind: 'operation' as const, key })),
      ...(webhooks?.place ? children(webhooks.place) : []).map((key) => ({ kind: 'webhook' as const, key })),
    ],
    complete: paths?.known !== false && webhooks?.known !== false,
  };
}

/** The entries of a Paths or Callback Object, extensions left out. */
function pathItemKeys(place: Place | undefined): readonly Place[] {
  return (place ? children(place) : []).filter(({ entry }) => entry && !entry.key.startsWith('x-') && entry.key !== '$ref');
}

/** Collects the path items and operations of one path in text order. */
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

  /** `holders`: the operations in whose callbacks it stands, the outermost first. */
  addPathItem(kind: OperationKind, key: Place, holders: readonly Operation[]): void {
    const pathItem = readPathItem(this.#context, kind, key, this.#resolve(key));
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
    const callbacks = this.#resolve(child(operation.place, 'callbacks'));
    for (const callback of callbacks ? children(callbacks) : []) {
      for (const key of pathItemKeys(this.#resolve(callback))) this.addPathItem('callback', key, holders);
    }
  }

  /** The place behind all references; undefined when there is none, or it can't be reached. */
  #resolve(place: Place | undefined): Place | undefined {
    const target = place && this.#context.resolve(place);
    if (place && !target) this.operationsComplete = false;
    return target;
  }
}
