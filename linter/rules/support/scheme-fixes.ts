import { fileEdits } from '../../findings/file-edits.ts';
import type { FileEdits, Fix } from '../../findings/finding.ts';
import { addEntries, behind, firstOrBehind, type Order, remove, rename, setValue } from '../../fixes/place-edits.ts';
import { schemeStub } from '../../fixes/scheme-stub.ts';
import type { ApiModel, SecurityScheme } from '../../openapi/model.ts';
import type { ForeignField, MissingFields, SchemeDefect, UnknownWord } from '../../openapi/scheme-defect-kinds.ts';
import { schemeGrammar } from '../../openapi/scheme-fields.ts';
import { likelyType } from '../../openapi/scheme-words.ts';
import { child } from '../../workspace/place.ts';
import { brief, list } from './wording.ts';

/** What a person may do about a defect of a scheme; empty when only they know. */
export function schemeFixes(api: ApiModel, scheme: SecurityScheme, defect: SchemeDefect): readonly Fix[] {
  switch (defect.kind) {
    case 'missing':
      return [missingFix(api, scheme, defect)];
    case 'foreign':
      return foreignFixes(defect);
    case 'unknown':
      return defect.what === 'type' ? typeFixes(api, scheme, defect) : wordFixes(api, scheme, defect);
    default:
      return [];
  }
}

function suggestion(title: string, edits: () => readonly FileEdits[]): Fix {
  return { title, kind: 'suggestion', preferred: true, edits };
}

function missingFix({ traits, version }: ApiModel, { name }: SecurityScheme, defect: MissingFields): Fix {
  const { place, fields } = defect;
  return suggestion(`Add ${list(fields, 'and')} to be filled in`, () =>
    fileEdits([addEntries(place, schemeStub(traits, schemeGrammar(version), name, defect), orderOf(fields))]),
  );
}

/** The type comes first, then what it tells, then URLs, then scopes. */
function orderOf(fields: readonly string[]): Order {
  return fields.includes('flow') ? firstOrBehind('type') : firstOrBehind('type', 'flow', 'tokenUrl', 'authorizationUrl');
}

function foreignFixes({ place, like }: ForeignField): readonly Fix[] {
  const name = brief(place.entry?.key ?? '');
  if (like !== undefined) return [suggestion(`Rename to ${like}`, () => fileEdits([rename(place, like)]))];
  return [suggestion(`Remove ${name}`, () => fileEdits([remove(place)]))];
}

function typeFixes({ version }: ApiModel, { definition, httpScheme }: SecurityScheme, { place, word }: UnknownWord): readonly Fix[] {
  const likely = definition && likelyType(schemeGrammar(version), word, httpScheme);
  if (!likely) return [];
  const written = child(definition, 'scheme');
  const { type, httpScheme: scheme } = likely;
  const title = scheme === undefined ? `Change to ${type}` : `Change to type ${type} with the scheme ${scheme}`;
  return [
    suggestion(title, () =>
      fileEdits([
        setValue(place, type),
        ...(scheme !== undefined && !written ? [addEntries(definition, { scheme }, behind('type'))] : []),
        ...(scheme === undefined && written && type === 'basic' ? [remove(written)] : []),
      ]),
    ),
  ];
}

function wordFixes({ traits }: ApiModel, { flows }: SecurityScheme, { what, place, like }: UnknownWord): readonly Fix[] {
  const isKey = what === 'flow' && !traits.flatSchemes;
  // Beside the flow that is meant, only a person can tell which of the two is right.
  if (like === undefined || (isKey && flows.some(({ name }) => name === like))) return [];
  return [suggestion(`Change to ${like}`, () => fileEdits([isKey ? rename(place, like) : setValue(place, like)]))];
}
