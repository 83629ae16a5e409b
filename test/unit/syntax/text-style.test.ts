import { describe, expect, it } from 'vitest';
import { parse } from '../../../linter/syntax/parse.ts';

describe('a text’s habits', () => {
  it('indentation is read behind a byte order mark', () => {
    expect(parse('\uFEFF{\n\t"openapi": "3.0.0"\n}', 'json').style.unit).toBe('\t');
    expect(parse('\uFEFFinfo:\n    title: x\n', 'yaml').style.unit).toBe('    ');
  });

  it('line ends are those of most lines', () => {
    expect(parse('a: 1\r\nb: 2\nc: 3\nd: 4\n', 'yaml').style.lineEnd).toBe('\n');
    expect(parse('a: 1\r\nb: 2\r\nc: 3\n', 'yaml').style.lineEnd).toBe('\r\n');
    expect(parse('{\r\t"a": 1\r}\r', 'json').style).toMatchObject({ lineEnd: '\r', unit: '\t' });
  });

  it('references have quotes and dots of their own', () => {
    const text = '"200":\n  $ref: \'./a.yaml\'\n"201":\n  $ref: \'./b.yaml\'\n';
    expect(parse(text, 'yaml').style).toMatchObject({
      singleQuote: false,
      references: { quotes: 'single', alwaysQuoted: true, dotted: true },
    });
    expect(parse('a:\n  $ref: b.yaml\n', 'yaml').style.references).toEqual({
      quotes: undefined,
      alwaysQuoted: false,
      dotted: false,
      inBraces: false,
    });
    expect(parse('a: {$ref: b.yaml}\nb: { $ref: c.yaml }\nc:\n  $ref: d.yaml\n', 'yaml').style.references.inBraces).toBe(true);
    expect(parse("'200': {description: Fine}\n'404':\n  x: 1\n'500': {}\n", 'yaml').style.references.inBraces).toBe(true);
    expect(parse('{"$ref": "b.json"}', 'json').style.references.dotted).toBe(false);
  });

  it('security requirements and braces are written as most are', () => {
    const block = 'security:\n  - a: []\n';
    const flow = 'x:\n  security: [{a: []}]\n';
    expect(parse(block + flow + flow, 'yaml').style).toMatchObject({ requirementsInBrackets: true, padded: false });
    expect(parse(`${block}${flow}security: []\n`, 'yaml').style.requirementsInBrackets).toBe(false);
    expect(parse('a: { b: 1 }\nc: {d: 1}\ne: { f: 2 }\n/x/{id}: 1\n', 'yaml').style.padded).toBe(true);
  });
});
