import { describe, expect, it } from 'vitest';
import { countedCheck } from '../support/counted-check.ts';

const head = 'openapi: 3.1.0\ninfo: {title: Pets, version: "1"}\n';
const secured = `${head}security: [{bearer: []}]\n`;
const schemes = 'components:\n  securitySchemes:\n    bearer: {type: http, scheme: bearer}\n';

function times(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join('');
}

function operations(count: number, fields: string | ((index: number) => string)): string {
  return `paths:\n${times(count, (index) => `  /${index}:\n    get:\n${typeof fields === 'string' ? fields : fields(index)}`)}`;
}

/** Descriptions in which something is there many times. */
const descriptions: readonly (readonly [string, (count: number) => string])[] = [
  ['operations without 401', (count) => secured + operations(count, "      responses: {'200': {description: Fine}}\n") + schemes],
  [
    'operations that share a 401',
    (count) =>
      `${secured}${operations(count, "      responses:\n        '401': {$ref: '#/components/responses/No'}\n")}${schemes}  responses: {No: {description: No}}\n`,
  ],
  ['operations with a 401 of their own', (count) => secured + operations(count, "      responses: {'401': {description: No}}\n") + schemes],
  ['operations that say nothing of security', (count) => head + operations(count, '      responses: {}\n') + schemes],
  [
    'operations that share the parameter Authorization',
    (count) =>
      `${head}${operations(count, "      parameters: [{$ref: '#/components/parameters/A'}]\n")}${schemes}  parameters: {A: {name: Authorization, in: header}}\n`,
  ],
  [
    'requirements and schemes',
    (count) =>
      `${head}security:\n${times(count, (index) => `  - s${index}: []\n`)}${operations(1, '      responses: {}\n')}components:\n  securitySchemes:\n${times(count, (index) => `    s${index}: {type: http, scheme: bearer}\n`)}`,
  ],
  [
    'schemes that nothing names, each with a mistake',
    (count) =>
      `${head}security: []\npaths: {}\ncomponents:\n  securitySchemes:\n${times(count, (index) => `    s${index}: {typ: http, schema: bearer}\n`)}`,
  ],
  [
    'keys that are the same',
    (count) => `${head}security: []\npaths: {}\ncomponents:\n  responses:\n${times(count, () => '    same: {description: No}\n')}`,
  ],
  [
    'keys that stand twice',
    (count) =>
      `${head}security: []\npaths: {}\ncomponents:\n  responses:\n${times(count, (index) => `    r${index}: {}\n    r${index}: {}\n`)}`,
  ],
  [
    'suppressions',
    (count) =>
      secured + operations(count, (index) => `      x-auth-lint-ignore: [missing-401, no-rule-${index}]\n      responses: {}\n`) + schemes,
  ],
];

describe('work grows as the description does', () => {
  it.each(descriptions)('with %s', (_, describe) => {
    const [once, twice] = [countedCheck(describe(60)), countedCheck(describe(120))];
    expect(twice.opened / once.opened).toBeLessThan(2.1);
    expect(twice.checked / once.checked).toBeLessThan(2.2);
    // Entries are found among others by halves.
    expect(twice.fixed / once.fixed).toBeLessThan(2.5);
  });
});

describe('what no rule speaks of is not read', () => {
  it('below schemas, bodies and examples', () => {
    const body =
      '      requestBody: {content: {application/json: {schema: {properties: {a: {type: string}}}, example: {a: {b: {c: d}}}}}}\n';
    const responses = "      responses: {'200': {description: Fine}, '401': {description: No}}\n";
    const [without, withBodies] = [responses, responses + body].map((fields) => countedCheck(secured + operations(50, fields) + schemes));
    expect(withBodies?.opened).toBe(without?.opened);
  });

  it('for fixes that nobody asks for', () => {
    const text = (fields: string) => secured + operations(50, `      responses: {'401': {description: No}${fields}}\n`) + schemes;
    const others = ", '200': {description: Fine, headers: {}}, '204': {description: Fine, headers: {}}";
    // Whether another status has the same text is only of interest where somebody is about to change it.
    expect(countedCheck(text(others)).opened).toBe(countedCheck(text('')).opened);
  });
});
