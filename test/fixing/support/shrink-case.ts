import { shrunkLater } from '../../support/shrink.ts';
import { isWellRead, withText } from './description.ts';
import { kindOfFault } from './fault-kind.ts';
import { type FixingCase, faultOf } from './fixing-case.ts';

/** So often a candidate is tried for each file: each try takes some milliseconds. */
const mostTries = 1500;

/** A smaller case with the same kind of fault. */
export async function smallestCase(failing: FixingCase, fault: string): Promise<FixingCase> {
  const kind = kindOfFault(fault);
  let smallest = failing;
  const wellRead = isWellRead(failing.description);
  const fails = async (candidate: FixingCase) =>
    (!wellRead || isWellRead(candidate.description)) && kindOfFault((await faultOf(candidate)) ?? '') === kind;
  for (const path of Object.keys(smallest.description.files)) {
    const { [path]: _, ...files } = smallest.description.files;
    const without = { ...smallest, description: { ...smallest.description, files } };
    if (path !== smallest.description.entry && (await fails(without))) smallest = without;
  }
  for (const [path, text] of Object.entries(smallest.description.files)) {
    const having = (candidate: string) => ({ ...smallest, description: withText(smallest.description, path, candidate) });
    smallest = having(await shrunkLater(text, (candidate) => fails(having(candidate)), mostTries));
  }
  return smallest;
}
