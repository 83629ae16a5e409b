import { fileEdits } from '../findings/file-edits.ts';
import type { Fix } from '../findings/finding.ts';
import { rename } from '../fixes/place-edits.ts';
import type { ApiModel, Operation } from '../openapi/model.ts';
import { type MeantStatus, meantStatus } from '../openapi/status-keys.ts';
import type { Place } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { eachTextOnce, type Occurrence } from './support/occurrences.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { brief } from './support/wording.ts';

/** A key that is no status. */
interface WrongKey {
  readonly key: string;
  readonly meant: MeantStatus;
  /** What can be written instead, the best first; empty where all of it stands in the map already. */
  readonly alternatives: readonly string[];
}

export const invalidStatusRange: Rule = {
  id: 'invalid-status-range',
  summary: 'A key of responses is no status code, range or default',
  why: 'A Responses Object knows codes (`401`), from 3.0 on ranges with X in upper case (`4XX`), and `default` (OAS 3.0 §4.7.16). What is written otherwise (`4xx`, `40X`, `Default`, or any range in 2.0) covers no status at all: tools drop the response, or refuse the description.',
  category: 'Responses',
  severity: 'error',
  preset: 'recommended',
  fix: 'safe',
  versions: everyVersion,
  references: [
    { title: 'OAS 3.1: Responses Object', url: 'https://spec.openapis.org/oas/v3.1.1#responses-object' },
    { title: 'OAS 2.0: Responses Object', url: 'https://spec.openapis.org/oas/v2.0#responses-object' },
  ],
  create: ({ api, report }) => {
    const found: Occurrence<WrongKey>[] = [];
    const isReferredTo = keysReferredTo();
    return {
      operation(operation) {
        found.push(...wrongKeys(api, operation));
      },
      end() {
        for (const { place, subject, operations } of eachTextOnce(found)) {
          report({ place, message: messageFor(subject), operations, fixes: () => fixesFor(place, subject, isReferredTo(place)) });
        }
      },
    };
  },
  examples: [
    {
      title: 'X is an upper-case letter, default is lower case',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: []
      responses:
        '200': {description: The pets}
        4xx: {description: Something was wrong with the request}
        ^^^ invalid-status-range
        Default: {description: Anything else}
        ^^^^^^^ invalid-status-range
        x-note: Extensions are no statuses
`,
      fixed: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: []
      responses:
        '200': {description: The pets}
        4XX: {description: Something was wrong with the request}
        default: {description: Anything else}
        x-note: Extensions are no statuses
`,
    },
    {
      title: 'There is no range for a part of a class, and a code stands alone',
      format: 'json',
      text: `
{
  "openapi": "3.1.0",
  "info": {"title": "Pets", "version": "1"},
  "paths": {
    "/pets": {
      "get": {
        "security": [],
        "responses": {
          "40X": {"description": "Something was wrong with the request"},
          ^^^^^ invalid-status-range
          "500 ": {"description": "Something was wrong with the server"},
          ^^^^^^ invalid-status-range
          "404": {"description": "No such pet"},
          "404 Not Found": {"description": "No such pet"}
          ^^^^^^^^^^^^^^^ invalid-status-range
        }
      }
    }
  }
}
`,
    },
    {
      title: 'OpenAPI 2.0 has no ranges',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: []
      responses:
        '200': {description: The pets}
        5XX: {description: Something was wrong with the server}
        ^^^ invalid-status-range
`,
    },
    {
      title: 'Codes, ranges and default',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: []
      responses:
        200: {description: The pets}
        '4XX': {description: Something was wrong with the request}
        5XX: {description: Something was wrong with the server}
        default: {description: Anything else}
`,
    },
  ],
};

function wrongKeys(api: ApiModel, operation: Operation): readonly Occurrence<WrongKey>[] {
  const { entries } = operation.responses;
  const taken = new Set(entries.map(({ status }) => status));
  const wrong = entries.flatMap(({ status, key }) => {
    const meant = meantStatus(api.traits, status);
    return meant ? [{ key, status, meant }] : [];
  });
  return wrong.map(({ key, status, meant }) => {
    // Of two keys that mean the same only one could have its name.
    const rivals = wrong.filter((other) => other.meant.status === meant.status).length > 1;
    const alternatives = rivals ? [] : alternativesTo(meant).filter((name) => !taken.has(name));
    return { place: key, subject: { key: status, meant, alternatives }, operations: [operation] };
  });
}

/** Without ranges, what comes nearest: the code that this linter is about, and what stands for all others. */
function alternativesTo({ status, mistake }: MeantStatus): readonly string[] {
  if (mistake !== 'version') return [status];
  return status === '4XX' ? ['401', 'default'] : ['default'];
}

function messageFor({ key, meant: { status, mistake }, alternatives }: WrongKey): string {
  const name = `“${brief(key)}”`;
  if (mistake === 'version')
    return `OpenAPI 2.0 has no status ranges, so ${name} covers nothing. Name the codes one by one, or write default.`;
  const advice = alternatives.length > 0 ? `Write ${status}.` : 'Another key beside it means the same: merge the two.';
  switch (mistake) {
    case 'code':
      return `${key.trim() === status ? `${status} with blanks around it` : name} is no status code, so this response covers nothing. ${advice}`;
    case 'part':
      return `${name} covers nothing: a range stands for all codes of a class. ${advice}`;
    case 'range':
      return `${name} covers nothing: ranges are written with two X in upper case. ${advice}`;
    case 'casing':
      return `${name} covers nothing: the key is ${status}, and upper and lower case matter. ${advice}`;
  }
}

function fixesFor(place: Place, { meant, alternatives }: WrongKey, isReferredTo: boolean): readonly Fix[] {
  // Another casing covers what was meant; whatever else is written instead is for a person to say.
  const safe = meant.mistake === 'casing' && !place.entry?.merged && !isReferredTo;
  return alternatives.map((status) => ({
    title: `Rename to ${status}`,
    kind: safe ? 'safe' : 'suggestion',
    preferred: safe,
    edits: () => fileEdits([rename(place, status)]),
  }));
}

/** Tells of a key whether a pointer in the same file seems to go through it: `#/paths/~1pets/get/responses/4xx`. */
function keysReferredTo(): (place: Place) => boolean {
  const byFile = new Map<SourceFile, ReadonlySet<string>>();
  return ({ file, entry }) => {
    const keys = byFile.get(file) ?? new Set([...file.text.matchAll(/\/responses\/([^\s'"/]*)/g)].map(([, key = '']) => key));
    byFile.set(file, keys);
    return entry !== undefined && keys.has(entry.key);
  };
}
