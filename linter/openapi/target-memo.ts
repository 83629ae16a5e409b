import type { SyntaxNode } from '../syntax/node.ts';
import { PairMap } from '../text/pair-map.ts';
import { type Resolver, targetOf } from '../workspace/resolver.ts';
import type { SourceFile } from '../workspace/source-file.ts';

/** Remembers what was read behind references; what could not be is tried each time, as each broken reference is noted. */
export class TargetMemo<T> {
  readonly #resolver: Resolver;
  /** By the file that has the reference, and its text. */
  readonly #byTarget = new PairMap<SourceFile, string, T>();
  /** By the file that it names, and the fragment: files in other folders name it by other texts. */
  readonly #byAddress = new PairMap<SourceFile, string, T>();

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /** What `read` gives for a node of a file; of a reference what it gave for the first that leads to the same place. */
  get(file: SourceFile, node: SyntaxNode, read: () => T | undefined): T | undefined {
    const target = targetOf(node);
    if (target === undefined) return read();
    const known = this.#byTarget.get(file, target);
    if (known) return known;
    const address = this.#resolver.address(file, target);
    const value = (address && this.#byAddress.get(address.file, address.fragment)) ?? read();
    if (value) this.#byTarget.set(file, target, value);
    if (value && address) this.#byAddress.set(address.file, address.fragment, value);
    return value;
  }
}
