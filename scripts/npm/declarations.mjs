// Makes one declaration file of a public door: what it exports, and what that needs, out of the declarations that the compiler writes.
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/**
 * The text of a declaration file for the module `entry`, a path below `root` without extension. Modules in `elsewhere` (by path, with the
 * name that they are imported by) are imported instead. What is exported under another name is declared by that.
 */
export function bundledDeclarations(root, entry, elsewhere = {}) {
  const bundle = { root, elsewhere, modules: new Map(), owners: new Map(), texts: [], imports: new Map() };
  const { links, declared } = moduleAt(bundle, entry);
  const exported = [...links, ...[...declared.keys()].map((name) => ({ name, as: name, from: entry }))];
  const names = exported.map(({ name, as, from }) => (isType(include(bundle, from, name)) ? `type ${as}` : as));
  const imports = [...bundle.imports].map(([module, used]) => `import type { ${[...used].sort().join(', ')} } from '${module}';\n`);
  const texts = renamed(bundle, bundle.texts.join(''), exported);
  return `${imports.join('')}${texts}export { ${names.sort().join(', ')} };\n`;
}

function isType(kind) {
  return kind === 'interface' || kind === 'type';
}

function renamed({ owners }, text, exported) {
  const renames = exported.filter(({ name, as }) => name !== as);
  const taken = renames.find(({ as }) => owners.has(as));
  if (taken) throw new Error(`${taken.name} can't be ${taken.as}: that is declared in ${owners.get(taken.as)}`);
  return renames.reduce((result, { name, as }) => result.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), as), text);
}

/** What a module declares, and what it takes from others: `links` it exports, `imports` it uses. */
function moduleAt(bundle, path) {
  const known = bundle.modules.get(path);
  if (known) return known;
  const module = { declared: new Map(), links: [], imports: [] };
  bundle.modules.set(path, module);
  for (const { comment, statement } of statements(readFileSync(join(bundle.root, `${path}.d.ts`), 'utf8'))) {
    const [, verb, clause, specifier] = /^(import|export) (?:type )?\{([^}]*)\} from '([^']+)';/.exec(statement) ?? [];
    const [, kind, name] = /^(?:export )?(?:declare )?(interface|type|function|const) (\w+)/.exec(statement) ?? [];
    if (verb) (verb === 'import' ? module.imports : module.links).push(...namesIn(clause, target(path, specifier)));
    else if (name) module.declared.set(name, { kind, text: comment + withoutExport(statement) });
    else if (statement.trim() !== 'export {};') throw new Error(`${path} declares something else: ${statement}`);
  }
  return module;
}

/** The statements of a declaration file, each with the comment before it. The compiler lets comments inside of types start a line as well. */
function statements(text) {
  const start = /^(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?(?:export|import|declare|interface|type) /gm;
  const starts = [...text.matchAll(start)].map(({ 1: comment = '', index }) => ({ comment, index }));
  return starts.map(({ comment, index }, at) => ({ comment, statement: text.slice(index + comment.length, starts[at + 1]?.index) }));
}

function namesIn(clause, from) {
  const parts = clause.split(',').map((part) => part.trim().replace(/^type /, ''));
  return parts.filter(Boolean).map((part) => {
    const [name, as = name] = part.split(' as ');
    return { name, as, from };
  });
}

function target(path, specifier) {
  return normalize(join(dirname(path), specifier))
    .replaceAll('\\', '/')
    .replace(/\.ts$/, '');
}

function withoutExport(text) {
  return text.replace(/^export (?:declare )?/, '').replace(/^(?=function|const)/, 'declare ');
}

/** Takes a declaration in, after all that it needs; gives its kind, undefined for one that is imported. */
function include(bundle, path, name) {
  const { elsewhere, imports, owners, texts } = bundle;
  if (path in elsewhere) {
    imports.set(elsewhere[path], new Set([...(imports.get(elsewhere[path]) ?? []), name]));
    return undefined;
  }
  const module = moduleAt(bundle, path);
  const found = module.declared.get(name);
  if (!found) return include(bundle, linkTo(module.links, name, path).from, name);
  const owner = owners.get(name);
  if (owner !== undefined && owner !== path) throw new Error(`${name} is declared in ${owner} and in ${path}`);
  if (owner === path) return found.kind;
  owners.set(name, path);
  for (const used of wordsOf(found.text)) {
    if (module.imports.some(({ as }) => as === used)) include(bundle, linkTo(module.imports, used, path).from, used);
    else if (module.declared.has(used)) include(bundle, path, used);
  }
  texts.push(found.text);
  return found.kind;
}

function linkTo(links, name, path) {
  const link = links.find(({ as }) => as === name);
  if (!link || link.name !== name) throw new Error(`${path} has no ${name}, or by another name`);
  return link;
}

/** The names in a declaration, without those in its comments. */
function wordsOf(text) {
  return new Set(text.replaceAll(/\/\*[\s\S]*?\*\//g, '').match(/\b[A-Za-z]\w*\b/g));
}
