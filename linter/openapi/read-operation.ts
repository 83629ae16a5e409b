import { child, children, type Place, stringAt } from '../workspace/place.ts';
import type { ReadContext } from './context.ts';
import type {
  EffectiveSecurity,
  Operation,
  OperationKind,
  Parameter,
  PathItem,
  Responses,
  SchemeRegister,
  Server,
  Unauthorized,
} from './model.ts';
import { readParameters } from './parameters.ts';
import type { MethodKey } from './path-items.ts';
import { readResponses } from './responses.ts';
import { effectiveSecurity, readSecurity } from './security.ts';
import { serversOf } from './servers.ts';
import { findUnauthorized } from './unauthorized.ts';

/** What an operation inherits from the description. */
export interface Inherited {
  readonly root: Place;
  readonly schemes: SchemeRegister;
  /** What applies to operations that say nothing themselves. */
  readonly security: EffectiveSecurity;
  readonly servers: readonly Server[];
}

/** Reads an operation: at once what almost every rule asks for, and the rest when somebody does. */
export function readOperation(context: ReadContext, inherited: Inherited, pathItem: PathItem, head: MethodKey): Operation {
  return new ReadOperation(context, inherited, pathItem, head);
}

const nothing = effectiveSecurity(undefined, undefined);

class ReadOperation implements Operation {
  readonly kind: OperationKind;
  readonly method: string;
  readonly path: string;
  readonly key: Place;
  readonly place: Place;
  readonly known: boolean;
  readonly pathItem: PathItem;
  readonly security: EffectiveSecurity;
  readonly responses: Responses;
  readonly #context: ReadContext;
  readonly #inherited: Inherited;
  #tags: readonly string[] | undefined;
  #parameters: readonly Parameter[] | undefined;
  #servers: readonly Server[] | undefined;
  #unauthorized: Unauthorized | undefined;

  constructor(context: ReadContext, inherited: Inherited, pathItem: PathItem, { method, key }: MethodKey) {
    const target = context.resolve(key);
    this.#context = context;
    this.#inherited = inherited;
    this.kind = pathItem.kind;
    this.method = method;
    this.path = pathItem.path;
    this.key = key;
    this.place = target ?? key;
    this.known = target !== undefined;
    this.pathItem = pathItem;
    // Webhooks and callbacks are requests of the API's provider: the root's security is not about them.
    const inForce = pathItem.kind === 'operation' ? inherited.security : nothing;
    const own = readSecurity(context, inherited.schemes, this.place);
    this.security = own ? effectiveSecurity(own, undefined) : inForce;
    this.responses = target ? readResponses(context, target) : { place: undefined, known: false, entries: [] };
  }

  get id(): string | undefined {
    return stringAt(child(this.place, 'operationId'));
  }

  get tags(): readonly string[] {
    this.#tags ??= readTags(this.place);
    return this.#tags;
  }

  get parameters(): readonly Parameter[] {
    this.#parameters ??= readParameters(this.#context, this.place, this.pathItem);
    return this.#parameters;
  }

  get servers(): readonly Server[] {
    this.#servers ??= serversOf(this.#context, this.place, this.pathItem, this.#inherited.root, this.#inherited.servers);
    return this.#servers;
  }

  get unauthorized(): Unauthorized {
    this.#unauthorized ??= findUnauthorized(this.#context.traits, this.responses);
    return this.#unauthorized;
  }
}

function readTags(operation: Place): readonly string[] {
  const tags = child(operation, 'tags');
  return (tags ? children(tags) : []).flatMap((tag) => stringAt(tag) ?? []);
}
