import { operationPatternSchema } from '../rules/support/operation-pattern.ts';
import type { Problem } from '../rules/support/rule.ts';
import { isMap, keyRange, type MapPlace, type Place } from '../workspace/place.ts';
import type { ConfiguredOverride } from './configuration.ts';
import { readFields } from './read-fields.ts';
import { readGlobs } from './read-globs.ts';
import { readValue } from './read-options.ts';
import { readRules } from './read-rules.ts';
import { type Complain, itemsOf, once } from './values.ts';

/** Reads the overrides of a list; those that are wrong are complained of and left out. */
export function readOverrides(place: Place, complain: Complain): readonly ConfiguredOverride[] {
  const readers: Readers = {
    files: once((files) => readGlobs(files, complain)),
    operations: once((operations) => readPatterns(operations, complain)),
    rules: once((rules) => readRules(rules, complain)),
  };
  const read = once((item) => readOverride(item, readers, complain));
  return itemsOf(place, 'overrides', complain).flatMap((item) => read(item) ?? []);
}

type Readers = { readonly [Field in keyof ConfiguredOverride]: (place: Place) => NonNullable<ConfiguredOverride[Field]> };

function readOverride(place: Place, readers: Readers, complain: Complain): ConfiguredOverride | undefined {
  const fields = readFields(place, ['files', 'operations', 'rules'], complain);
  if (!isMap(place)) return undefined;
  const [files, operations, rules] = [fields.get('files'), fields.get('operations'), fields.get('rules')];
  if (!files && !operations)
    complain(incomplete(place, 'The override says neither for which files nor for which operations. Add one of them.'));
  if (!rules) complain(incomplete(place, 'The override has no rules. Say what is different: rules with their severities.'));
  const override = {
    files: files && readers.files(files),
    operations: operations && readers.operations(operations),
    rules: rules ? readers.rules(rules) : new Map(),
  };
  return files || operations ? override : undefined;
}

function readPatterns(place: Place, complain: Complain): readonly string[] {
  return (readValue({ type: 'array', items: operationPatternSchema }, place, complain) ?? []) as readonly string[];
}

/** A problem with a map as a whole: its first key is marked. */
function incomplete(place: MapPlace, message: string): Problem {
  return { place, range: place.node.written()[0]?.keyNode.range ?? keyRange(place), message };
}
