import { remove, setValue } from '../fixes/place-edits.ts';
import { suggestion } from '../fixes/suggestion.ts';
import type { SecurityScheme } from '../openapi/model.ts';
import { requirementsKnown } from '../openapi/scheme-usage.ts';
import { isIdentityScope } from '../openapi/scopes.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { groupBy } from '../text/group-by.ts';
import { child, identity, type Place, stringAt } from '../workspace/place.ts';
import { mostOfOneCause } from './support/occurrences.ts';
import { everyVersion, type Report, type Rule } from './support/rule.ts';
import { brief, list } from './support/wording.ts';

export const unusedScope: Rule = {
  id: 'unused-scope',
  summary: 'An OAuth 2.0 scope is declared and no requirement asks for it',
  why: 'Callers cannot tell what a scope is good for that no operation asks for, and those who request all that are offered get more rights than they need. Most APIs have such scopes on purpose, for what the description leaves out: the rule is for those that want the list to be exact.',
  category: 'Security requirements',
  severity: 'info',
  preset: 'all',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'OAS 3.1: OAuth Flow Object', url: 'https://spec.openapis.org/oas/v3.1.1#oauth-flow-object' },
    { title: 'RFC 9700 §2.3: Access Token Privilege Restriction', url: 'https://www.rfc-editor.org/rfc/rfc9700#section-2.3' },
  ],
  create: ({ api, report }) => ({
    end() {
      if (!requirementsKnown(api)) return;
      const required = api.requirements.flatMap((used) => used.required);
      /** By the text of the scheme: two names may stand for one. */
      const asked = new Map<SyntaxNode, Set<string>>();
      for (const { scheme, scopes } of required) {
        if (!scheme?.definition) continue;
        const text = identity(scheme.definition);
        const known = asked.get(text) ?? new Set<string>();
        for (const scope of scopes) known.add(stringAt(scope) ?? '');
        asked.set(text, known);
      }
      // What stands in another file may be in use in other descriptions; a scheme that nothing names is another rule's matter.
      const own = [...api.schemes.byName.values()].filter(({ definition }) => definition?.file === api.entry);
      for (const [text, [scheme]] of groupBy(own, ({ definition, place }) => identity(definition ?? place))) {
        const scopes = asked.get(text);
        if (scheme && scopes) reportUnused(report, scheme, scopes);
      }
    },
  }),
  examples: [
    {
      title: 'A scope that is left over, in both flows',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - petAuth: [pets]
paths: {}
components:
  securitySchemes:
    petAuth:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://example.com/token
          scopes:
            pets: See the pets
            owners: See the owners
            ^^^^^^ unused-scope
        implicit:
          authorizationUrl: https://example.com/login
          scopes:
            pets: See the pets
            owners: See the owners
`,
      fixed: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - petAuth: [pets]
paths: {}
components:
  securitySchemes:
    petAuth:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://example.com/token
          scopes:
            pets: See the pets
        implicit:
          authorizationUrl: https://example.com/login
          scopes:
            pets: See the pets
`,
    },
    {
      title: 'Requirements that ask for no scope at all: one finding',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - petAuth: []
paths: {}
securityDefinitions:
  petAuth:
  ^^^^^^^ unused-scope
    type: oauth2
    flow: application
    tokenUrl: https://example.com/token
    scopes: {pets: See the pets, owners: See the owners}
`,
      fixed: `
swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - petAuth: []
paths: {}
securityDefinitions:
  petAuth:
    type: oauth2
    flow: application
    tokenUrl: https://example.com/token
    scopes: {}
`,
    },
    {
      title: 'Scopes of the login itself are not for operations',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - petAuth: [pets]
paths: {}
components:
  securitySchemes:
    petAuth:
      type: oauth2
      flows:
        authorizationCode:
          authorizationUrl: https://example.com/login
          tokenUrl: https://example.com/token
          scopes: {openid: Log in, offline_access: Stay logged in, pets: See the pets}
`,
    },
    {
      title: 'All are asked for; a scheme that nothing names is left to unused-security-scheme',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - petAuth: [pets, owners]
paths: {}
components:
  securitySchemes:
    petAuth:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: 'https://example.com/token', scopes: {pets: See the pets, owners: See the owners}}
    other:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: 'https://example.com/token', scopes: {keepers: See the keepers}}
`,
    },
  ],
};

/** `asked`: the scopes that requirements of the scheme list. */
function reportUnused(report: Report, scheme: SecurityScheme, asked: ReadonlySet<string>): void {
  const byName = groupBy(
    scheme.flows.flatMap(({ scopes }) => scopes),
    ({ entry }) => entry?.key ?? '',
  );
  const unused = [...byName].filter(([scope]) => !asked.has(scope) && !isIdentityScope(scope));
  if (asked.size === 0 ? unused.length > 1 : unused.length > mostOfOneCause) reportAtScheme(report, scheme, unused, asked.size === 0);
  else for (const [scope, places] of unused) reportScope(report, scheme, scope, places);
}

function reportScope(report: Report, scheme: SecurityScheme, scope: string, places: readonly Place[]): void {
  const [first, ...others] = places;
  if (!first) return;
  report({
    place: first,
    message: `No requirement asks ${brief(scheme.name)} for the scope ${brief(scope)}: callers cannot tell what it is good for. Ask for it where it is needed, or remove it.`,
    related: others.map((place) => ({ place, message: 'Another flow declares it, too' })),
    tags: ['unnecessary'],
    fixes: [suggestion(`Remove the scope ${brief(scope)}`, () => places.map(remove))],
  });
}

function reportAtScheme(
  report: Report,
  scheme: SecurityScheme,
  unused: readonly (readonly [string, readonly Place[]])[],
  all: boolean,
): void {
  const names = list(
    unused.map(([scope]) => brief(scope)),
    'and',
  );
  report({
    place: scheme.place,
    message: `No requirement asks ${brief(scheme.name)} for ${all ? 'any of its scopes' : `${unused.length} of its scopes`} (${names}): callers cannot tell what they are good for. Ask for them where they are needed, or remove them.`,
    fixes: all ? [suggestion('Remove all scopes', () => scopeMaps(scheme).map((place) => setValue(place, {})))] : [],
  });
}

function scopeMaps({ flows }: SecurityScheme): readonly Place[] {
  return flows.flatMap(({ place }) => child(place, 'scopes') ?? []);
}
