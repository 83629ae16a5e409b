import { harmless } from '../../linter/text/harmless.ts';
import { withoutCommandsInXml } from '../terminal/log-commands.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** An XML element on lines of its own; attributes without a value are left out, content is a text or elements. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly content: string | readonly Element[];
}

/** An XML 1.0 document. No text in it can be anything but a text. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${withoutCommandsInXml(linesOf(root, '').join('\n'))}\n`;
}

function linesOf({ name, attributes, content }: Element, indent: string): readonly string[] {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`]));
  const head = `${indent}<${name}${given.join('')}`;
  if (content.length === 0) return [`${head}/>`];
  if (typeof content === 'string') return [`${head}>${content.split('\n').map(xmlText).join('\n')}</${name}>`];
  return [`${head}>`, ...content.flatMap((child) => linesOf(child, `${indent}  `)), `${indent}</${name}>`];
}

/** On one line; what XML 1.0 §2.2 has no place for is written as an escape, or replaced. */
function xmlText(text: string): string {
  return harmless(text)
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
    .replace(/[\ufffe\uffff]/g, '\ufffd');
}
