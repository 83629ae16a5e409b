import { groupBy } from '../../linter/index.ts';
import type { ShownFinding } from '../checking/facts.ts';
import type { CheckOutcome } from './reporter.ts';
import { type Element, xmlDocument } from './xml.ts';

/** A check in the form of Checkstyle: every description is a file, with an error for each finding in it. */
export function checkstyleCheck(outcome: CheckOutcome): string {
  const { shown, checked, relative } = outcome;
  const byFile = groupBy(shown, ({ file }) => file);
  const files = [...new Set([...checked, ...byFile.keys()])].sort();
  return xmlDocument({
    name: 'checkstyle',
    attributes: { version: '4.3' },
    content: files.map((file) => ({
      name: 'file',
      attributes: { name: relative(file) },
      content: (byFile.get(file) ?? []).map(errorOf),
    })),
  });
}

function errorOf({ place: { start }, severity, message, rule }: ShownFinding): Element {
  return {
    name: 'error',
    attributes: { line: start.line, column: start.column, severity, message, source: `auth-lint.${rule}` },
    content: [],
  };
}
