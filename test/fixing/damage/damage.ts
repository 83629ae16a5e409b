import { posix } from 'node:path';
import type { Random } from '../../support/random.ts';
import { type Description, withText } from '../support/description.ts';
import { additions, type Damage, removals, renamings, replacements, secured } from './auth-parts.ts';
import { inGuise } from './guises.ts';
import { reshapings } from './shapes.ts';
import { sharings } from './sharing.ts';
import { meaningOf, readSource, type Source } from './spots.ts';
import { trivia } from './trivia.ts';
import { withValue } from './written.ts';

/** Groups of damages with how often each is taken, of a hundred. */
type Shares = readonly (readonly [share: number, damages: readonly Damage[]])[];

const allShares: Shares = [
  [16, removals],
  [8, renamings],
  [16, replacements],
  [22, additions],
  [14, reshapings],
  [8, sharings],
  [16, trivia],
];

/** Only what has the same meaning in both formats. */
const valueShares: Shares = [
  [30, removals],
  [15, renamings],
  [25, replacements],
  [30, additions],
];

/** The description with some of what is about authentication removed, broken or written otherwise. */
export function damaged(description: Description, random: Random): Description {
  let result = description;
  if (random.chance(0.8)) result = changedText(result, result.entry, (source) => secured(source, random).text);
  for (let count = random.between(1, 9); count > 0; count--) {
    const file = random.chance(0.75) ? result.entry : random.pick(Object.keys(result.files));
    result = changedText(result, file, (source) => someDamage(allShares, random)(source, random), random);
  }
  if (random.chance(0.1)) result = inOwnFile(result, random);
  for (const file of Object.keys(result.files)) {
    if (random.chance(0.35)) result = withText(result, file, inGuise(result.files[file] ?? '', file, random));
    if (random.chance(0.1)) result = changedText(result, file, (source) => random.pick(trivia)(source, random), random);
  }
  return result;
}

/** The text of a description in one file with some of what is about authentication removed or broken, nothing of which depends on the format. */
export function damagedValues(text: string, file: string, random: Random): string {
  let source = secured(readSource(text, file), random);
  for (let count = random.between(1, 6); count > 0; count--) {
    const next = someDamage(valueShares, random)(source, random);
    const read = next === undefined ? source : readSource(next, file);
    if (read.errors.length === 0) source = read;
  }
  return source.text;
}

function someDamage(shares: Shares, random: Random): Damage {
  let dice = random.below(100);
  for (const [share, damages] of shares) {
    if (dice < share) return random.pick(damages);
    dice -= share;
  }
  throw new Error('the shares are less than a hundred');
}

/** The description with a file changed; mostly only if that can be read as well as before. */
function changedText(description: Description, file: string, change: (source: Source) => string | undefined, random?: Random): Description {
  const source = readSource(description.files[file] ?? '', file);
  const text = change(source);
  if (text === undefined) return description;
  const isWorse = readSource(text, file).errors.length > source.errors.length;
  return isWorse && !random?.chance(0.02) ? description : withText(description, file, text);
}

/** A response or a path item goes to a file of its own. */
function inOwnFile(description: Description, random: Random): Description {
  const { entry, files } = description;
  const source = readSource(files[entry] ?? '', entry);
  const found = source.spots.filter(({ path }) =>
    /^paths\/[^$]+\/responses\/[^/]+$|^(?:components\/)?responses\/[^/]+$/.test(path.join('/')),
  );
  if (found.length === 0) return description;
  const spot = random.pick(found);
  const value = JSON.stringify(meaningOf(spot.entry.value), null, 2);
  if (value.includes('"*')) return description;
  const folder = random.pick(['', 'responses/', 'a b/']);
  const path = `${folder}answer${spot.path.at(-1)}.${source.format === 'json' ? 'json' : 'yaml'}`.replaceAll(/[^\w./ -]/g, '');
  const own = posix.join(posix.dirname(entry), path);
  const home = folder === '' ? posix.basename(entry) : `../${posix.basename(entry)}`;
  const text = `${value.replaceAll('"#/', `"${encodeURI(home)}#/`)}\n`;
  const referring = withValue(source, spot, { $ref: encodeURI(path) }, random);
  if (own in files || readSource(referring, entry).errors.length > 0) return description;
  return { entry, files: { ...files, [entry]: referring, [own]: text } };
}
