import type { Fix } from '../findings/finding.ts';
import { addBelow, editText } from '../fixes/place-edits.ts';
import { suggestion } from '../fixes/suggestion.ts';
import type { SecurityScheme } from '../openapi/model.ts';
import { declaredScopes } from '../openapi/scopes.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { lazy } from '../text/lazy.ts';
import { PairMap } from '../text/pair-map.ts';
import { identity, type Place, stringAt } from '../workspace/place.ts';
import { likeNames } from './support/like-names.ts';
import { eachTextOnce, mostOfOneCause, type Occurrence, operationsOf } from './support/occurrences.ts';
import { everyVersion, type Report, type Rule } from './support/rule.ts';
import { brief } from './support/wording.ts';

/** An `oauth2` scheme with what it declares. */
interface DeclaringScheme {
  readonly scheme: SecurityScheme;
  readonly scopes: ReadonlySet<string>;
  like(scope: string): string | undefined;
}

/** A scope in a requirement that its scheme does not declare. */
interface UndefinedScope extends DeclaringScheme {
  readonly scope: string;
}

export const undefinedScope: Rule = {
  id: 'undefined-scope',
  summary: 'A requirement asks for a scope that the OAuth 2.0 scheme does not declare',
  why: 'A scheme of type `oauth2` lists the scopes of each flow (OAS 3.1 §4.8.29). A requirement with another scope asks callers for a token that documentation and generated clients do not offer; most of the time it is misspelt. Scopes are compared with regard to case (RFC 6749 §3.3). Those of `openIdConnect` schemes are not known from the description.',
  category: 'Security requirements',
  severity: 'warning',
  preset: 'recommended',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'OAS 3.1: OAuth Flow Object', url: 'https://spec.openapis.org/oas/v3.1.1#oauth-flow-object' },
    { title: 'RFC 6749 §3.3: Access Token Scope', url: 'https://www.rfc-editor.org/rfc/rfc6749#section-3.3' },
  ],
  create: ({ report }) => {
    const schemes = new Map<SyntaxNode, DeclaringScheme | undefined>();
    const found: Occurrence<UndefinedScope>[] = [];
    return {
      requirement({ required, users }) {
        const { scheme } = required;
        if (!scheme?.definition || required.scopes.length === 0) return;
        const name = identity(scheme.definition);
        if (!schemes.has(name)) schemes.set(name, declaringScheme(scheme));
        const declaring = schemes.get(name);
        if (!declaring) return;
        for (const place of required.scopes) {
          const scope = stringAt(place) ?? '';
          if (!declaring.scopes.has(scope)) found.push({ place, subject: { ...declaring, scope }, operations: users });
        }
      },
      end() {
        const byCause = new PairMap<SyntaxNode, string, Occurrence<UndefinedScope>[]>();
        for (const occurrence of eachTextOnce(found)) {
          const { scheme, scope } = occurrence.subject;
          const same = byCause.get(identity(scheme.place), scope);
          if (same) same.push(occurrence);
          else byCause.set(identity(scheme.place), scope, [occurrence]);
        }
        for (const same of byCause.values()) {
          if (same.length > mostOfOneCause) reportAtScheme(report, same);
          else for (const occurrence of same) reportScope(report, occurrence);
        }
      },
    };
  },
  examples: [
    {
      title: 'A misspelt scope',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - petAuth: [read:pet]
              ^^^^^^^^ undefined-scope
paths: {}
components:
  securitySchemes:
    petAuth:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://example.com/token
          scopes:
            read:pets: See the pets
            write:pets: Change them
`,
      fixed: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - petAuth: [read:pets]
paths: {}
components:
  securitySchemes:
    petAuth:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://example.com/token
          scopes:
            read:pets: See the pets
            write:pets: Change them
`,
    },
    {
      title: 'A scope that is still to be declared, in every flow; OpenAPI 2.0 has one',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - petAuth:
      - pets
      - owners
        ^^^^^^ undefined-scope
paths: {}
securityDefinitions:
  petAuth:
    type: oauth2
    flow: application
    tokenUrl: https://example.com/token
    scopes:
      pets: See the pets
`,
      fixed: `
swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - petAuth:
      - pets
      - owners
paths: {}
securityDefinitions:
  petAuth:
    type: oauth2
    flow: application
    tokenUrl: https://example.com/token
    scopes:
      pets: See the pets
      owners: ''
`,
    },
    {
      title: 'One flow that declares it is enough; scopes of OpenID Connect and roles are not declared anywhere',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - petAuth: [pets, owners]
  - provider: [openid, pets]
  - bearerAuth: [keeper]
paths: {}
components:
  securitySchemes:
    petAuth:
      type: oauth2
      flows:
        implicit: {authorizationUrl: 'https://example.com/login', scopes: {pets: See the pets}}
        clientCredentials: {tokenUrl: 'https://example.com/token', scopes: {owners: See the owners}}
    provider: {type: openIdConnect, openIdConnectUrl: 'https://example.com/.well-known/openid-configuration'}
    bearerAuth: {type: http, scheme: bearer}
`,
    },
  ],
};

function declaringScheme(scheme: SecurityScheme): DeclaringScheme | undefined {
  const scopes = declaredScopes(scheme);
  const like = lazy(() => likeNames([...(scopes ?? [])]));
  return scopes && { scheme, scopes, like: (scope) => like()(scope) };
}

function reportScope(report: Report, { place, subject, operations }: Occurrence<UndefinedScope>): void {
  const { scheme, scope } = subject;
  const near = subject.like(scope);
  const advice = near ? `Did you mean ${brief(near)}?` : 'Declare it, or ask for one that is there.';
  report({
    place,
    message: `${brief(scheme.name)} declares no scope ${brief(scope)}: callers cannot choose it when they ask for a token. ${advice}`,
    operations,
    related: [{ place: scheme.place, message: 'The scopes are declared here' }],
    fixes: [...(near === undefined ? [] : [changeTo(near, place, scope)]), declare(scheme, scope)],
  });
}

/** What is missing in so many places is missing in one: the scheme. */
function reportAtScheme(report: Report, occurrences: readonly Occurrence<UndefinedScope>[]): void {
  const [first] = occurrences;
  if (!first) return;
  const { scheme, scope } = first.subject;
  report({
    place: scheme.place,
    message: `${brief(scheme.name)} declares no scope ${brief(scope)}, but ${occurrences.length} requirements ask for it: callers cannot choose it when they ask for a token. Declare it.`,
    operations: operationsOf(occurrences),
    related: [{ place: first.place, message: 'The first that asks for it' }],
    fixes: [declare(scheme, scope)],
  });
}

function changeTo(near: string, place: Place, scope: string): Fix {
  return suggestion(`Change to ${brief(near)}`, () => [editText(place, [{ range: { start: 0, end: scope.length }, text: near }])], true);
}

function declare({ name, flows }: SecurityScheme, scope: string): Fix {
  const where = flows.length > 1 ? `every flow of ${brief(name)}` : brief(name);
  return suggestion(`Declare ${brief(scope)} in ${where}`, () => flows.map(({ place }) => addBelow(place, ['scopes'], { [scope]: '' })));
}
