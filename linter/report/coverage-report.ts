import type { EntryResult } from '../engine/entry-result.ts';
import { requiredNames } from '../openapi/challenges.ts';
import type { ApiModel, Operation, SecurityScheme, SecurityState } from '../openapi/model.ts';
import { findHeader, unauthorizedOf } from '../openapi/unauthorized.ts';
import type { CoverageReport, JsonEntry, JsonOperation, JsonScheme, JsonStates, JsonTotals } from './contract.ts';
import { type ReportOptions, toolOf } from './json-places.ts';

/** How far each description tells the truth about authentication, in the JSON contract. */
export function coverageReport(results: readonly EntryResult[], options: ReportOptions): CoverageReport {
  return coverageOf(
    results.flatMap((result) => coverageEntry(result, options) ?? []),
    options,
  );
}

/** The report on these descriptions. */
export function coverageOf(entries: readonly JsonEntry[], options: ReportOptions): CoverageReport {
  return { version: 1, tool: toolOf(options), entries: [...entries], totals: totalsOf(entries) };
}

/** How far one description tells the truth, as plain data; undefined when nothing of it could be read. */
export function coverageEntry({ api }: EntryResult, options: ReportOptions): JsonEntry | undefined {
  return api && jsonEntry(api, options);
}

function jsonEntry(api: ApiModel, options: ReportOptions): JsonEntry {
  const required = api.operations.flatMap(requiredNames);
  return {
    file: options.relative(api.entry.uri),
    openapi: api.versionText,
    title: api.title,
    schemes: [...api.schemes.byName.values()].map((scheme) => jsonScheme(scheme, required)),
    operations: api.operations.map((operation) => jsonOperation(api, operation, options)),
  };
}

function jsonScheme(scheme: SecurityScheme, required: readonly string[]): JsonScheme {
  return {
    name: scheme.name,
    type: scheme.type ?? '',
    ...(scheme.type === 'http' && scheme.httpScheme !== undefined ? { scheme: scheme.httpScheme } : {}),
    ...(scheme.in !== undefined ? { in: scheme.in } : {}),
    operations: required.filter((name) => name === scheme.name).length,
  };
}

function jsonOperation(api: ApiModel, operation: Operation, options: ReportOptions): JsonOperation {
  const { cover, entry } = unauthorizedOf(api, operation);
  const headers = cover === 'explicit' ? entry?.response?.headers : undefined;
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
    schemes: [...requiredNames(operation)],
    undefinedSchemes: [...new Set(dangling)],
    unauthorized: cover,
    challenge: headers !== undefined && findHeader(headers, 'WWW-Authenticate') !== undefined,
  };
}

function totalsOf(entries: readonly JsonEntry[]): JsonTotals {
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
