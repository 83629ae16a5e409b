import type { FileReader, Reading, Refusal } from '../files/file-reader.ts';
import type { Target } from '../targets/targets.ts';

/** So many files, and files of so many bytes together, are being read or wait while earlier ones are checked. */
const mostFiles = 16;
const mostBytes = 16 * 1024 * 1024;

/** A target with what reading it gave. */
export interface ReadTarget {
  readonly target: Target;
  readonly bytes: Uint8Array | Refusal;
}

/** Reads files in their order, the next ones while the work on the one before goes on. */
export async function* readAhead(targets: readonly Target[], files: FileReader): AsyncGenerator<ReadTarget> {
  const ahead: (Reading & { readonly target: Target })[] = [];
  let size = 0;
  let next = 0;
  for (;;) {
    for (let target = targets[next]; target && ahead.length < mostFiles && size < mostBytes; target = targets[next]) {
      const reading = files.start(target.path);
      ahead.push({ target, ...reading });
      size += reading.size;
      next++;
    }
    const first = ahead.shift();
    if (!first) return;
    yield { target: first.target, bytes: await first.bytes };
    size -= first.size;
  }
}
