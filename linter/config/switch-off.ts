import type { FileEdit } from '../findings/file-edits.ts';
import { addEntries, atEnd, behind, isBlank, setItem, setValue } from '../fixes/place-edits.ts';
import { child, isMap, type Place, rootPlace } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';

/** A rule's severity when it is off, as the configuration has it: YAML 1.2 reads the bare word as a string, too. */
const off = 'off';

/** The edit that switches a rule off in a configuration file, and leaves its options; undefined when the text can't be edited soundly. */
export function switchOff(file: SourceFile, rule: string): FileEdit | undefined {
  const root = rootPlace(file);
  if (isMap(root)) return switchOffIn(root, rule);
  return (!root || isBlank(root)) && hasCommentsOnly(file) ? { file: file.uri, edit: behindComments(file, rule) } : undefined;
}

/** The edit that makes a configuration file in which a rule is off. */
export function newConfiguration(uri: string, rule: string): FileEdit {
  const text = `# Rules of OpenAPI Auth Lint: off, info, warning or error.\n${rulesText(rule, '\n')}`;
  return { file: uri, edit: { range: { start: 0, end: 0 }, text }, isNew: true };
}

function switchOffIn(root: Place, rule: string): FileEdit | undefined {
  const rules = child(root, 'rules');
  if (!rules) return addEntries(root, { rules: { [rule]: off } }, behind('$schema', 'extends'));
  const choice = child(rules, rule);
  if (!choice || choice.entry?.merged) return addEntries(rules, { [rule]: off }, atEnd);
  const isList = choice.node.kind === 'sequence' && choice.node.items().length > 0 && !choice.entry?.alias;
  return isList ? setItem(choice, 0, off) : setValue(choice, off);
}

function hasCommentsOnly({ format, text }: SourceFile): boolean {
  return format === 'yaml' && text.split(/\r?\n/).every((line) => /^\uFEFF?\s*(?:#.*|---(?:\s.*)?)?$/.test(line));
}

function behindComments({ text, tree: { style } }: SourceFile, rule: string): FileEdit['edit'] {
  const isOnNewLine = text === '' || text === '\uFEFF' || /[\r\n]$/.test(text);
  const at = { start: text.length, end: text.length };
  return { range: at, text: `${isOnNewLine ? '' : style.lineEnd}${rulesText(rule, style.lineEnd)}` };
}

function rulesText(rule: string, lineEnd: string): string {
  return `rules:${lineEnd}  ${rule}: ${off}${lineEnd}`;
}
