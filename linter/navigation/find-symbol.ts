import type { ApiModel } from '../openapi/model.ts';
import { holdersAround } from '../syntax/editing/containers.ts';
import type { ScalarNode, SyntaxNode } from '../syntax/node.ts';
import { covers } from '../text/range.ts';
import { child, keyIdentity, type Place, placeAt } from '../workspace/place.ts';
import { fragmentSteps } from '../workspace/pointer.ts';
import { Resolver } from '../workspace/resolver.ts';
import type { Session } from '../workspace/session.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { isNameAt, type NameBond, type NameText, nameBonds, nameNode, nameTextAt, uriAt } from './names.ts';
import { type ReferenceText, referenceTextAt, shownRange, targetOf } from './reference-text.ts';
import { type SharedKey, sharedKeys } from './shared-keys.ts';
import type { AuthSymbol } from './symbol.ts';

/**
 * What is named at an offset of a file (UTF-16 code units): by the name itself, or by a reference that leads to it. Undefined where nothing
 * is. Descriptions that share a text must call what it names alike, so that all of them are looked at.
 */
export function symbolAt(apis: readonly ApiModel[], session: Session, file: SourceFile, offset: number): AuthSymbol | undefined {
  const bonds = apis.flatMap(nameBonds);
  const name = nameTextAt(bonds, file, offset);
  if (name) return namedSymbol(bonds, name);
  const reference = referenceTextAt(file, offset) ?? uriAt(apis, file, offset);
  if (!reference && !keyAt(file, offset)) return undefined;
  const resolver = new Resolver(session);
  const shared = new Map(apis.flatMap((api) => [...sharedKeys(api, resolver)]));
  if (!reference) return sharedSymbol([...shared.values()].find(({ place }) => isNameAt({ place, at: 'key' }, file, offset)));
  for (const target of targetsAt(reference, resolver, offset)) {
    const symbol = symbolBehind(target, bonds, shared);
    if (symbol) return symbol;
  }
  return undefined;
}

/** The key that an offset is in; undefined where it is in none. */
export function keyAt({ tree }: SourceFile, offset: number): ScalarNode | undefined {
  const holder = holdersAround(tree, offset).at(-1);
  return holder && 'entry' in holder && covers(holder.entry.keyNode.range, offset) ? holder.entry.keyNode : undefined;
}

/** What a reference leads to up to the step that an offset is in, before what it leads to in the end. */
export function targetsAt(reference: ReferenceText, resolver: Resolver, offset: number): readonly Place[] {
  const { file, node } = reference;
  const step = fragmentSteps(node.text).find(({ range }) => covers(shownRange(file, node, range), offset));
  const near = step && targetOf(reference, resolver, step.range.end);
  return [near, targetOf(reference, resolver)].filter((target) => target !== undefined);
}

function symbolBehind(target: Place, bonds: readonly NameBond[], shared: ReadonlyMap<SyntaxNode, SharedKey>): AuthSymbol | undefined {
  const key = keyIdentity(target);
  const definitions = bonds.flatMap(({ kind, texts }) => (kind === 'scheme' ? texts.filter(({ isDefinition }) => isDefinition) : []));
  const name = definitions.find((text) => nameNode(text) === key);
  return name ? namedSymbol(bonds, name) : sharedSymbol(shared.get(key));
}

/** All texts that must be the same as one because descriptions take them for one name, directly or by way of others. */
export function namedSymbol(bonds: readonly NameBond[], name: NameText): AuthSymbol | undefined {
  const bound = bondsAround(bonds, name);
  const [first] = bound;
  if (!first) return undefined;
  const texts = new Map<unknown, NameText>();
  for (const text of bound.flatMap((bond) => bond.texts)) {
    const known = texts.get(nameNode(text));
    if (!known || text.isDefinition) texts.set(nameNode(text), text);
  }
  return {
    kind: first.kind,
    name: first.name,
    texts: [...texts.values()],
    definitions: [...texts.values()].flatMap(({ isDefinition, place }) => (isDefinition ? place : [])),
    isTaken: (other) => bound.some(({ siblings }) => siblings.has(other)),
    allows: (other) => bound.every((bond) => bond.allows(other)),
  };
}

function bondsAround(bonds: readonly NameBond[], name: NameText): readonly NameBond[] {
  const byText = new Map<unknown, NameBond[]>();
  for (const bond of bonds) {
    for (const text of bond.texts) byText.set(nameNode(text), [...(byText.get(nameNode(text)) ?? []), bond]);
  }
  const found = new Set(byText.get(nameNode(name)));
  // A set goes on to what is added while it is gone through.
  for (const bond of found) for (const text of bond.texts) for (const other of byText.get(nameNode(text)) ?? []) found.add(other);
  return [...found];
}

function sharedSymbol(shared: SharedKey | undefined): AuthSymbol | undefined {
  if (!shared) return undefined;
  const { kind, place, allows } = shared;
  const { file, pointer } = place;
  const map = placeAt(file, pointer.slice(0, pointer.lastIndexOf('/')));
  return {
    kind,
    name: place.entry?.key ?? '',
    texts: [{ place, at: 'key', isDefinition: true }],
    definitions: [place],
    isTaken: (name) => map !== undefined && child(map, name) !== undefined,
    allows,
  };
}
