import type { Finding, OperationRef } from '../findings/finding.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { commentDirectives } from './comment-directives.ts';
import { extensionDirectives } from './extension-directives.ts';
import type { Directive, SuppressedRule } from './suppression.ts';

/** What is left of findings after what people switched off in the texts. */
export interface Sifted {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
  /** Every directive of the files. */
  readonly directives: readonly Directive[];
  /** Those of their rules that suppressed something. */
  readonly used: ReadonlySet<SuppressedRule>;
}

/**
 * Takes out the findings that a comment or an `x-auth-lint-ignore` of these files switches off. What is switched off in the root
 * of the entry document holds for the whole description.
 */
export function sift(findings: readonly Finding[], files: readonly SourceFile[], entry: SourceFile): Sifted {
  const directives = files.flatMap((file) => [...commentDirectives(file), ...extensionDirectives(file)]);
  const used = new Set<SuppressedRule>();
  const suppressed: Finding[] = [];
  const byRule = rulesOf(directives);
  const left = findings.flatMap((finding) => {
    let rest: Finding | undefined = finding;
    for (const { directive, rule } of byRule.get(finding.rule) ?? []) {
      const before: Finding = rest;
      rest = without(before, directive, entry);
      if (rest !== before) used.add(rule);
      if (rest) continue;
      suppressed.push(finding);
      return [];
    }
    return [rest];
  });
  return { findings: left, suppressed, directives, used };
}

interface NamedRule {
  readonly directive: Directive;
  readonly rule: SuppressedRule;
}

function rulesOf(directives: readonly Directive[]): ReadonlyMap<string, readonly NamedRule[]> {
  const byRule = new Map<string, NamedRule[]>();
  for (const directive of directives) {
    for (const rule of directive.rules) {
      const known = byRule.get(rule.id);
      if (known) known.push({ directive, rule });
      else byRule.set(rule.id, [{ directive, rule }]);
    }
  }
  return byRule;
}

/** The finding without what the directive is about: undefined when nothing is left, the same object when it is about other things. */
function without(finding: Finding, { file, scope }: Directive, entry: SourceFile): Finding | undefined {
  const here = finding.file === file.uri;
  switch (scope.kind) {
    case 'line':
      return here && file.lines.positionAt(finding.range.start).line === scope.line ? undefined : finding;
    case 'file':
      return here ? undefined : finding;
    case 'subtree': {
      if (scope.pointer === '' && file === entry) return undefined;
      if (here && isBelow(finding.pointer, scope.pointer)) return undefined;
      const operations = finding.operations.filter((operation) => !standsBelow(operation, file.uri, scope.pointer));
      if (operations.length === finding.operations.length) return finding;
      return operations.length > 0 ? { ...finding, operations } : undefined;
    }
  }
}

function standsBelow(operation: OperationRef, file: string, pointer: string): boolean {
  return operation.file === file && isBelow(operation.pointer, pointer);
}

function isBelow(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}
