/**
 * A smaller text that still fails: leaves out lines, then characters, in stretches that become shorter and shorter (delta debugging),
 * then writes what is left more simply. Asks at most `limit` times.
 */
export function shrunk(text: string, fails: (text: string) => boolean, limit = 4000): string {
  let asked = 0;
  const stillFails = (candidate: string) => asked++ < limit && fails(candidate);
  const byLines = (from: string) => fewerParts(from.split(/(?<=\n)/), stillFails).join('');
  const byCharacters = (from: string) => fewerParts([...from], stillFails).join('');
  let smallest = text;
  for (let before = ''; before !== smallest && asked < limit; ) {
    before = smallest;
    smallest = plainer(byCharacters(byLines(smallest)), stillFails);
  }
  return smallest;
}

/** As few of the parts as still fail when they are put together. */
export function fewerParts(all: readonly string[], fails: (text: string) => boolean): readonly string[] {
  return fewerOf(all, (parts) => fails(parts.join('')));
}

/** As few of the things as still fail; none of them can be left out alone. */
export function fewerOf<T>(all: readonly T[], fails: (some: readonly T[]) => boolean): readonly T[] {
  let parts = all;
  for (let length = Math.ceil(parts.length / 2); length >= 1; length = length === 1 ? 0 : Math.ceil(length / 2)) {
    for (let at = 0; at < parts.length; ) {
      const rest = [...parts.slice(0, at), ...parts.slice(at + length)];
      if (fails(rest)) parts = rest;
      else at += length;
    }
  }
  return parts;
}

/** Letters become `a` and digits 1 where that makes no difference. */
function plainer(text: string, fails: (text: string) => boolean): string {
  let result = text;
  for (const [word] of text.matchAll(/[A-Za-z]{2,}|[b-zB-Z]|[02-9]/g)) {
    const simple = /\d/.test(word) ? '1' : 'a';
    for (const candidate of [result.replaceAll(word, simple), result.replace(word, simple)]) {
      if (candidate !== result && fails(candidate)) {
        result = candidate;
        break;
      }
    }
  }
  return result;
}
