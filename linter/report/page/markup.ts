import { harmless } from '../../text/harmless.ts';

/** HTML that was made here. What is no `Markup` is a text, and is escaped where it is put in. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: texts and numbers, HTML, lists of these; `undefined` and `false` stand for nothing. */
export type Content = string | number | Markup | readonly Content[] | undefined | false;

/** HTML with texts put in: each may stand in an element or in a quoted attribute. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(parts.map((part, index) => part + rendered(contents[index])).join(''));
}

function rendered(content: Content): string {
  if (content === undefined || content === false) return '';
  if (content instanceof Markup) return content.text;
  return typeof content === 'object' ? content.map(rendered).join('') : escaped(String(content));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** What would move or reorder the text around it becomes visible; the rest is markup to nobody. */
function escaped(text: string): string {
  return harmless(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A path as a text that is broken behind its slashes first. */
export function breakable(path: string): readonly Markup[] {
  return path.split(/(?<=\/)/).map((part, index) => html`${index > 0 && new Markup('<wbr>')}${part}`);
}
