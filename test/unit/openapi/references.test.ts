import { describe, expect, it } from 'vitest';
import { missionFiles } from '../../support/memory-files.ts';
import { checked, found, operationsOf, schemes } from '../support/descriptions.ts';

const header = 'headers: {WWW-Authenticate: {schema: {type: string}}}';

/** A secured operation whose 401 is this, with more at the end of the description. */
function with401(response: string, more = ''): string {
  return `openapi: 3.1.0\nsecurity: [bearer: []]\npaths:\n  /pets:\n    get:\n      responses:\n        '401': ${response}\n${schemes}${more}`;
}

describe('case 18: a 401 behind a reference', () => {
  it('in the same file: one finding at the shared response', async () => {
    expect(await found(with401("{$ref: '#/components/responses/No'}", '  responses:\n    No: {description: No}\n'))).toEqual([
      'missing-www-authenticate: No',
    ]);
  });

  it('in another file', async () => {
    expect(await found(with401('{$ref: shared.yaml#/no}'), { 'shared.yaml': 'no: {description: No}\n' })).toEqual([
      'shared.yaml missing-www-authenticate: no',
    ]);
  });

  it('that is a whole file', async () => {
    const findings = await found(with401('{$ref: no.yaml}'), { 'no.yaml': 'description: No\n' });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^no\.yaml missing-www-authenticate: /);
  });

  it('through a chain of them', async () => {
    const more = "  responses:\n    First: {$ref: '#/components/responses/Second'}\n    Second: {$ref: 'shared.yaml#/third'}\n";
    expect(await found(with401("{$ref: '#/components/responses/First'}", more), { 'shared.yaml': 'third: {description: No}\n' })).toEqual([
      'shared.yaml missing-www-authenticate: third',
    ]);
  });

  it('with the header at the end of the chain', async () => {
    const more = `  responses:\n    First: {$ref: '#/components/responses/Second'}\n    Second: {description: No, ${header}}\n`;
    expect(await found(with401("{$ref: '#/components/responses/First'}", more))).toEqual([]);
  });

  it('in a circle: one finding at one of its references, nothing about the header', async () => {
    const more = "  responses:\n    A: {$ref: '#/components/responses/B'}\n    B: {$ref: '#/components/responses/A'}\n";
    const findings = await found(with401("{$ref: '#/components/responses/A'}", more));
    expect(findings).toEqual(["unresolved-reference: '#/components/responses/B'"]);
  });

  it('in a circle that is entered at several places: still one finding', async () => {
    const text = `openapi: 3.1.0
security: [bearer: []]
paths:
  /pets:
    get: {responses: {'401': {$ref: '#/components/responses/B'}}}
    put: {responses: {'401': {$ref: '#/components/responses/A'}}}
    post: {responses: {'401': {$ref: '#/components/responses/C'}}}
${schemes}  responses:
    A: {$ref: '#/components/responses/B'}
    B: {$ref: '#/components/responses/C'}
    C: {$ref: '#/components/responses/A'}
`;
    expect(await found(text)).toHaveLength(1);
  });

  it('that is its own target', async () => {
    const more = "  responses:\n    A: {$ref: '#/components/responses/A'}\n";
    expect(await found(with401("{$ref: '#/components/responses/A'}", more))).toEqual(["unresolved-reference: '#/components/responses/A'"]);
  });

  it.each(["'#/components/responses/Nothing'", "'nowhere.yaml'", "'#nothing'", "'%E0%A4%A'"])(
    'case 53: that is broken: it is unresolved, not without header: %s',
    async (reference) => {
      expect(await found(with401(`{$ref: ${reference}}`))).toEqual([`unresolved-reference: ${reference}`]);
    },
  );

  it('that is used by several operations: one finding with all of them', async () => {
    const text = `openapi: 3.1.0
security: [bearer: []]
paths:
  /pets:
    get: {responses: {'401': {$ref: '#/components/responses/No'}}}
    put: {responses: {'401': {$ref: '#/components/responses/Alias'}}}
    post: {responses: {'401': {$ref: '#/components/responses/No'}}}
${schemes}  responses:
    Alias: {$ref: '#/components/responses/No'}
    No: {description: No}
`;
    const { findings } = await checked(text);
    expect(findings.map(({ rule, operations, related }) => [rule, operations.map(({ method }) => method), related.length])).toEqual([
      ['missing-www-authenticate', ['get', 'put', 'post'], 3],
    ]);
  });

  it('case 45: with siblings: what stands beside the reference does not count', async () => {
    const more = '  responses:\n    No: {description: No}\n';
    expect(await found(with401(`{$ref: '#/components/responses/No', description: Mine, ${header}}`, more))).toEqual([
      'missing-www-authenticate: No',
    ]);
  });

  it('case 43: shared responses that nobody uses are silent', async () => {
    const more =
      "  responses:\n    Unused: {description: No}\n    Broken: {$ref: '#/nowhere'}\n    Misspelt: {description: No, headers: {WWW_Authenticate: {}}}\n";
    expect(await found(with401(`{description: No, ${header}}`, more))).toEqual([]);
  });

  it('on another machine: said as information, and nothing else fires', async () => {
    const { findings } = await checked(with401('{$ref: https://example.com/responses.yaml#/no}'));
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['unresolved-reference info']);
  });
});

describe('a responses map behind a reference', () => {
  const text = (target: string) =>
    `openapi: 3.1.0\nsecurity: [bearer: []]\npaths:\n  /pets:\n    get:\n      responses: {$ref: ${target}}\n${schemes}`;

  it('is followed', async () => {
    expect(await found(text('answers.yaml'), { 'answers.yaml': `'401': {description: No, ${header}}\n` })).toEqual([]);
    expect(await found(text('answers.yaml'), { 'answers.yaml': "'200': {description: Fine}\n" })).toEqual(['missing-401: get']);
  });

  it('is unknown when it leads nowhere', async () => {
    expect(await found(text('nowhere.yaml'))).toEqual(['unresolved-reference: nowhere.yaml']);
  });
});

describe('case 21: a path item in another file', () => {
  const entry = `openapi: 3.1.0\nsecurity: [bearer: []]\npaths:\n  /pets: {$ref: 'paths/pets.yaml'}\n${schemes}`;

  it('has its findings there, and takes the names of schemes from the entry document', async () => {
    const files = {
      'paths/pets.yaml': 'get:\n  security: [basic: []]\n  responses: {}\nput:\n  security: [nobody: []]\n  responses: {}\n',
    };
    expect(await found(entry, files)).toEqual([
      'paths/pets.yaml missing-401: get',
      'paths/pets.yaml missing-401: put',
      'paths/pets.yaml undefined-security-scheme: nobody',
    ]);
  });

  it('takes them from the entry document even where its own file defines others', async () => {
    const files = {
      'paths/pets.yaml': `get:\n  security: [mine: []]\n  responses: {'401': {description: No, ${header}}}\ncomponents: {securitySchemes: {mine: {type: http, scheme: basic}}}\n`,
    };
    expect(await found(entry, files)).toEqual(['paths/pets.yaml undefined-security-scheme: mine']);
  });

  it('inherits the root’s security', async () => {
    expect(await found(entry, { 'paths/pets.yaml': 'get: {responses: {}}\n' })).toEqual(['paths/pets.yaml missing-401: get']);
  });

  it('with operations beside the reference: own before referenced', async () => {
    const text = `openapi: 3.1.0\npaths:\n  /pets:\n    $ref: 'pets.yaml'\n    get: {security: []}\n`;
    const result = await checked(text, { 'pets.yaml': 'get: {security: [nobody: []]}\npost: {security: []}\n' });
    expect(operationsOf(result)).toEqual(['get /pets', 'post /pets']);
    expect(result.findings).toEqual([]);
  });

  it('that leads nowhere is unresolved', async () => {
    expect(await found(entry)).toEqual(["unresolved-reference: 'paths/pets.yaml'"]);
  });
});

describe('case 22: a fragment on its own', () => {
  const files = missionFiles({ 'pets.yaml': 'get:\n  security: [bearer: []]\n  responses: {}\n' });

  it('is no entry document and has no findings', async () => {
    expect(await files.linter.isEntry('file:///api/pets.yaml')).toBe(false);
    expect(await files.findings('pets.yaml')).toEqual([]);
  });
});

describe('case 23: a scheme behind a reference to another file', () => {
  const text = (scheme: string) =>
    `openapi: 3.1.0\nsecurity: [login: []]\npaths:\n  /pets:\n    get: {responses: {'401': {description: No}}}\ncomponents:\n  securitySchemes:\n    login: ${scheme}\n`;

  it('is known with all that it says', async () => {
    const { findings, api } = await checked(text('{$ref: schemes.yaml#/key}'), {
      'schemes.yaml': 'key: {type: apiKey, in: header, name: X-Key}\n',
    });
    expect(api?.schemes.byName.get('login')?.type).toBe('apiKey');
    expect(findings.map(({ severity }) => severity)).toEqual(['info']);
  });

  it('is defined, though unknown, when the reference is broken', async () => {
    expect(await found(text('{$ref: nowhere.yaml}'))).toEqual(["missing-www-authenticate: '401'", 'unresolved-reference: nowhere.yaml']);
  });

  it('may be in a map that is a reference itself', async () => {
    const entry = `openapi: 3.1.0\nsecurity: [login: []]\npaths: {}\ncomponents:\n  securitySchemes: {$ref: schemes.yaml}\n`;
    expect(await found(entry, { 'schemes.yaml': 'login: {type: http, scheme: basic}\n' })).toEqual([]);
    expect(await found(entry)).toEqual(['unresolved-reference: schemes.yaml']);
  });
});

describe('case 51: an operation that is a reference', () => {
  const entry = `openapi: 3.1.0\nsecurity: [bearer: []]\npaths:\n  /pets:\n    get: {$ref: get-pets.yaml}\n${schemes}`;

  it('is followed', async () => {
    expect(await found(entry, { 'get-pets.yaml': `responses: {'401': {description: No, ${header}}}\n` })).toEqual([]);
    expect(await found(entry, { 'get-pets.yaml': "responses: {'200': {description: Fine}}\n" })).toEqual([
      'get-pets.yaml missing-401: responses',
    ]);
  });

  it('is marked by what its file has', async () => {
    expect(await found(entry, { 'get-pets.yaml': 'operationId: getPets\n' })).toEqual(['get-pets.yaml missing-401: operationId']);
    expect(await found(entry, { 'get-pets.yaml': 'summary: Get\n' })).toEqual(['get-pets.yaml missing-401: summary']);
  });

  it('is unknown when it leads nowhere', async () => {
    expect(await found(entry)).toEqual(['unresolved-reference: get-pets.yaml']);
  });
});

describe('a half-typed reference', () => {
  it.each(['', '#', '#/components', '#/components/responses'])(
    '%j is no response, and nothing is written where it leads',
    async (target) => {
      const text = `openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\nsecurity: [{bearer: []}]\npaths:\n  /pets:\n    get:\n      responses:\n        '401':\n          $ref: '${target}'\ncomponents:\n  responses:\n    Unauthorized: {description: No}\n  securitySchemes: {bearer: {type: http, scheme: bearer}}\n`;
      const files = missionFiles({ 'openapi.yaml': text });
      expect((await files.findings('openapi.yaml')).map(({ rule }) => rule)).toEqual(['unresolved-reference']);
    },
  );
});
