/** A search for something smaller: asks of one candidate after the other whether it still fails, and goes on from those that do. */
export type Search<T> = Generator<T, T, boolean>;

/**
 * A smaller text that still fails: leaves out lines, then characters, in stretches that become shorter and shorter (delta debugging),
 * then writes what is left more simply. Asks at most `limit` times.
 */
export function shrunk(text: string, fails: (text: string) => boolean, limit = 4000): string {
  return found(shrinking(text), text, fails, limit);
}

/** The same, where it takes a while to tell whether something fails. */
export async function shrunkLater(text: string, fails: (text: string) => Promise<boolean>, limit: number): Promise<string> {
  const search = shrinking(text);
  let smallest = text;
  let step = search.next();
  for (let asked = 0; !step.done && asked < limit; asked++) {
    const candidate = step.value;
    const isSmaller = await fails(candidate);
    if (isSmaller) smallest = candidate;
    step = search.next(isSmaller);
  }
  return smallest;
}

/** As few of the parts as still fail when they are put together. */
export function fewerParts(all: readonly string[], fails: (text: string) => boolean): readonly string[] {
  return fewerOf(all, (parts) => fails(parts.join('')));
}

/** As few of the things as still fail; none of them can be left out alone. */
export function fewerOf<T>(all: readonly T[], fails: (some: readonly T[]) => boolean): readonly T[] {
  return found(fewer(all), all, fails);
}

/** What a search ends with, or has come to when it has asked often enough. */
function found<T>(search: Search<T>, all: T, fails: (candidate: T) => boolean, limit = Number.POSITIVE_INFINITY): T {
  let smallest = all;
  let step = search.next();
  for (let asked = 0; !step.done && asked < limit; asked++) {
    const candidate = step.value;
    const isSmaller = fails(candidate);
    if (isSmaller) smallest = candidate;
    step = search.next(isSmaller);
  }
  return smallest;
}

function* shrinking(text: string): Search<string> {
  let smallest = text;
  for (let before: string | undefined; before !== smallest; ) {
    before = smallest;
    smallest = yield* fewerJoined(smallest.split(/(?<=\n)/));
    smallest = yield* fewerJoined([...smallest]);
    smallest = yield* plainer(smallest);
  }
  return smallest;
}

function* fewerJoined(all: readonly string[]): Search<string> {
  const search = fewer(all);
  let step = search.next();
  while (!step.done) step = search.next(yield step.value.join(''));
  return step.value.join('');
}

function* fewer<T>(all: readonly T[]): Search<readonly T[]> {
  let parts = all;
  for (let length = Math.ceil(parts.length / 2); length >= 1; length = length === 1 ? 0 : Math.ceil(length / 2)) {
    for (let at = 0; at < parts.length; ) {
      const rest = [...parts.slice(0, at), ...parts.slice(at + length)];
      if (yield rest) parts = rest;
      else at += length;
    }
  }
  return parts;
}

/** Letters become `a` and digits 1 where that makes no difference. */
function* plainer(text: string): Search<string> {
  let result = text;
  for (const [word] of text.matchAll(/[A-Za-z]{2,}|[b-zB-Z]|[02-9]/g)) {
    const simple = /\d/.test(word) ? '1' : 'a';
    for (const candidate of [result.replaceAll(word, simple), result.replace(word, simple)]) {
      if (candidate !== result && (yield candidate)) {
        result = candidate;
        break;
      }
    }
  }
  return result;
}
