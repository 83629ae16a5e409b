import type { MapEntry } from '../syntax/node.ts';
import { child, type Place } from '../workspace/place.ts';
import { Resolver, referenceAt } from '../workspace/resolver.ts';
import type { Session } from '../workspace/session.ts';
import { isFresh, isVolatile, type ReadContext, type ReadRecord, readContext, readRecord, type SharedKind } from './context.ts';
import { SharedParts } from './shared-parts.ts';
import type { VersionTraits } from './versions.ts';

/** Something that was read, with what it was read from. */
export interface Remembered<T> {
  readonly value: T;
  readonly record: ReadRecord;
}

/** What belongs to an entry, and as what it was read: the same entry may come to stand elsewhere. */
interface Part extends Remembered<unknown> {
  readonly name: string;
}

/**
 * Keeps the parts of a model from one reading of a description to the next: each holds as long as its own text and all that its
 * references lead to are the same.
 */
export class ModelMemory {
  #resolver: Resolver | undefined;
  #session: Session | undefined;
  #traits: VersionTraits | undefined;
  /** What operations inherit, with the entries of the root that it was read from. */
  #frame: (Remembered<unknown> & { readonly sources: readonly unknown[] }) | undefined;
  #sources: readonly unknown[] = [];
  /** By the entry that has the path. */
  #parts = new Map<MapEntry, Part>();
  /** Those of the reading under way. */
  #current = new Map<MapEntry, Part>();
  readonly #shared = new SharedParts();
  /** What belongs to one reading only. */
  #loose = readRecord();

  /** Begins a reading; gives the context for what is read anew each time. */
  begin(session: Session, root: Place, traits: VersionTraits): ReadContext {
    const isSteady = this.#resolver && !this.#session?.knowsSelf && this.#traits === traits && !isBehindReference(root);
    if (!isSteady) this.#forget(session);
    this.#session = session;
    this.#traits = traits;
    this.#release(this.#loose);
    this.#loose = readRecord();
    this.#resolver?.visit(session);
    return this.#contextFor(this.#loose);
  }

  /** What was met in all that was read, parts apart. */
  get records(): readonly ReadRecord[] {
    return [...(this.#frame ? [this.#frame.record] : []), this.#loose, ...this.#shared.records()];
  }

  /**
   * Forgets the parts of all other entries, and those that would not be the same now; all of them when what they inherit would not be:
   * `sources` are the entries of the root that it is read from.
   */
  keepOnly(entries: readonly (MapEntry | undefined)[], sources: readonly (MapEntry | undefined)[]): void {
    const present = new Set(entries);
    this.#releaseParts((entry, { record }) => !present.has(entry) || isVolatile(record));
    const anyStale = this.#resolver?.review() === true;
    const frame = this.#frame;
    if (frame && (!frame.sources.every((entry, index) => entry === sources[index]) || !isFresh(frame.record))) {
      this.#frame = undefined;
      this.#release(frame.record);
      this.#releaseParts(() => true);
    }
    if (anyStale) this.#releaseParts((_, { record }) => !isFresh(record));
    this.#resolver?.seeFiles();
    this.#sources = sources;
  }

  /** What operations inherit. */
  frame<T>(read: (context: ReadContext) => T): Remembered<T> {
    this.#frame ??= { ...this.#read(read), sources: this.#sources };
    return this.#frame as Remembered<T>;
  }

  /** What belongs to an entry; `name` says what it is read as. */
  part<T>(entry: MapEntry | undefined, name: string, read: (context: ReadContext) => T): Remembered<T> {
    const before = entry && this.#parts.get(entry);
    if (before && before.name !== name) this.#release(before.record, entry);
    const known = before?.name === name ? (before as Remembered<T>) : undefined;
    const part = known ?? this.#read(read);
    if (entry && !part.record.isVolatile) this.#current.set(entry, { ...part, name });
    return part;
  }

  /** Ends a reading. */
  end(): void {
    this.#parts = this.#current;
    this.#current = new Map();
  }

  #read<T>(read: (context: ReadContext) => T): Remembered<T> {
    const record = readRecord();
    return { value: read(this.#contextFor(record)), record };
  }

  #contextFor(record: ReadRecord): ReadContext {
    if (!this.#resolver || !this.#traits) throw new Error('nothing is being read');
    return readContext(this.#resolver, this.#traits, record, (...sharing) => this.#share(...sharing));
  }

  #share<T>(reader: ReadRecord, kind: SharedKind, place: Place, read: (context: ReadContext) => T | undefined): T | undefined {
    const target = this.#resolver?.targetOf(place);
    if (!target) return read(this.#contextFor(reader));
    const known = this.#shared.find(kind, target) as Remembered<T> | undefined;
    const { value, record } = known && isFresh(known.record) ? known : this.#read(read);
    if (value === undefined) {
      // What can't be had is the reader's own matter: it may be told, or not.
      this.#release(record);
      return read(this.#contextFor(reader));
    }
    if (record !== known?.record) this.#shared.add(kind, target, { value, record });
    if (!reader.shared.has(record)) {
      reader.shared.add(record);
      this.#shared.use(record);
    }
    return value;
  }

  #releaseParts(isGone: (entry: MapEntry, part: Part) => boolean): void {
    for (const [entry, part] of this.#parts) if (isGone(entry, part)) this.#release(part.record, entry);
  }

  #release(record: ReadRecord, entry?: MapEntry): void {
    this.#resolver?.release(record);
    for (const shared of record.shared) if (this.#shared.leave(shared)) this.#release(shared);
    record.shared.clear();
    if (entry) this.#parts.delete(entry);
  }

  #forget(session: Session): void {
    this.#resolver = new Resolver(session);
    this.#frame = undefined;
    this.#shared.clear();
    this.#parts.clear();
    this.#loose = readRecord();
  }
}

/** True when what has the paths stands elsewhere: then nothing is remembered. */
function isBehindReference(root: Place): boolean {
  return ['paths', 'webhooks'].some((name) => {
    const place = child(root, name);
    return place !== undefined && referenceAt(place) !== undefined;
  });
}

/** The entry at a path of fields, references not followed; where one is missing, the last one that is there. */
export function entryAt(root: Place, keys: readonly string[]): MapEntry | undefined {
  let place: Place = root;
  for (const key of keys) {
    const next = child(place, key);
    if (!next) break;
    place = next;
  }
  return place.entry;
}
