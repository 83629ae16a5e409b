import type { EntryResult } from '../engine/entry-result.ts';
import { requiredNames } from '../openapi/challenges.ts';
import { carriesChallenge } from '../openapi/coverage.ts';
import type { ApiModel, Operation, SecurityScheme, SecurityState } from '../openapi/model.ts';
import { keyRange } from '../workspace/place.ts';
import type { CoverageReport, JsonEntry, JsonOperation, JsonScheme, JsonStates, JsonTotals } from './contract.ts';
import { type ReportOptions, toolOf } from './json-places.ts';

/** What is reported of one description: the contract's part, and what the contract has no place for. */
export interface CoveredEntry {
  readonly entry: JsonEntry;
  /** The line of each of its operations in its file, from 1. */
  readonly lines: readonly number[];
  /** Where each of them leads in the HTML page: URIs. Without them they lead nowhere. */
  readonly links?: readonly string[];
}

/** How far each description tells the truth about authentication, in the JSON contract. */
export function coverageReport(results: readonly EntryResult[], options: ReportOptions): CoverageReport {
  return coverageOf(
    results.flatMap((result) => coveredEntry(result, options)?.entry ?? []),
    options,
  );
}

/** The report on these descriptions. */
export function coverageOf(entries: readonly JsonEntry[], options: Pick<ReportOptions, 'version'>): CoverageReport {
  return { version: 1, tool: toolOf(options), entries: [...entries], totals: totalsOf(entries) };
}

/** How far one description tells the truth, as plain data; undefined when nothing of it could be read. */
export function coveredEntry({ api }: EntryResult, options: ReportOptions): CoveredEntry | undefined {
  return api && { entry: jsonEntry(api, options), lines: api.operations.map(lineOf) };
}

function lineOf({ place }: Operation): number {
  return place.file.lines.positionAt(keyRange(place).start).line + 1;
}

function jsonEntry(api: ApiModel, options: ReportOptions): JsonEntry {
  const users = usersByName(api.operations);
  return {
    file: options.relative(api.entry.uri),
    openapi: api.versionText,
    title: api.title,
    schemes: [...api.schemes.byName.values()].map((scheme) => jsonScheme(scheme, users.get(scheme.name) ?? 0)),
    operations: api.operations.map((operation) => jsonOperation(operation, options)),
  };
}

/** How many operations name each scheme. */
export function usersByName(operations: readonly Operation[]): ReadonlyMap<string, number> {
  const users = new Map<string, number>();
  for (const name of operations.flatMap(({ security }) => requiredNames(security))) users.set(name, (users.get(name) ?? 0) + 1);
  return users;
}

function jsonScheme(scheme: SecurityScheme, operations: number): JsonScheme {
  return {
    name: scheme.name,
    type: scheme.type ?? '',
    ...(scheme.type === 'http' && scheme.httpScheme !== undefined ? { scheme: scheme.httpScheme } : {}),
    ...(scheme.in !== undefined ? { in: scheme.in } : {}),
    operations,
  };
}

function jsonOperation(operation: Operation, options: ReportOptions): JsonOperation {
  const dangling = (operation.security.declaration?.requirements ?? []).flatMap(({ schemes }) =>
    schemes.filter((scheme) => scheme.dangling).map(({ name }) => name),
  );
  return {
    kind: operation.kind,
    method: operation.method,
    path: operation.path,
    file: options.relative(operation.place.file.uri),
    pointer: operation.place.pointer,
    state: operation.security.state,
    schemes: [...requiredNames(operation.security)],
    undefinedSchemes: [...new Set(dangling)],
    unauthorized: operation.unauthorized.cover,
    challenge: carriesChallenge(operation),
  };
}

/** The sums over these descriptions. */
export function totalsOf(entries: readonly JsonEntry[]): JsonTotals {
  const operations = entries.flatMap((entry) => entry.operations.filter(({ kind }) => kind === 'operation'));
  const secured = operations.filter(({ state }) => state === 'secured');
  const explicit = secured.filter(({ unauthorized }) => unauthorized === 'explicit');
  const challenged = explicit.filter(({ challenge }) => challenge).length;
  return {
    entries: entries.length,
    operations: operations.length,
    states: statesOf(operations.map(({ state }) => state)),
    secured: { challenge: challenged, bare: explicit.length - challenged, none: secured.length - explicit.length },
  };
}

/** How many there are of each state. */
export function statesOf(states: readonly SecurityState[]): JsonStates {
  const count = (wanted: SecurityState) => states.filter((state) => state === wanted).length;
  return { secured: count('secured'), optional: count('optional'), public: count('public'), undeclared: count('undeclared') };
}
