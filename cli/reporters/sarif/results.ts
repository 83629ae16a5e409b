import type { ArtifactChange, Fix, Location, LogicalLocation, Result } from 'sarif';
import { groupBy, methodName, type PlainFix } from '../../../linter/index.ts';
import { harmless } from '../../../linter/text/harmless.ts';
import type { ShownFinding } from '../../checking/facts.ts';
import type { CheckOutcome } from '../reporter.ts';
import { levels } from './levels.ts';
import { message } from './messages.ts';
import { artifactLocation, physicalLocation, region } from './places.ts';

/** Findings as results of rules that are listed in this order. */
export function results({ shown, fromRoot, fingerprintOf }: CheckOutcome, rules: readonly string[]): Result[] {
  const indexes = new Map(rules.map((rule, index) => [rule, index]));
  return shown.map((finding) => {
    const { here, anywhere } = fingerprintOf(finding);
    const related = finding.related.map((each, index) => ({
      id: index + 1,
      physicalLocation: physicalLocation(fromRoot(each.file), each.place),
      message: message(each.message),
    }));
    return {
      ruleId: finding.rule,
      ruleIndex: indexes.get(finding.rule) ?? -1,
      level: levels[finding.severity],
      message: message(finding.message),
      locations: [location(finding, fromRoot)],
      ...(related.length > 0 && { relatedLocations: related }),
      partialFingerprints: { 'authLintPlace/v1': here, 'authLintPlaceInAnyFile/v1': anywhere },
      ...(finding.fixes.length > 0 && { fixes: finding.fixes.map((fix) => fixOf(fix, fromRoot)) }),
    };
  });
}

function location(finding: ShownFinding, fromRoot: CheckOutcome['fromRoot']): Location {
  const logical = finding.operations.map(logicalLocation);
  return {
    physicalLocation: physicalLocation(fromRoot(finding.file), finding.place),
    ...(logical.length > 0 && { logicalLocations: logical }),
  };
}

/** An operation, by its JSON pointer (SARIF 2.1.0 §3.33.5). */
function logicalLocation({ method, path, pointer }: ShownFinding['operations'][number]): LogicalLocation {
  return { name: harmless(`${methodName(method)} ${path}`), fullyQualifiedName: harmless(pointer), kind: 'object' };
}

function fixOf({ title, edits }: PlainFix, fromRoot: CheckOutcome['fromRoot']): Fix {
  const changes = [...groupBy(edits, ({ file }) => file)].map(
    ([file, own]): ArtifactChange => ({
      artifactLocation: artifactLocation(fromRoot(file)),
      replacements: own.map(({ place, text }) => ({ deletedRegion: region(place), insertedContent: { text } })),
    }),
  );
  return { description: message(title), artifactChanges: changes };
}
