import fc from 'fast-check';
import { parse } from 'yaml';
import type { DescriptionFiles } from './description-texts.ts';

/** The fields of a 401, each as lines without indentation; `@` stands for the way to the folder of the schemas. */
const descriptions = [
  'description: No',
  'description: "No # at all"',
  'description: |\n  Who are you?\n\n    Tell us.\n  # not a comment',
  'description: >-\n  Who\n  are you?\n',
  'description: Who are\n  you?',
  "description: 'Who are\n\n  you?' # asked",
];

const others = [
  '',
  '# about the header\nheaders:\n  WWW-Authenticate:\n    schema: {type: string} # one line\n    example: Bearer realm="Pets"',
  "headers: {WWW-Authenticate: {$ref: '#/components/headers/Challenge'}}",
  'headers:\n  # none',
  "content:\n  application/json:\n    schema:\n      $ref: '@schemas.yaml#/Error'",
  'content: {application/json: {schema: {$ref: "@schemas.yaml#/Error"}, example: {a: 1}}}',
  'content:\n  application/json:\n    schema:\n      type: object\n      properties:\n        value: {$ref: "@schemas.yaml#/Error"}\n    examples:\n      one:\n        value: [1, two, null]',
  'content:\n  application/json: {\n    schema: {\n      type: object\n    } # closed\n  }',
  'content:\n  application/json:\n    schema: *top',
  'content:\n  application/json:\n    schema: &inner {type: object}',
  'content:\n  application/json:\n    schema: &inner {type: object}\n  text/plain:\n    schema: *inner',
  'x-note: |+\n  kept\n\n',
  'x-note: [a, {b: c}]\n# at the end\n  # further in',
  '<<: *more',
];

/** A 401 behind its key. */
const written = fc
  .record({
    description: fc.constantFrom(...descriptions),
    other: fc.constantFrom(...others),
    isSwapped: fc.boolean(),
    above: fc.constantFrom('', '', '# above\n', '\n# above\n\n', '  # above\n'),
    onKey: fc.constantFrom('', '', ' # on the key', ' &no'),
    unit: fc.constantFrom(1, 2, 4),
  })
  .map(({ description, other, isSwapped, above, onKey, unit }) => {
    const fields = [description, other].filter((part) => part !== '');
    return `'401':${onKey}\n${indented(above + (isSwapped ? fields.reverse() : fields).join('\n'), unit)}`;
  });

const unauthorized = fc.oneof(
  written,
  fc.constantFrom(
    "'401': {description: No}",
    '401: {\n  description: No, # why\n  headers: {}\n}',
    '"401": {headers: {}, description: "No"} # behind',
    "'401': *shared",
    "'401': {$ref: '#/components/responses/Denied'}",
    "'401':\n  $ref: '#/components/responses/Denied' # refers",
    "'401':\n  # refers\n  $ref: '#/components/responses/Denied'\n  # below",
    "'401':\n  $ref: '#/components/responses/Denied'\n  description: Another one",
    "'401': {$ref: '@answers.yaml#/denied'}",
    "'401': {$ref: '@answer.yaml'}",
    "'401': {$ref: '#/components/responses/Chained'}",
  ),
);

const responses = fc
  .record({ unauthorized, more: fc.constantFrom('', "'403': {description: Not you}", '# last') })
  .map(({ unauthorized: own, more }) => ['responses:', indented(`'200': {description: Fine}\n${own}\n${more}`, 2)].join('\n').trimEnd());

/** The same 401 in several operations, and other ones. */
const operations = fc.tuple(responses, responses).chain(([a, b]) => fc.array(fc.constantFrom(a, a, b), { minLength: 1, maxLength: 3 }));

const components = fc.record({ denied: written, isFlow: fc.boolean(), isFirst: fc.boolean(), column: fc.constantFrom(2, 4) });

/** Descriptions in several folders whose operations have a 401 of their own, or refer to one: with comments, anchors, aliases and references in them. */
export const unauthorizedTexts: fc.Arbitrary<DescriptionFiles> = fc
  .record({ here: operations, there: operations, components, lineEnd: fc.constantFrom('\n', '\n', '\r\n'), finalNewline: fc.boolean() })
  .map(({ here, there, components: { denied, isFlow, isFirst, column }, lineEnd, finalNewline }) => {
    const shared = [
      'components:',
      indented(
        'securitySchemes: {bearer: {type: http, scheme: bearer}}\nheaders: {Challenge: {schema: {type: string}, example: Bearer realm="Pets"}}',
        column,
      ),
      indented(
        isFlow
          ? "responses: {Denied: {description: No}, Chained: {$ref: '#/components/responses/Denied'}}"
          : `responses:\n${indented(`${denied.replace(/^'401'/, 'Denied')}\nChained: {$ref: '#/components/responses/Denied'}`, column)}`,
        column,
      ),
    ].join('\n');
    const anchors = 'x-anchors: [&top {type: object}, &more {x-more: true}, &shared {description: No}]';
    const paths = `paths:\n${here.map((each, index) => `  /here${index}:\n    get:\n${indented(each, 6)}`).join('\n')}\n  /there: {$ref: paths/there.yaml}`;
    const head = `openapi: 3.1.0\ninfo: {title: Pets}\n${anchors}\nsecurity: [bearer: []]`;
    const entry = (isFirst ? [head, shared, paths] : [head, paths, shared]).join('\n').trimEnd();
    const methods = ['get', 'put', 'post'];
    const fragment = `# fragment\n${anchors}\n${there.map((each, index) => `${methods[index]}:\n${indented(each, 4)}`).join('\n')}`;
    const toEntry = fragment.replaceAll("'#/components", "'../openapi.yaml#/components");
    const files = {
      'openapi.yaml': `${entry}${finalNewline ? '\n' : ''}`.replaceAll('@', './shared/'),
      'paths/there.yaml': `${toEntry}\n`.replaceAll('@', '../shared/'),
      'shared/schemas.yaml': 'Error: {type: object}\n',
      'shared/answers.yaml': `# answers\ndenied:\n  description: No\n  content: {application/json: {schema: {$ref: 'schemas.yaml#/Error'}}}\n`,
      'shared/answer.yaml': `# an answer\ndescription: |\n  No\n# the body\ncontent: {application/json: {schema: {$ref: schemas.yaml#/Error}}}\n`,
    };
    return Object.fromEntries(Object.entries(files).map(([path, content]) => [path, content.replaceAll('\n', lineEnd)]));
  });

/** The same in JSON: indented by a number of blanks, by tabs, or on one line. */
export const unauthorizedJson: fc.Arbitrary<DescriptionFiles> = fc
  .record({ files: unauthorizedTexts, space: fc.constantFrom<(string | number)[]>(0, 2, 4, '\t') })
  .map(({ files, space }) => {
    const toJson = (text: string) => text.replaceAll('.yaml', '.json');
    return Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        toJson(path),
        toJson(JSON.stringify(parse(text, { merge: true, uniqueKeys: false }), null, space)),
      ]),
    );
  });

function indented(text: string, columns: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(columns));
}
