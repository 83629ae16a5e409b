import type { Place } from './keystrokes.ts';

/** The places of a text where somebody types; undefined where the text has nothing like it. */
export interface Places {
  /** Below the line of an operation's method, in the middle of the paths. */
  readonly operation: Place;
  /** Below the line of `responses` in it. */
  readonly responses: Place;
  /** Between two path items. */
  readonly paths: Place;
  readonly schemas: Place | undefined;
  /** Inside the first response that is shared. */
  readonly sharedResponse: Place | undefined;
}

interface Line {
  readonly number: number;
  readonly text: string;
  readonly indent: number;
  /** The key of a line that opens a map, without quotes; otherwise empty. */
  readonly key: string;
}

/** Finds the places of a text that is written in block style or as indented JSON; throws when it has no operations. */
export function placesOf(text: string): Places {
  const lines = text.split('\n').map(readLine);
  const paths = section(lines, 0, lines.length, 'paths');
  if (!paths) throw new Error('the text has no paths');
  const path = middleChild(lines, paths.line, paths.end);
  const method = lines.find(({ number, key }) => number > (path?.number ?? Infinity) && /^(?:get|put|post|delete|patch)$/.test(key));
  const responses =
    method && lines.find(({ number, key, indent }) => number > method.number && key === 'responses' && indent > method.indent);
  if (!path || !method || !responses) throw new Error('the text has no operations that can be found line by line');
  const components = section(lines, 0, lines.length, 'components');
  const schemas = components && section(lines, components.line.number + 1, components.end, 'schemas');
  const schema = schemas && middleChild(lines, schemas.line, schemas.end);
  const shared = components && section(lines, components.line.number + 1, components.end, 'responses');
  const firstShared = shared && lines.find(({ number, key }) => number > shared.line.number && key !== '');
  return {
    operation: below(lines, method),
    responses: below(lines, responses),
    paths: before(lines, path),
    schemas: schema && before(lines, schema),
    sharedResponse: firstShared && below(lines, firstShared),
  };
}

function readLine(text: string, number: number): Line {
  const [, blanks = '', key = ''] = /^( *)(?:["']?([^\s"'#-][^"']*?)["']?:(?: \{)?\s*$)?/.exec(text) ?? [];
  return { number, text: text.replace(/\r$/, ''), indent: blanks.length, key };
}

interface Section {
  readonly line: Line;
  /** The number of the first line behind it. */
  readonly end: number;
}

/** The map of this name that lies least deep between two lines. */
function section(lines: readonly Line[], from: number, to: number, name: string): Section | undefined {
  const found = lines.slice(from, to).filter(({ key }) => key === name);
  const line = found.reduce<Line | undefined>((best, each) => (best && best.indent <= each.indent ? best : each), undefined);
  if (!line) return undefined;
  const next = lines.find(({ number, text, indent }) => number > line.number && text.trim() !== '' && indent <= line.indent);
  return { line, end: next?.number ?? lines.length };
}

/** The child of a map that begins nearest to its middle. */
function middleChild(lines: readonly Line[], parent: Line, end: number): Line | undefined {
  const children = lines.slice(parent.number + 1, end).filter(({ key }) => key !== '');
  const indent = Math.min(...children.map((child) => child.indent));
  const middle = (parent.number + end) / 2;
  const own = children.filter((child) => child.indent === indent);
  return own.reduce<Line | undefined>(
    (best, each) => (best && Math.abs(best.number - middle) <= Math.abs(each.number - middle) ? best : each),
    undefined,
  );
}

/** Behind a line that opens a map: what is typed there is its first child. */
function below(lines: readonly Line[], line: Line): Place {
  const child = lines[line.number + 1];
  const indent = ' '.repeat(child && child.indent > line.indent ? child.indent : line.indent + 2);
  return { line: line.number, text: line.text, indent, step: indent.slice(line.indent) };
}

/** Before a line: what is typed there is its sibling. */
function before(lines: readonly Line[], line: Line): Place {
  const above = lines[line.number - 1];
  const child = lines[line.number + 1];
  const step = ' '.repeat(Math.max(1, (child?.indent ?? 0) - line.indent));
  return { line: line.number - 1, text: above?.text ?? '', indent: ' '.repeat(line.indent), step };
}
