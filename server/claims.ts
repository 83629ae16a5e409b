/** Why entries are checked at all: each entry here has at least one reason. */
export class Claims {
  /** They are documents that somebody sees. */
  readonly seen = new Set<string>();
  /** They were checked on demand, and stay so. */
  readonly held = new Set<string>();
  /** They were closed, but documents that somebody sees are parts of them. */
  readonly kept = new Set<string>();

  isActive(entry: string): boolean {
    return this.seen.has(entry) || this.held.has(entry) || this.kept.has(entry);
  }

  /** True when the entry tells of files that nobody sees, too. */
  tellsOfClosedFiles(entry: string): boolean {
    return this.seen.has(entry) || this.held.has(entry);
  }

  all(): readonly string[] {
    return [...new Set([...this.seen, ...this.held, ...this.kept])];
  }
}
