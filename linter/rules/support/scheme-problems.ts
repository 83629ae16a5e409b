import type { ApiModel, SecurityScheme } from '../../openapi/model.ts';
import type { ForeignField, MissingFields, OtherForm, SchemeDefect, UnknownWord, WrongValue } from '../../openapi/scheme-defect-kinds.ts';
import { schemeGrammar } from '../../openapi/scheme-fields.ts';
import { likelyType } from '../../openapi/scheme-words.ts';
import type { OpenApiVersion } from '../../openapi/versions.ts';
import { brief, list } from './wording.ts';

/** What is wrong with a scheme, why it matters and what to do, in words. */
export function schemeMessage(api: ApiModel, scheme: SecurityScheme, defect: SchemeDefect): string {
  switch (defect.kind) {
    case 'missing':
      return missingMessage(api, scheme, defect);
    case 'foreign':
      return foreignMessage(api, scheme, defect);
    case 'other-form':
      return otherFormMessage(api, defect);
    case 'unknown':
      return unknownMessage(api, scheme, defect);
    case 'value':
      return valueMessage(scheme, defect);
  }
}

function missingMessage(api: ApiModel, scheme: SecurityScheme, { fields, flow }: MissingFields): string {
  const it = fields.length === 1 ? 'it' : 'them';
  const isFlow = flow !== undefined && !api.traits.flatSchemes;
  const holder = isFlow ? `The flow ${flow} of ${brief(scheme.name)}` : brief(scheme.name);
  const type = `type ${scheme.type}${flow === undefined ? '' : ` with the flow ${flow}`}`;
  const kind = fields.includes('type') ? 'every security scheme' : isFlow ? 'such a flow' : type;
  return `${holder} has no ${list(fields, 'and')}: OpenAPI ${api.version} requires ${it} of ${kind}, and tools cannot use the scheme otherwise. Add ${it}.`;
}

function foreignMessage(api: ApiModel, scheme: SecurityScheme, { place, flow, versions, elsewhere, like }: ForeignField): string {
  const name = brief(place.entry?.key ?? '');
  if (versions.length > 0)
    return `${name} ${inVersions('is a field', api, versions)}: tools ignore or refuse it. Remove it, or change the version.`;
  const kind = flow === undefined ? `a security scheme of type ${scheme.type}` : `the flow ${flow}`;
  const advice = elsewhere ? `correct the ${flow === undefined ? 'type' : 'flow'}` : 'begin its name with x-';
  if (like !== undefined) return `${name} is no field of ${kind}: tools ignore or refuse it. Did you mean ${like}?`;
  return `${name} is no field of ${kind}: tools ignore or refuse it. Remove it, or ${advice}.`;
}

function otherFormMessage({ traits }: ApiModel, { place }: OtherForm): string {
  const name = place.entry?.key ?? '';
  return traits.flatSchemes
    ? `${name} came with OpenAPI 3.0: in 2.0 a scheme has one flow, and tools find none here. Write flow, scopes and its URLs into the scheme itself.`
    : `${name} is OpenAPI 2.0's way to write a flow: from 3.0 on tools look for it below flows, and find none here. Move the flow there.`;
}

function unknownMessage(api: ApiModel, scheme: SecurityScheme, { what, word, known, versions, like }: UnknownWord): string {
  const noun = { type: 'a type of security scheme', flow: 'an OAuth flow', in: 'a place for an API key' }[what];
  const wrong =
    versions.length > 0
      ? `${brief(word)} ${inVersions(`is ${noun}`, api, versions)}`
      : `${brief(word)} is not ${noun} in OpenAPI ${api.version}`;
  const meant = what === 'type' ? typeWords(api, scheme, word) : like;
  const oneOf = `${versions.length > 0 ? 'Change the version, or use' : 'Use'} one of ${known.join(', ')}.`;
  return `${wrong}: tools cannot tell how to authenticate. ${meant === undefined ? oneOf : `Did you mean ${meant}?`}`;
}

function typeWords({ version }: ApiModel, { definition, httpScheme }: SecurityScheme, word: string): string | undefined {
  const likely = definition && likelyType(schemeGrammar(version), word, httpScheme);
  return likely?.httpScheme === undefined ? likely?.type : `type ${likely.type} with the scheme ${likely.httpScheme}`;
}

function valueMessage(scheme: SecurityScheme, { place, expected }: WrongValue): string {
  const name = place.entry && place !== scheme.definition ? `${brief(place.entry.key)} of ${brief(scheme.name)}` : brief(scheme.name);
  const kind = { text: 'a text that is not empty', object: 'an object', boolean: 'true or false' }[expected];
  return `${name} must be ${kind}: tools cannot use the scheme as it is. Correct the value.`;
}

/** In which versions something is what it is, and which this one is: `is a field of OpenAPI 2.0, and …`, `… from OpenAPI 3.1 on, and …`. */
function inVersions(what: string, { version }: ApiModel, versions: readonly OpenApiVersion[]): string {
  const since = versions.at(-1) === '3.2' ? `from OpenAPI ${versions[0]} on` : `of OpenAPI ${versions.join(' and ')}`;
  return `${what} ${since}, and this description is ${version}`;
}
