import { defaultPreset, presetNames } from '../config/presets.ts';
import type { PresetName } from '../config/settings.ts';
import { type EntryResult, isChecked, ownFiles } from '../engine/entry-result.ts';
import type { Finding } from '../findings/finding.ts';
import { methodName } from '../http/method-name.ts';
import type { ApiModel, Operation } from '../openapi/model.ts';
import { findHeader } from '../openapi/unauthorized.ts';
import { challengesOf } from '../openapi/value-challenges.ts';
import { rules } from '../rules/index.ts';
import { matchesOperation } from '../rules/support/operation-pattern.ts';
import { groupBy } from '../text/group-by.ts';
import { identity } from '../workspace/place.ts';

/** So many rules are named: those with the most findings. */
const mostRules = 8;

/**
 * The text of a configuration file (YAML) to begin with, for the descriptions below its folder: what holds anyway, and behind comment
 * signs what a person may want to change, as the descriptions have it, checked with the rules of the preset. Without the comment signs it is sound as well.
 */
export function initialConfiguration(results: readonly EntryResult[], preset: PresetName = defaultPreset): string {
  const descriptions = results.filter(isChecked);
  const sections = [head(descriptions, preset), ruleLines(descriptions), overrideLines(descriptions), fixLines(descriptions), ignoreLines];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function head(descriptions: readonly EntryResult[], preset: PresetName): readonly string[] {
  const files = new Set(descriptions.flatMap(ownFiles)).size;
  const operations = descriptions.flatMap(({ api }) => api?.operations ?? []).length;
  return [
    '# How OpenAPI Auth Lint checks the API descriptions in this folder and below.',
    `# Counted when this file was made: descriptions ${descriptions.length}, files ${files}, operations ${operations}.`,
    '',
    `# The rules that are in force: ${presetNames.join(', ')}. Each preset holds all rules of the one before it.`,
    `extends: ${preset}`,
  ];
}

function ruleLines(descriptions: readonly EntryResult[]): readonly string[] {
  const counts = findingsByRule(descriptions);
  const chosen = counts.length > 0 ? counts.slice(0, mostRules) : [['missing-403', undefined] as const];
  const lines = chosen.map(([id, findings]) => `#   ${id}: ${severityText(findings)}${findings ? ` # findings: ${findings.length}` : ''}`);
  const which = counts.length > 0 ? 'Those that find the most here' : 'For example';
  return [`# Single rules: off, info, warning, error, or [severity, options]. ${which}:`, '# rules:', ...lines];
}

/** By rule, the most first, then by id; mistakes of the text itself are no matter of taste. */
function findingsByRule(descriptions: readonly EntryResult[]): readonly (readonly [string, readonly Finding[]])[] {
  const known = new Set(rules.filter(({ category }) => category !== 'The description itself').map(({ id }) => id));
  const findings = descriptions.flatMap((description) => description.findings).filter(({ rule }) => known.has(rule));
  return [...groupBy(findings, ({ rule }) => rule)].sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1));
}

function severityText(findings: readonly Finding[] | undefined): string {
  return findings?.[0]?.severity ?? 'off';
}

function overrideLines(descriptions: readonly EntryResult[]): readonly string[] {
  const operations = descriptions.flatMap(({ api }) => api?.operations ?? []).filter(({ kind }) => kind === 'operation');
  const undeclared = operations.find(({ security }) => security.state === 'undeclared');
  const pattern = patternOf(undeclared) ?? patternOf(operations[0]) ?? 'GET /health';
  return [
    '# Other choices for some files or operations: METHOD /path, tag:name or operationId:name. Later ones win.',
    '# overrides:',
    `#   - operations: [${JSON.stringify(pattern)}]`,
    '#     rules:',
    '#       missing-security: off',
  ];
}

/** The pattern of an operation; undefined where it can't be written plainly. */
function patternOf(operation: Operation | undefined): string | undefined {
  const pattern = operation && `${methodName(operation.method)} ${operation.path}`;
  return pattern && /^[A-Z]+ \/[\x21-\x7e]*$/.test(pattern) && matchesOperation(pattern, operation) ? pattern : undefined;
}

function fixLines(descriptions: readonly EntryResult[]): readonly string[] {
  const apis = descriptions.flatMap(({ api }) => api ?? []);
  const response = mostFrequent(apis.flatMap(sharedUnauthorized).filter((name) => /^[a-zA-Z0-9._-]+$/.test(name)));
  const realm = mostFrequent(apis.flatMap(realms).filter((text) => /^[\p{L}\p{N}\p{P}\p{S} ]{1,80}$/u.test(text)));
  return [
    '# What fixes write: the name of the shared 401, the realm of challenges, and the body: reuse, none, problem+json or a reference.',
    '# fix:',
    `#   response: ${response ?? 'Unauthorized'}`,
    `#   realm: ${JSON.stringify(realm ?? 'My API')}`,
    '#   body: reuse',
  ];
}

/** The names of the shared responses that are a 401, once for each operation that has it. */
function sharedUnauthorized({ errorResponses, sharedResponses }: ApiModel): readonly string[] {
  const names = new Map(sharedResponses.flatMap(({ name, response }) => (response ? [[identity(response.place), name] as const] : [])));
  return errorResponses
    .filter(({ status }) => status === '401')
    .flatMap(({ response, users }) => users.flatMap(() => names.get(identity(response.place)) ?? []));
}

/** The realms that challenges of 401 responses show. */
function realms({ errorResponses }: ApiModel): readonly string[] {
  const values = errorResponses
    .filter(({ status }) => status === '401')
    .flatMap(({ response }) => findHeader(response.headers, 'WWW-Authenticate')?.values ?? []);
  const params = values.flatMap((value) => challengesOf(value).challenges.flatMap((challenge) => challenge.params));
  return params.filter(({ name }) => name.text.toLowerCase() === 'realm').map(({ value }) => value.content);
}

function mostFrequent(texts: readonly string[]): string | undefined {
  const [most] = [...groupBy(texts, (text) => text)].sort(([, some], [, others]) => others.length - some.length);
  return most?.[0];
}

const ignoreLines: readonly string[] = ['# Files of which nobody wants to hear, relative to this folder.', '# ignore: ["vendor/**"]'];
