import { parseSync, Visitor } from 'oxc-parser';

type Visitors = ConstructorParameters<typeof Visitor>[0];
type Call = Parameters<NonNullable<Visitors['CallExpression']>>[0];
type Import = Parameters<NonNullable<Visitors['ImportDeclaration']>>[0];

/**
 * The words that a source shows to people: the messages of its calls of `l10n.t`, in their order, and the table that other calls translate.
 * Throws where a message is neither a literal string nor from a table.
 */
export function wordsIn(path: string, source: string, table: readonly string[] = []): readonly string[] {
  const words = [...table];
  const refuse = ({ start }: { readonly start: number }, why: string) => {
    throw new Error(`${path}:${source.slice(0, start).split('\n').length}: ${why}`);
  };
  const visitor = new Visitor({
    ImportDeclaration(declaration) {
      if (takesApart(declaration)) refuse(declaration, 'import * as l10n, so that what it translates is found');
    },
    CallExpression(call) {
      if (!isTranslation(call)) return;
      const message = literal(call);
      if (message !== undefined) words.push(message);
      else if (table.length === 0) refuse(call, 'l10n.t takes a literal string');
    },
  });
  visitor.visit(parseSync(path, source).program);
  return words;
}

function takesApart({ source, specifiers }: Import): boolean {
  return source.value === '@vscode/l10n' && specifiers.some(({ type }) => type !== 'ImportNamespaceSpecifier');
}

function isTranslation({ callee }: Call): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || callee.property.type !== 'Identifier') return false;
  return callee.object.name === 'l10n' && callee.property.name === 't';
}

/** The message; undefined where it is only known when the source runs. */
function literal({ arguments: [message] }: Call): string | undefined {
  return message?.type === 'Literal' && typeof message.value === 'string' ? message.value : undefined;
}
