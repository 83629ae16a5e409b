/** What can be written as JSON. */
export type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

/** Writes a value as block-style YAML, two blanks a level, without anchors: fast enough for texts of many megabytes. */
export function writeYaml(value: Value): string {
  const lines: string[] = [];
  writeBlock(value, '', lines);
  return `${lines.join('\n')}\n`;
}

function writeBlock(value: Value, indent: string, lines: string[]): void {
  if (isList(value)) for (const item of value) writeItem(item, indent, lines);
  else if (typeof value === 'object') for (const [key, child] of Object.entries(value)) writeEntry(scalar(key), child, indent, lines);
  else lines.push(indent + scalar(value));
}

function writeEntry(key: string, value: Value, indent: string, lines: string[]): void {
  if (!isBlock(value)) {
    lines.push(`${indent}${key}: ${flow(value)}`);
    return;
  }
  lines.push(`${indent}${key}:`);
  writeBlock(value, `${indent}  `, lines);
}

function writeItem(item: Value, indent: string, lines: string[]): void {
  if (!isBlock(item)) {
    lines.push(`${indent}- ${flow(item)}`);
    return;
  }
  const first = lines.length;
  writeBlock(item, `${indent}  `, lines);
  lines[first] = `${indent}- ${(lines[first] ?? '').slice(indent.length + 2)}`;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isBlock(value: Value): boolean {
  return typeof value === 'object' && Object.keys(value).length > 0;
}

function flow(value: Value): string {
  if (typeof value === 'object') return isList(value) ? '[]' : '{}';
  return scalar(value);
}

/** Strings stay without quotes only where nobody could take them for something else. */
function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const isPlain = /^[A-Za-z/][\w /.{}-]*[\w.}]$/.test(value) && !/^(?:true|false|null|yes|no|on|off)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}
