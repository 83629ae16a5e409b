import type { ApiModel, RequiredScheme, SecurityScheme } from '../openapi/model.ts';
import { isScopeToken } from '../openapi/scopes.ts';
import type { ScalarNode } from '../syntax/node.ts';
import { groupBy } from '../text/group-by.ts';
import { covers } from '../text/range.ts';
import type { Place } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { ReferenceText } from './reference-text.ts';

/** A text that is the name of something. */
export interface NameText {
  readonly place: Place;
  /** Whether the name is the place's key or its value. */
  readonly at: 'key' | 'value';
  /** True where the name is given, false where it is used. */
  readonly isDefinition: boolean;
}

/** Texts that must be the same, because one description takes them for the name of one thing. */
export interface NameBond {
  readonly kind: 'scheme' | 'scope';
  readonly name: string;
  readonly texts: readonly NameText[];
  /** Other names that things of its kind have beside it. */
  readonly siblings: ReadonlySet<string>;
  /** True for what may be a name of this kind. */
  allows(name: string): boolean;
}

/** The names of security schemes, and of the scopes of each, in a description. */
export function nameBonds(api: ApiModel): readonly NameBond[] {
  return [...schemeBonds(api), ...scopeBonds(api)];
}

/** The scalar that a name is; undefined for a value that is none. */
export function nameNode({ place, at }: Pick<NameText, 'place' | 'at'>): ScalarNode | undefined {
  const node = at === 'key' ? place.entry?.keyNode : place.node;
  return node?.kind === 'scalar' ? node : undefined;
}

/** The name at an offset of a file (UTF-16 code units); undefined where there is none. */
export function nameTextAt(bonds: readonly NameBond[], file: SourceFile, offset: number): NameText | undefined {
  return bonds.flatMap(({ texts }) => texts).find((text) => isNameAt(text, file, offset));
}

export function isNameAt(text: Pick<NameText, 'place' | 'at'>, file: SourceFile, offset: number): boolean {
  const node = text.place.file === file ? nameNode(text) : undefined;
  return node !== undefined && covers(node.range, offset);
}

/** The URI of a scheme in a requirement at an offset; undefined where there is none. */
export function uriAt(apis: readonly ApiModel[], file: SourceFile, offset: number): ReferenceText | undefined {
  return apis.flatMap(uriTexts).find(({ file: its, node }) => its === file && covers(node.range, offset));
}

/** The URIs that requirements of a description have for names. */
export function uriTexts(api: ApiModel): readonly ReferenceText[] {
  return api.requirements.flatMap(({ required }) => {
    const { entry, file } = required.place;
    return entry && isByUri(api, required) ? { file, node: entry.keyNode, at: 'key' } : [];
  });
}

/** What requirements name by URI (OAS 3.2 §4.30) is found by its reference, not by its name. */
function isByUri(api: ApiModel, { name, scheme }: RequiredScheme): boolean {
  return scheme !== undefined && !api.schemes.byName.has(name);
}

function schemeBonds(api: ApiModel): readonly NameBond[] {
  const { byName } = api.schemes;
  const used = groupBy(
    api.requirements.filter(({ required }) => !isByUri(api, required)),
    ({ required }) => required.name,
  );
  // Whoever takes a name that requirements have already, by which nothing or a URI is meant, takes them as well.
  const siblings = new Set([...byName.keys(), ...api.requirements.map(({ required }) => required.name)]);
  return [...new Set([...byName.keys(), ...used.keys()])].map((name) => {
    const scheme = byName.get(name);
    const uses = (used.get(name) ?? []).map(({ required }): NameText => ({ place: required.place, at: 'key', isDefinition: false }));
    const texts = scheme ? [{ place: scheme.place, at: 'key', isDefinition: true } as const, ...uses] : uses;
    return { kind: 'scheme', name, texts, siblings, allows: (other) => api.traits.isComponentName(other) };
  });
}

function scopeBonds(api: ApiModel): readonly NameBond[] {
  const used = groupBy(
    api.requirements.map(({ required }) => required).filter(({ scheme }) => scheme !== undefined),
    ({ scheme }) => scheme,
  );
  const schemes = new Set([...api.schemes.byName.values(), ...used.keys()].filter((scheme) => scheme !== undefined));
  return [...schemes].flatMap((scheme) => scopeBondsOf(scheme, used.get(scheme) ?? []));
}

function scopeBondsOf(scheme: SecurityScheme, uses: readonly RequiredScheme[]): readonly NameBond[] {
  const declared = scheme.flows.flatMap(({ scopes }) => scopes.map((place): NameText => ({ place, at: 'key', isDefinition: true })));
  const used = uses.flatMap(({ scopes }) => scopes.map((place): NameText => ({ place, at: 'value', isDefinition: false })));
  const byName = groupBy([...declared, ...used], (text) => nameNode(text)?.text ?? '');
  const siblings = new Set(byName.keys());
  // Roles, which other schemes have from OAS 3.1 on, may be any text.
  const allows = (name: string) => (scheme.type === 'oauth2' || scheme.type === 'openIdConnect' ? isScopeToken(name) : name.trim() !== '');
  return [...byName].map(([name, texts]) => ({ kind: 'scope', name, texts, siblings, allows }));
}
