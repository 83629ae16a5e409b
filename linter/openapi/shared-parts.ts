import type { Target } from '../workspace/targets.ts';
import type { ReadRecord, SharedKind } from './context.ts';

/** Something that was read for several readers. */
interface SharedPart {
  readonly value: unknown;
  readonly record: ReadRecord;
  readonly kind: SharedKind;
  readonly target: Target;
  users: number;
}

/** What stands behind references that several parts of a model have, as long as one of these needs it. */
export class SharedParts {
  readonly #byTarget: Readonly<Record<SharedKind, Map<Target, SharedPart>>> = { response: new Map(), parameter: new Map() };
  readonly #byRecord = new Map<ReadRecord, SharedPart>();

  /** What was read behind a reference; undefined when nothing was. */
  find(kind: SharedKind, target: Target): SharedPart | undefined {
    return this.#byTarget[kind].get(target);
  }

  add(kind: SharedKind, target: Target, { value, record }: Pick<SharedPart, 'value' | 'record'>): void {
    const part: SharedPart = { value, record, kind, target, users: 0 };
    this.#byTarget[kind].set(target, part);
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
    const { kind, target } = part;
    if (this.#byTarget[kind].get(target) === part) this.#byTarget[kind].delete(target);
    return true;
  }

  records(): Iterable<ReadRecord> {
    return this.#byRecord.keys();
  }

  clear(): void {
    this.#byTarget.response.clear();
    this.#byTarget.parameter.clear();
    this.#byRecord.clear();
  }
}
