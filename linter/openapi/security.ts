import { child, children, isMap, keyIdentity, type Place, type Reference, stringAt } from '../workspace/place.ts';
import { type ChallengeExpectation, expectedOf, schemesNamedIn } from './challenges.ts';
import type { ReadContext } from './context.ts';
import type {
  EffectiveSecurity,
  RequiredScheme,
  SchemeRegister,
  SecurityDeclaration,
  SecurityRequirement,
  SecurityScheme,
  SecurityState,
} from './model.ts';
import { readScheme } from './schemes.ts';

/** Reads the `security` field of the root or of an operation; undefined when there is none. */
export function readSecurity(context: ReadContext, schemes: SchemeRegister, owner: Place): SecurityDeclaration | undefined {
  const place = child(owner, 'security');
  if (!place) return undefined;
  const alternatives = place.node.kind === 'sequence' ? children(place) : undefined;
  if (!alternatives?.every(isMap)) return { place, malformed: true, requirements: [] };
  return { place, malformed: false, requirements: alternatives.map((alternative) => readRequirement(context, schemes, alternative)) };
}

function readRequirement(context: ReadContext, schemes: SchemeRegister, place: Place): SecurityRequirement {
  const required: RequiredScheme[] = [];
  for (const entry of children(place)) if (entry.entry) required.push(readRequired(context, schemes, entry.entry.key, entry));
  return { place, schemes: required };
}

function readRequired(context: ReadContext, schemes: SchemeRegister, name: string, place: Place): RequiredScheme {
  const items = place.node.kind === 'sequence' ? children(place) : undefined;
  const scopes = (items ?? []).filter((item) => stringAt(item) !== undefined);
  const { scheme, dangling } = findScheme(context, schemes, name, place);
  return { name, place, scopes, malformed: scopes.length !== items?.length, scheme, dangling };
}

function findScheme(context: ReadContext, schemes: SchemeRegister, name: string, place: Place): FoundScheme {
  // A component's name wins over a URI (OAS 3.2 §4.30).
  const scheme = schemes.byName.get(name);
  if (scheme) return { scheme, dangling: false };
  if (context.traits.uriRequirements && /[#/.:]/.test(name)) return followUri(context, name, place);
  return { scheme: undefined, dangling: schemes.complete };
}

type FoundScheme = Pick<RequiredScheme, 'scheme' | 'dangling'>;

function followUri(context: ReadContext, name: string, place: Place): FoundScheme {
  const reference: Reference = { file: place.file, pointer: place.pointer, target: name, node: keyIdentity(place) };
  const resolution = context.follow(reference);
  if (resolution.state === 'found') {
    const scheme = readScheme(context, name, place, resolution.place);
    return scheme.type === undefined ? { scheme: undefined, dangling: true } : { scheme, dangling: false };
  }
  const unknowable = resolution.state === 'loading' || resolution.broken.problem.kind === 'remote';
  return { scheme: undefined, dangling: !unknowable };
}

/** What applies to an operation: its own field, or else the root's; they are never merged. */
export function effectiveSecurity(own: SecurityDeclaration | undefined, root: SecurityDeclaration | undefined): EffectiveSecurity {
  return new InForce(own ?? root, own ? 'operation' : root ? 'root' : 'none');
}

class InForce implements EffectiveSecurity {
  readonly state: SecurityState;
  readonly declaration: SecurityDeclaration | undefined;
  readonly source: EffectiveSecurity['source'];
  #schemes: readonly SecurityScheme[] | undefined;
  #expectedChallenge: ChallengeExpectation | undefined;

  constructor(declaration: SecurityDeclaration | undefined, source: EffectiveSecurity['source']) {
    this.state = stateOf(declaration);
    this.declaration = declaration;
    this.source = source;
  }

  get schemes(): readonly SecurityScheme[] {
    this.#schemes ??= schemesNamedIn(this.declaration?.requirements ?? []);
    return this.#schemes;
  }

  get expectedChallenge(): ChallengeExpectation {
    const isDemanding = this.state === 'secured' || this.state === 'optional';
    this.#expectedChallenge ??= isDemanding ? expectedOf(this.declaration?.requirements ?? []) : 'challenge';
    return this.#expectedChallenge;
  }
}

function stateOf(declaration: SecurityDeclaration | undefined): SecurityState {
  if (!declaration || declaration.malformed) return 'undeclared';
  let demanding = 0;
  for (const { schemes } of declaration.requirements) if (schemes.length > 0) demanding++;
  if (demanding === 0) return 'public';
  return demanding === declaration.requirements.length ? 'secured' : 'optional';
}
