import { type ApiModel, keyRange, operationCoverage, type Place, requiredNames, usersByName } from '../../linter/index.ts';
import type { EntryPartsResult, EntrySummary, OperationPart, SchemePart, Target } from '../protocol.ts';
import { lspRange, type Texts } from './texts.ts';

/** A description in a few words. */
export function entrySummary(api: ApiModel, texts: Texts): EntrySummary {
  return {
    uri: texts.clientUri(api.entry.uri),
    title: api.title,
    version: api.versionText,
    operations: api.operations.filter(({ kind }) => kind === 'operation').length,
  };
}

/** The security schemes of a description and the operations under its paths, each with its place. */
export function entryParts(api: ApiModel, texts: Texts): EntryPartsResult {
  return { schemes: schemeParts(api, texts), operations: operationParts(api, texts) };
}

function schemeParts(api: ApiModel, texts: Texts): readonly SchemePart[] {
  const users = usersByName(api.operations.filter(({ kind }) => kind === 'operation'));
  return [...api.schemes.byName.values()].map(({ name, type = '', place }) => ({
    name,
    type,
    operations: users.get(name) ?? 0,
    ...targetOf(place, texts),
  }));
}

function operationParts({ operations }: ApiModel, texts: Texts): readonly OperationPart[] {
  return operations
    .filter(({ kind }) => kind === 'operation')
    .map((operation) => ({
      method: operation.method,
      path: operation.path,
      coverage: operationCoverage(operation),
      schemes: requiredNames(operation.security),
      ...targetOf(operation.key, texts),
    }));
}

/** The key of a place. */
function targetOf(place: Place, texts: Texts): Target {
  const { uri } = place.file;
  return { uri: texts.clientUri(uri), range: lspRange(texts, uri, keyRange(place)) };
}
