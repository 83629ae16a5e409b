import { unknownRule } from '../config/read-rules.ts';
import { fileEdits } from '../findings/file-edits.ts';
import type { Fix } from '../findings/finding.ts';
import { rules } from '../rules/index.ts';
import type { Problem } from '../rules/support/rule.ts';
import { nearest } from '../text/distance.ts';
import type { Range } from '../text/range.ts';
import { emptyPlace, type Place, rootPlace } from '../workspace/place.ts';
import { removeRule } from './remove-rule.ts';
import { commentKey, type Directive, type SuppressedRule } from './suppression.ts';

/** How directives are judged. */
export interface Judgement {
  /** True for a rule that was run where the directive stands: otherwise nobody knows whether it would have found something. */
  isOn(rule: string, directive: Directive): boolean;
  /** True when a directive must say why. */
  isReasonRequired(directive: Directive): boolean;
}

/** What is wrong with directives: they suppress nothing, name rules that don't exist, or give no reason where one is asked for. */
export function directiveProblems(
  directives: readonly Directive[],
  used: ReadonlySet<SuppressedRule>,
  judgement: Judgement,
): readonly Problem[] {
  return directives.flatMap((directive) => [
    ...ofDirective(directive),
    ...directive.rules.flatMap((rule) => [...ofRule(directive, rule, used, judgement), ...ofReason(directive, rule, judgement)]),
  ]);
}

function ofDirective(directive: Directive): readonly Problem[] {
  const { mistake, rules: named, range } = directive;
  if (mistake !== undefined) return [problem(directive, range, mistake, [])];
  if (named.length > 0) return [];
  return [problem(directive, range, 'No rule is named here, so nothing is suppressed. Name the rules, or remove it.', [])];
}

const known = rules.map(({ id }) => id);

function ofRule(directive: Directive, rule: SuppressedRule, used: ReadonlySet<SuppressedRule>, { isOn }: Judgement): readonly Problem[] {
  if (!known.includes(rule.id)) {
    const near = nearest(rule.id, known);
    return [
      problem(directive, rule.range, `${unknownRule(rule.id)} Nothing is suppressed.`, near ? [change(directive, rule.range, near)] : []),
    ];
  }
  if (used.has(rule) || !isOn(rule.id, directive)) return [];
  const { source, scope, range } = directive;
  if (source.kind === 'comment' && source.alone && scope.kind === 'line' && !isForNextLine(directive)) {
    const at = directive.file.text.indexOf(commentKey, range.start);
    const fix = change(directive, { start: at, end: at + commentKey.length }, `${commentKey}-next-line`);
    return [
      problem(
        directive,
        rule.range,
        `Alone on its line this comment suppresses nothing: it is about that very line. Write ${commentKey}-next-line.`,
        [fix],
      ),
    ];
  }
  const remove: Fix = {
    title: `Remove this suppression of ${rule.id}`,
    kind: 'suggestion',
    preferred: true,
    edits: () => fileEdits([removeRule(directive, rule)]),
  };
  return [
    problem(directive, rule.range, `There is no ${rule.id} to suppress here: what stays in the text would hide the next one. Remove it.`, [
      remove,
    ]),
  ];
}

function isForNextLine({ file, range }: Directive): boolean {
  return file.text.slice(range.start, range.end).includes(`${commentKey}-next-line`);
}

function ofReason(directive: Directive, rule: SuppressedRule, { isReasonRequired }: Judgement): readonly Problem[] {
  if (!isReasonRequired(directive) || directive.reason !== undefined || rule.reason !== undefined) return [];
  const how = directive.source.kind === 'comment' ? 'Add it behind two hyphens.' : `Write it as a map: {${rule.id}: the reason}.`;
  return [problem(directive, rule.range, `Nobody can tell why ${rule.id} is suppressed here, and a reason is required. ${how}`, [])];
}

function change(directive: Directive, range: Range, text: string): Fix {
  const edit = { file: directive.file.uri, edit: { range, text } };
  return { title: `Change to ${text}`, kind: 'suggestion', preferred: true, edits: () => fileEdits([edit]) };
}

function problem(directive: Directive, range: Range, message: string, fixes: readonly Fix[]): Problem {
  const { file, source, pointer } = directive;
  const place: Place = source.kind === 'extension' ? source.place : { ...(rootPlace(file) ?? emptyPlace(file)), pointer };
  return { place, range, message, fixes, tags: ['unnecessary'] };
}
