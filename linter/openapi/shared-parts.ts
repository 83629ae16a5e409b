import { PairMap } from '../text/pair-map.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { ReadRecord, SharedKind } from './context.ts';

/** Something that was read for several readers. */
interface SharedPart {
  readonly value: unknown;
  readonly record: ReadRecord;
  readonly kind: SharedKind;
  readonly file: SourceFile;
  readonly target: string;
  users: number;
}

/** What stands behind references that several parts of a model have, as long as one of these needs it. */
export class SharedParts {
  #byKind: Readonly<Record<SharedKind, PairMap<SourceFile, string, SharedPart>>> = { response: new PairMap(), parameter: new PairMap() };
  readonly #byRecord = new Map<ReadRecord, SharedPart>();

  /** What was read behind a reference; undefined when nothing was, or when it would not be the same now. */
  find(kind: SharedKind, file: SourceFile, target: string, isFresh: (record: ReadRecord) => boolean): SharedPart | undefined {
    const part = this.#byKind[kind].get(file, target);
    return part && isFresh(part.record) ? part : undefined;
  }

  add(kind: SharedKind, file: SourceFile, target: string, { value, record }: Pick<SharedPart, 'value' | 'record'>): void {
    const part: SharedPart = { value, record, kind, file, target, users: 0 };
    this.#byKind[kind].set(file, target, part);
    this.#byRecord.set(record, part);
  }

  /** One more needs what has this record. */
  use(record: ReadRecord): void {
    const part = this.#byRecord.get(record);
    if (part) part.users++;
  }

  /** One less needs it. True when it was the last one: then it is forgotten. */
  leave(record: ReadRecord): boolean {
    const part = this.#byRecord.get(record);
    if (!part || --part.users > 0) return false;
    this.#byRecord.delete(record);
    const { kind, file, target } = part;
    if (this.#byKind[kind].get(file, target) === part) this.#byKind[kind].delete(file, target);
    return true;
  }

  records(): Iterable<ReadRecord> {
    return this.#byRecord.keys();
  }

  clear(): void {
    this.#byKind = { response: new PairMap(), parameter: new PairMap() };
    this.#byRecord.clear();
  }
}
