import { describe, expect, it } from 'vitest';
import { duplicateKey } from '../../../linter/rules/duplicate-key.ts';
import { runRule } from '../support/one-rule.ts';

describe('duplicate-key', () => {
  it.each([
    ['the root', 'security: []\nsecurity: []'],
    ['components', 'components: {responses: {}, responses: {}}'],
    ['shared responses', 'components: {responses: {A: {description: No}, A: {description: No}}}'],
    ['security schemes', 'components: {securitySchemes: {a: {type: mutualTLS}, a: {type: mutualTLS}}}'],
    ['a scheme', 'components: {securitySchemes: {a: {type: http, type: http, scheme: basic}}}'],
    ['flows', 'components: {securitySchemes: {a: {type: oauth2, flows: {implicit: {}, implicit: {}}}}}'],
    ['scopes', "components: {securitySchemes: {a: {type: oauth2, flows: {implicit: {scopes: {read: '', read: ''}}}}}}"],
    ['a requirement', 'security: [{a: [], a: []}]'],
    ['paths', 'paths: {/a: {}, /a: {}}'],
    ['webhooks', 'webhooks: {a: {}, a: {}}'],
    ['a path item', 'paths: {/a: {get: {}, get: {}}}'],
    ['an operation', 'paths: {/a: {get: {security: [], security: []}}}'],
    ['a requirement of an operation', 'paths: {/a: {get: {security: [{a: [], a: []}]}}}'],
    ['responses', "paths: {/a: {get: {responses: {'200': {}, '200': {}}}}}"],
    ['a response', "paths: {/a: {get: {responses: {'401': {description: A, description: B}}}}}"],
    ['headers', "paths: {/a: {get: {responses: {'401': {headers: {A: {}, A: {}}}}}}}"],
    ['a header', "paths: {/a: {get: {responses: {'401': {headers: {A: {schema: {}, schema: {}}}}}}}}"],
  ])('is found in %s', (_, text) => {
    const { findings } = runRule(duplicateKey, `openapi: 3.1.0\n${text}\n`);
    expect(findings.map(({ message }) => message)).toEqual([expect.stringMatching(/^This \S+ has no effect: /)]);
  });

  it('is found in a path item of another file, once for all that refer to it', () => {
    const text = 'openapi: 3.1.0\npaths: {/a: {$ref: a.yaml}, /b: {$ref: a.yaml}}\n';
    expect(runRule(duplicateKey, text, { 'a.yaml': 'get: {}\nget: {}\n' }).marked).toEqual(['a.yaml get']);
  });

  it('is no matter in schemas, examples and extensions', () => {
    const text =
      "openapi: 3.1.0\nx-a: {a: 1, a: 2}\npaths: {/a: {post: {requestBody: {content: {}, content: {}}, responses: {'200': {content: {text/plain: {example: {a: 1, a: 2}}}}}}}}\n";
    expect(runRule(duplicateKey, text).findings).toEqual([]);
  });

  it('is no `<<`, which may be written twice', () => {
    expect(runRule(duplicateKey, 'openapi: 3.1.0\nx-a: &a {security: []}\n<<: *a\n<<: *a\nsecurity: []\n').findings).toEqual([]);
  });

  it('with the name of something else is a key like others', () => {
    const text = 'openapi: 3.1.0\ncomponents: {responses: {constructor: {}, __proto__: {}, constructor: {}, __proto__: {}}}\n';
    expect(runRule(duplicateKey, text).marked).toEqual(['constructor', '__proto__']);
  });
});
