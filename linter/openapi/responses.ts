import { lazy } from '../text/lazy.ts';
import { child, children, entryPlace, type Place } from '../workspace/place.ts';
import { field, fieldAt, type ReadContext } from './context.ts';
import { readHeaderValues, schemaOf } from './header-values.ts';
import type { Header, Headers, NamedResponse, Response, Responses, StatusResponse } from './model.ts';

/** Reads an operation's `responses`; each response is followed only when somebody asks for it. */
export function readResponses(context: ReadContext, operation: Place): Responses {
  const { place, known } = field(context, operation, 'responses');
  return {
    place,
    known,
    entries: place ? statusEntries(context, place) : [],
  };
}

/** Reads the responses that are defined for sharing; each is followed only when somebody asks for it. */
export function readSharedResponses(context: ReadContext, root: Place): readonly NamedResponse[] {
  const { place } = fieldAt(context, root, context.traits.responses);
  return namedPlaces(place).map(({ name, key }) => new LazyResponse(context, name, key));
}

/** The entries of a Responses Object, extensions left out. */
function statusEntries(context: ReadContext, place: Place): readonly StatusResponse[] {
  const entries: StatusResponse[] = [];
  if (place.node.kind !== 'map') return entries;
  for (const entry of place.node.entries()) {
    if (!entry.key.startsWith('x-')) entries.push(new LazyResponse(context, entry.key, entryPlace(place, entry)));
  }
  return entries;
}

/** A response under a name: a status, or in a shared place the component's. */
class LazyResponse implements StatusResponse, NamedResponse {
  readonly name: string;
  readonly key: Place;
  readonly #context: ReadContext;
  #read: { readonly response: Response | undefined } | undefined;

  constructor(context: ReadContext, name: string, key: Place) {
    this.name = name;
    this.key = key;
    this.#context = context;
  }

  get status(): string {
    return this.name;
  }

  get response(): Response | undefined {
    this.#read ??= { response: readResponse(this.#context, this.name, this.key) };
    return this.#read.response;
  }
}

/** Statuses whose responses must be there to be followed; what else is broken is not this linter's matter. */
const followed: ReadonlySet<string> = new Set(['401', '407']);

/** The response at a key, from what is known already where its reference was met before. */
function readResponse(context: ReadContext, name: string, key: Place): Response | undefined {
  const response = context.shared('response', key, (own) => findResponse(own, name, key));
  const description = context.traits.referenceSiblings ? child(key, 'description') : undefined;
  return response && description && response.place.node !== key.node ? new DescribedResponse(response, description) : response;
}

function findResponse(context: ReadContext, name: string, key: Place): Response | undefined {
  const quiet = /^(?:[1-5][0-9X]{2}|default)$/i.test(name) && !followed.has(name);
  const place = quiet ? context.resolveQuietly(key) : context.resolve(key);
  if (!place) return undefined;
  if (place.node !== key.node && !isResponse(place)) {
    if (!quiet) context.reject(place, 'response');
    return undefined;
  }
  return new ReadResponse(context, place);
}

/** A response whose headers are read when somebody asks for them. */
class ReadResponse implements Response {
  readonly place: Place;
  readonly #context: ReadContext;
  #headers: Headers | undefined;

  constructor(context: ReadContext, place: Place) {
    this.place = place;
    this.#context = context;
  }

  get description(): Place | undefined {
    return child(this.place, 'description');
  }

  get headers(): Headers {
    this.#headers ??= readHeaders(this.#context, this.place);
    return this.#headers;
  }
}

/** A response with a description beside the reference to it. */
class DescribedResponse implements Response {
  readonly place: Place;
  readonly description: Place;
  readonly #response: Response;

  constructor(response: Response, description: Place) {
    this.place = response.place;
    this.description = description;
    this.#response = response;
  }

  get headers(): Headers {
    return this.#response.headers;
  }
}

/** False for what a half-typed reference leads to: the document, `components`, a map of responses. */
export function isResponse({ node }: Place): boolean {
  return node.kind === 'map' && (node.written().length === 0 || responseFields.some((field) => node.get(field)));
}

/** Fields that tell a Response Object, of which one at least is there in practice (`description` is required before OAS 3.2). */
const responseFields = ['description', 'summary', 'content', 'schema'];

function readHeaders(context: ReadContext, response: Place): Headers {
  const { place, known } = field(context, response, 'headers');
  return { place, known, entries: namedPlaces(place).map(({ name, key }) => readHeader(context, name, key)) };
}

function readHeader(context: ReadContext, name: string, key: Place): Header {
  const definition = lazy(() => context.resolve(key));
  const schema = lazy(() => schemaOf(context, definition()));
  const values = lazy(() => {
    const place = definition();
    return place ? readHeaderValues(context, place) : [];
  });
  return {
    name,
    key,
    get definition() {
      return definition();
    },
    get schema() {
      return schema();
    },
    get values() {
      return values();
    },
  };
}

/** The entries of a map; `x-` names are names like others but in a Responses Object. */
function namedPlaces(place: Place | undefined): readonly { readonly name: string; readonly key: Place }[] {
  return (place ? children(place) : []).flatMap((key) => (key.entry ? [{ name: key.entry.key, key }] : []));
}
