import { type Place, stringAt } from '../workspace/place.ts';
import { globProblem } from './file-glob.ts';
import { type Complain, itemsOf, wrongValue } from './values.ts';

/** Reads the globs of a list; those that are wrong are complained of and left out. */
export function readGlobs(place: Place, complain: Complain): readonly string[] {
  return itemsOf(place, 'globs', complain).flatMap((item) => {
    const glob = stringAt(item);
    const problem = glob === undefined ? 'A glob is a text, such as legacy/**. Put it in quotes.' : globProblem(glob);
    if (problem !== undefined) complain(wrongValue(item, problem));
    return glob === undefined || problem !== undefined ? [] : [glob];
  });
}
