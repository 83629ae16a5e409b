import type { Fix } from '../findings/finding.ts';
import { asBearer, isAuthorizationKey } from '../fixes/authorization-key.ts';
import { asRequirement, isAuthorizationParameter } from '../fixes/authorization-parameter.ts';
import { type ParameterUse, usesIn } from '../fixes/parameter-uses.ts';
import type { ApiModel } from '../openapi/model.ts';
import { identity } from '../workspace/place.ts';
import { type Around, around } from './support/around.ts';
import type { FindRefactorings, Refactoring } from './support/refactoring.ts';

/** Say by a security scheme what a header parameter `Authorization` says, and by type `http` what an API key in that header does. */
export const convertCredentials: FindRefactorings = ({ api }, at) => {
  const here = around(at);
  const uses = parameterUses(api, here);
  const fixes = [...(uses.length > 0 ? [asRequirement(api, uses)] : []), ...bearerFixes(api, here)];
  return fixes.filter(({ edits }) => edits().length > 0).map(asRefactoring);
};

function asRefactoring({ title, edits }: Fix): Refactoring {
  return { title, kind: 'rewrite', edits };
}

/** The uses of the parameter in which a selection is, as an item in a list or where it is described. */
function parameterUses(api: ApiModel, here: Around): readonly ParameterUse[] {
  // Most places have nothing to do with parameters: nobody needs to read them.
  if (!here.isBelow('parameters') && !here.isInMapWith('in')) return [];
  const all = api.operations.flatMap((operation) => usesIn(operation, isAuthorizationParameter));
  const meant = all.find(({ parameter: { item, place } }) => here.isWithin(place) || here.isWithin(item));
  return meant ? all.filter(({ parameter }) => identity(parameter.place) === identity(meant.parameter.place)) : [];
}

function bearerFixes(api: ApiModel, here: Around): readonly Fix[] {
  // OAS 2.0 has no bearer.
  if (api.traits.flatSchemes) return [];
  const scheme = api.distinctSchemes.find((each) => here.isWithin(each.definition) && isAuthorizationKey(each));
  return scheme?.definition ? [asBearer(scheme.definition)] : [];
}
