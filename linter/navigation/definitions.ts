import type { ApiModel } from '../openapi/model.ts';
import type { Range } from '../text/range.ts';
import { keyIdentity, type Place } from '../workspace/place.ts';
import { Resolver } from '../workspace/resolver.ts';
import type { Session } from '../workspace/session.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { nameBonds, nameNode, nameTextAt, uriAt } from './names.ts';
import { referenceTextAt, shownRange, targetOf } from './reference-text.ts';

/** What a name or a reference stands for. */
export interface Definitions {
  /** The name or the reference, without quotes. */
  readonly origin: Range;
  readonly places: readonly Place[];
}

/** What the name or the reference at an offset (UTF-16 code units) stands for; undefined where there is neither, or it stands for nothing. */
export function definitionsAt(apis: readonly ApiModel[], session: Session, file: SourceFile, offset: number): Definitions | undefined {
  const reference = referenceTextAt(file, offset) ?? uriAt(apis, file, offset);
  if (!reference) return namedAt(apis, file, offset);
  const place = targetOf(reference, new Resolver(session));
  return place && { origin: shownRange(file, reference.node), places: [place] };
}

function namedAt(apis: readonly ApiModel[], file: SourceFile, offset: number): Definitions | undefined {
  const bonds = apis.flatMap(nameBonds);
  const text = nameTextAt(bonds, file, offset);
  const node = text && nameNode(text);
  if (!node) return undefined;
  const same = bonds.map(({ texts }) => texts).filter((texts) => texts.some((other) => nameNode(other) === node));
  const definitions = same.flatMap((texts) => texts.filter(({ isDefinition }) => isDefinition));
  const places = new Map(definitions.map(({ place }) => [keyIdentity(place), place]));
  return places.size > 0 ? { origin: shownRange(file, node), places: [...places.values()] } : undefined;
}
