import type { Random } from '../../support/random.ts';
import { type Outline, outlineOf } from './outline.ts';

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']);

/** Maps of things that are there to be referred to, in any version. */
const shared: readonly (readonly string[])[] = [
  ...['definitions', 'parameters', 'responses', 'securityDefinitions'].map((key) => [key]),
  ...[
    'schemas',
    'parameters',
    'responses',
    'headers',
    'requestBodies',
    'examples',
    'links',
    'callbacks',
    'securitySchemes',
    'pathItems',
  ].map((key) => ['components', key]),
];

/** An entry document with few of its operations, and with what these refer to. */
export function cutDescription(text: string, file: string, random: Random): string {
  const outline = outlineOf(text, file);
  const dropped = [...unwantedTop(outline), ...unwantedOperations(outline, random)];
  const cut = outline.without(dropped);
  return outlineOf(cut, file).without(unwantedShared(outlineOf(cut, file), cut, random));
}

/** What has nothing to do with authentication and takes much room. */
function unwantedTop(outline: Outline): readonly (readonly string[])[] {
  return outline
    .keys([])
    .filter((key) => /^(?:x-|tags$|webhooks$|externalDocs$)/.test(key) && outline.text([key]).length > 600)
    .map((key) => [key]);
}

function unwantedOperations(outline: Outline, random: Random): readonly (readonly string[])[] {
  const paths = outline.keys(['paths']).filter((path) => path.startsWith('/'));
  const wanted = some(paths, random.between(1, 3), random);
  const others = paths.filter((path) => !wanted.has(path)).map((path) => ['paths', path]);
  const operations = [...wanted].flatMap((path) => {
    const all = outline.keys(['paths', path]).filter((key) => methods.has(key));
    const kept = some(all, random.between(1, 2), random);
    return all.filter((method) => !kept.has(method)).map((method) => ['paths', path, method]);
  });
  return [...others, ...operations];
}

function some<T>(all: readonly T[], count: number, random: Random): ReadonlySet<T> {
  const chosen = new Set<T>();
  for (let trials = count * 3; all.length > 0 && chosen.size < count && trials > 0; trials--) chosen.add(random.pick(all));
  return chosen;
}

/** What nothing refers to that is left; a few of these stay. */
function unwantedShared(outline: Outline, cut: string, random: Random): readonly (readonly string[])[] {
  const all = shared.flatMap((path) => outline.keys(path).map((key) => [...path, key]));
  const isScheme = ([first, second]: readonly string[]) => first === 'securityDefinitions' || second === 'securitySchemes';
  const wanted = new Set<readonly string[]>(all.filter((path) => isScheme(path) || random.chance(0.02)));
  const texts = [withoutAll(outline, cut, all), ...[...wanted].map((path) => outline.text(path))];
  for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
    for (const path of all) {
      if (wanted.has(path) || !text.includes(path.join('/')) || wanted.size > 12) continue;
      wanted.add(path);
      texts.push(outline.text(path));
    }
  }
  return all.filter((path) => !wanted.has(path));
}

function withoutAll(outline: Outline, cut: string, all: readonly (readonly string[])[]): string {
  return all.length > 0 ? outline.without(all) : cut;
}
