import { describe, expect, it } from 'vitest';
import { checked, found, operationsOf, statesOf } from '../support/descriptions.ts';

const allMethods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

async function versionOf(first: string): Promise<string | undefined> {
  return (await checked(`${first}\npaths: {}\n`)).api?.version;
}

describe('the version of a description', () => {
  it.each([
    ['swagger: "2.0"', '2.0'],
    ['swagger: 2.0', '2.0'],
    ['openapi: 3.0.0', '3.0'],
    ['openapi: 3.0.4', '3.0'],
    ['openapi: 3.1.0', '3.1'],
    ["openapi: '3.1.2'", '3.1'],
    ['openapi: 3.2.0', '3.2'],
    ['openapi: 3.1', '3.1'],
    ['openapi: 3.2', '3.2'],
    ['openapi: 3.7.0', '3.2'],
    ['openapi: 4.0.0', '3.2'],
    ['openapi: 3.', '3.1'],
    ['openapi: ', '3.1'],
    ['openapi: [3]', '3.1'],
  ])('%s is read as %s', async (first, version) => {
    expect(await versionOf(first)).toBe(version);
  });

  it('makes a text a description, wherever its key stands', async () => {
    expect((await checked('paths: {}\nopenapi: 3.1.0\n')).api?.version).toBe('3.1');
    expect((await checked('info: {openapi: 3.1.0}\n')).api).toBe(undefined);
    expect((await checked('- openapi: 3.1.0\n')).api).toBe(undefined);
    expect((await checked('')).api).toBe(undefined);
  });
});

describe('the methods of a path item', () => {
  it.each([
    ['swagger: "2.0"', allMethods.slice(0, 7)],
    ['openapi: 3.0.4', allMethods.slice(0, 8)],
    ['openapi: 3.1.1', allMethods.slice(0, 8)],
    ['openapi: 3.2.0', allMethods],
  ])('%s', async (first, methods) => {
    const text = `${first}\npaths:\n  /pets:\n${allMethods.map((method) => `    ${method}: {}\n`).join('')}`;
    expect(operationsOf(await checked(text))).toEqual(methods.map((method) => `${method} /pets`));
  });

  it('are lower case, and nothing else in a path item is one', async () => {
    const text =
      'openapi: 3.1.0\npaths:\n  /pets:\n    GET: {}\n    Get: {}\n    summary: get\n    parameters: []\n    servers: []\n    x-get: {}\n    get: {}\n';
    expect(operationsOf(await checked(text))).toEqual(['get /pets']);
  });

  it('case 25: 3.2 has additional operations in their own spelling', async () => {
    const text = (version: string) =>
      `openapi: ${version}\nsecurity: [basic: []]\npaths:\n  /pets:\n    additionalOperations:\n      COPY: {}\n      x-note: {}\n    get: {}\ncomponents: {securitySchemes: {basic: {type: http, scheme: basic}}}\n`;
    expect(operationsOf(await checked(text('3.2.0')))).toEqual(['COPY /pets', 'get /pets']);
    expect(operationsOf(await checked(text('3.1.0')))).toEqual(['get /pets']);
    expect(await found(text('3.2.0'))).toEqual(['missing-401: COPY', 'missing-401: get']);
  });

  it('case 25: 3.2 has query', async () => {
    const text = 'openapi: 3.2.0\npaths:\n  /pets:\n    query: {security: [nobody: []], responses: {}}\n';
    expect(await found(text)).toEqual(['missing-401: query', 'undefined-security-scheme: nobody']);
  });
});

describe('case 26: OpenAPI 2.0', () => {
  const text = (rest: string) =>
    `swagger: '2.0'\nsecurity: [login: []]\nsecurityDefinitions: {login: {type: basic}}\npaths:\n  /pets:\n    get:\n      responses: ${rest}\n`;

  it('defines its schemes in securityDefinitions', async () => {
    expect(await found(text("{'401': {description: No, headers: {WWW-Authenticate: {type: string}}}}"))).toEqual([]);
  });

  it('does not look for them in components, nor 3.x in securityDefinitions', async () => {
    const components = 'components: {securitySchemes: {login: {type: http, scheme: basic}}}\n';
    expect(await found(`swagger: '2.0'\nsecurity: [login: []]\npaths: {}\n${components}`)).toEqual(['undefined-security-scheme: login']);
    expect(await found('openapi: 3.0.0\nsecurity: [login: []]\npaths: {}\nsecurityDefinitions: {login: {type: basic}}\n')).toEqual([
      'undefined-security-scheme: login',
    ]);
  });

  it('has no ranges', async () => {
    const { findings } = await checked(text('{4XX: {description: No}, default: {description: No}}'));
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('only default')]);
  });

  it('wants the header, which is flat', async () => {
    const { findings } = await checked(text("{'401': {description: No}}"));
    expect(findings.map(({ rule }) => rule)).toEqual(['missing-www-authenticate']);
    const written = findings[0]?.fixes[0]?.edits()[0]?.edits[0]?.text ?? '';
    expect(written).toContain('type: string');
    expect(written).toContain('Basic realm=');
    expect(written).not.toMatch(/schema:|required:|\bexample: (?!Basic)/);
  });

  it('has neither webhooks nor callbacks', async () => {
    const { api } = await checked(`${text('{}')}      callbacks: {on: {'{$url}': {post: {}}}}\nwebhooks: {on: {post: {}}}\n`);
    expect(api?.operations).toHaveLength(1);
  });
});

describe('case 27: what 3.1 may leave out', () => {
  it.each([
    'openapi: 3.1.0\nwebhooks: {on: {post: {security: []}}}\n',
    'openapi: 3.1.0\ncomponents: {securitySchemes: {basic: {type: http, scheme: basic}}}\n',
    'openapi: 3.1.0\n',
    'openapi: 3.1.0\npaths:\n',
    'openapi: 3.1.0\npaths: {}\ncomponents:\n',
  ])('%j has no findings', async (text) => {
    expect(await found(text)).toEqual([]);
  });

  it('an operation without responses lacks its 401', async () => {
    const { findings } = await checked(
      'openapi: 3.1.0\npaths: {/pets: {get: {security: [b: []]}}}\ncomponents: {securitySchemes: {b: {type: http, scheme: bearer}}}\n',
    );
    expect(findings.map(({ rule }) => rule)).toEqual(['missing-401']);
  });
});

describe('case 28: webhooks and callbacks', () => {
  const text = `openapi: 3.1.0
security: [b: []]
paths:
  /pets:
    post:
      security: []
      callbacks:
        onChange:
          '{$request.body#/url}':
            post: {responses: {'200': {description: Fine}}}
            put: {security: [nobody: []], responses: {'401': {description: No}}}
          x-note: {post: {}}
webhooks:
  onPet:
    post: {responses: {'200': {description: Fine}}}
    put: {security: [nothing: []], responses: {'401': {description: No}}}
  x-hook: {get: {}}
components: {securitySchemes: {b: {type: http, scheme: bearer}}}
`;

  it('are read, callbacks behind the operation that has them', async () => {
    expect(operationsOf(await checked(text))).toEqual([
      'post /pets',
      'callback post {$request.body#/url}',
      'callback put {$request.body#/url}',
      'webhook post onPet',
      'webhook put onPet',
      'webhook get x-hook',
    ]);
  });

  it('do not inherit the root’s security', async () => {
    expect(statesOf(await checked(text))).toMatchObject({
      'callback post {$request.body#/url}': 'undeclared',
      'callback put {$request.body#/url}': 'secured',
      'webhook post onPet': 'undeclared',
      'webhook put onPet': 'secured',
    });
  });

  it('have their own requirements checked, and nothing about 401', async () => {
    expect(await found(text)).toEqual(['undefined-security-scheme: nobody', 'undefined-security-scheme: nothing']);
  });

  it('3.0 has callbacks, but no webhooks', async () => {
    expect(operationsOf(await checked(text.replace('3.1.0', '3.0.3'))).filter((name) => name.startsWith('webhook'))).toEqual([]);
    expect(operationsOf(await checked(text.replace('3.1.0', '3.0.3'))).filter((name) => name.startsWith('callback'))).toHaveLength(2);
  });

  it('a callback that refers to the path item which holds it comes to an end', async () => {
    const { api } = await checked(
      "openapi: 3.1.0\npaths:\n  /a:\n    post:\n      callbacks:\n        on: {'{$url}': {$ref: '#/paths/~1a'}}\n",
    );
    expect(api?.operations.length).toBeGreaterThan(1);
    expect(api?.operations.length).toBeLessThan(10);
  });
});

describe('case 25: requirements of 3.2 that are URIs', () => {
  const text = (requirement: string, version = '3.2.0') => `openapi: ${version}
security: [${requirement}: []]
paths: {}
components:
  securitySchemes:
    basic: {type: http, scheme: basic}
    ./named.yaml: {type: http, scheme: basic}
    foo: {type: http, scheme: basic}
`;
  const files = { 'schemes.yaml': 'bearer: {type: http, scheme: bearer}\n', 'whole.yaml': '{type: http, scheme: bearer}\n' };

  it.each(["'#/components/securitySchemes/basic'", "'schemes.yaml#/bearer'", 'whole.yaml', './whole.yaml', './named.yaml'])(
    '%s leads to a scheme',
    async (requirement) => {
      expect(await found(text(requirement), files)).toEqual([]);
    },
  );

  it.each(["'#/components/securitySchemes/nobody'", "'schemes.yaml#/nobody'", './nowhere.yaml', './foo'])(
    '%s leads nowhere',
    async (requirement) => {
      const findings = await found(text(requirement), files);
      expect(findings).toEqual([`undefined-security-scheme: ${requirement}`]);
    },
  );

  it('a name without a sign of a URI is a name', async () => {
    expect(await found(text('foo'), files)).toEqual([]);
    expect(await found(text('whole'), { whole: '{type: http, scheme: basic}' })).toEqual(['undefined-security-scheme: whole']);
  });

  it('a URI on another machine is unknown, not undefined', async () => {
    expect((await found(text('https://example.com/schemes.yaml'))).join()).not.toContain('undefined-security-scheme');
  });

  it('earlier versions have names only', async () => {
    expect(await found(text("'schemes.yaml#/bearer'", '3.1.0'), files)).toEqual(["undefined-security-scheme: 'schemes.yaml#/bearer'"]);
  });
});
