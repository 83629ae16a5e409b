import { parseSync, Visitor } from 'oxc-parser';

type Call = Parameters<NonNullable<ConstructorParameters<typeof Visitor>[0]['CallExpression']>>[0];

/** The words that a source shows to people: the messages of its calls of `l10n.t`, in their order. Throws where one is no literal string. */
export function wordsIn(path: string, source: string): readonly string[] {
  const words: string[] = [];
  const visitor = new Visitor({
    CallExpression(call) {
      if (isTranslation(call)) words.push(message(call, path, source));
    },
  });
  visitor.visit(parseSync(path, source).program);
  return words;
}

function isTranslation({ callee }: Call): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || callee.property.type !== 'Identifier') return false;
  return callee.object.name === 'l10n' && callee.property.name === 't';
}

/** Translators get what stands in the source: nothing that is only known when it runs. */
function message(call: Call, path: string, source: string): string {
  const [argument] = call.arguments;
  if (argument?.type === 'Literal' && typeof argument.value === 'string') return argument.value;
  const line = source.slice(0, call.start).split('\n').length;
  throw new Error(`${path}:${line}: l10n.t takes a literal string`);
}
