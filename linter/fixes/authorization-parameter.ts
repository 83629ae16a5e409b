import type { FileEdit } from '../findings/file-edits.ts';
import type { Fix } from '../findings/finding.ts';
import type { ApiModel, Operation, Parameter, SecurityScheme } from '../openapi/model.ts';
import type { NewValue } from '../syntax/editing/render.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { groupBy } from '../text/group-by.ts';
import { brief } from '../text/words.ts';
import { child, identity } from '../workspace/place.ts';
import { freeName } from './free-name.ts';
import { likelyScheme } from './likely-scheme.ts';
import { emptiedList, type ParameterUse, removeParameters } from './parameter-uses.ts';
import { addBelow, addEntries, before, rename, setValue } from './place-edits.ts';
import { declareSecurity } from './security-declaration.ts';
import { suggestion } from './suggestion.ts';

/** True for a header parameter `Authorization`: the names of headers are compared without regard to case (RFC 9110 §5.1). */
export function isAuthorizationParameter({ name, in: where }: Parameter): boolean {
  return where === 'header' && name.toLowerCase() === 'authorization';
}

/** The operations that say nothing else about credentials; a CORS preflight carries none. */
export function silentOperations(uses: readonly ParameterUse[]): readonly Operation[] {
  return uses.map(({ operation }) => operation).filter(({ security, method }) => security.source === 'none' && method !== 'options');
}

/** The suggestion that says by a security scheme and requirements what one text of such a parameter says; where they are there, the parameter goes. */
export function asRequirement(api: ApiModel, uses: readonly ParameterUse[]): Fix {
  const silent = silentOperations(uses);
  const [first] = uses;
  if (!first || silent.length === 0) return suggestion('Remove the parameter', () => removeParameters(parametersOf(uses)));
  const existing = fittingScheme(api, first.parameter);
  const name = existing?.name ?? freeName(isBasic(first.parameter) ? 'basicAuth' : 'bearerAuth', (taken) => api.schemes.byName.has(taken));
  return suggestion(`Require ${brief(name)} instead${existing ? '' : ', and define it'}`, () => [
    ...requireInstead(api, uses, silent, [{ [name]: [] }]),
    ...(existing ? [] : [addBelow(api.root, api.traits.schemes, { [name]: likelyScheme(api.traits, name) })]),
  ]);
}

function parametersOf(uses: readonly ParameterUse[]): readonly Parameter[] {
  return uses.map(({ parameter }) => parameter);
}

/** Removes the parameters, and declares security for some of the operations: in place of a list of which nothing would be left. */
function requireInstead(
  api: ApiModel,
  uses: readonly ParameterUse[],
  silent: readonly Operation[],
  security: NewValue,
): readonly (FileEdit | undefined)[] {
  const byList = groupBy(uses, ({ parameter }) => identity(parameter.list));
  const replaced = new Set<SyntaxNode>();
  const declarations = silent.map((operation) => {
    const own = child(operation.place, 'parameters');
    const list = own && emptiedList(parametersOf(byList.get(identity(own)) ?? []));
    if (!list) return [own ? addEntries(operation.place, { security }, before('parameters')) : declareSecurity(api, operation, security)];
    replaced.add(identity(list));
    return [rename(list, 'security'), setValue(list, security)];
  });
  const others = uses.filter(({ parameter }) => !replaced.has(identity(parameter.list)));
  return [...removeParameters(parametersOf(others)), ...declarations.flat()];
}

/** What a parameter says of itself tells which credentials it carries; without a word it is a token. */
function isBasic({ place }: Parameter): boolean {
  const text = place.file.text.slice(place.node.range.start, Math.min(place.node.range.end, place.node.range.start + longestParameter));
  return /\bbasic\b/i.test(text) && !/\bbearer\b/i.test(text);
}

const longestParameter = 5000;

/** A defined scheme that describes what a parameter carries; undefined when there is none. */
function fittingScheme({ schemes }: ApiModel, parameter: Parameter): SecurityScheme | undefined {
  const all = [...schemes.byName.values()];
  const tests: readonly ((scheme: SecurityScheme) => boolean)[] = isBasic(parameter)
    ? [({ httpScheme }) => httpScheme === 'basic']
    : [
        ({ httpScheme }) => httpScheme === 'bearer',
        ({ type }) => type === 'oauth2' || type === 'openIdConnect',
        ({ in: where, parameterName: name }) => where === 'header' && name?.toLowerCase() === 'authorization',
      ];
  return tests.map((fits) => all.find(fits)).find((scheme) => scheme !== undefined);
}
