import { parseSync, Visitor } from 'oxc-parser';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Calls whose words no person reads in the editor: of `l10n.t` they are translated, the others write logs. */
const covered = /^(?:t|log|warn|info|debug|error|crash|guard\w*)$/;

/** The literals of a source that look like sentences (two words or more) and go neither through `l10n.t` nor into a log or an error. */
export function untranslated(path: string, source: string): readonly string[] {
  const spans: Span[] = [];
  const texts: { readonly at: number; readonly text: string }[] = [];
  const visitor = new Visitor({
    CallExpression(call) {
      if (covered.test(calledName(call.callee))) spans.push(call);
    },
    NewExpression(created) {
      if (calledName(created.callee).endsWith('Error')) spans.push(created);
    },
    Literal({ start, value }) {
      if (typeof value === 'string') texts.push({ at: start, text: value });
    },
    TemplateElement({ start, value }) {
      texts.push({ at: start, text: value.cooked ?? '' });
    },
  });
  visitor.visit(parseSync(path, source).program);
  const isCovered = (at: number) => spans.some(({ start, end }) => start <= at && at < end);
  return texts.filter(({ at, text }) => /[a-z]{2,} [a-z]/i.test(text) && !isCovered(at)).map(({ text }) => text);
}

function calledName(callee: { readonly type: string; readonly name?: unknown; readonly property?: unknown }): string {
  const { name } = (callee.type === 'MemberExpression' ? callee.property : callee) as { readonly name?: unknown };
  return typeof name === 'string' ? name : '';
}
