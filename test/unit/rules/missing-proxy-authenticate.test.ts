import { describe, expect, it } from 'vitest';
import { missingProxyAuthenticate } from '../../../linter/rules/missing-proxy-authenticate.ts';
import { runRule } from '../support/one-rule.ts';

function withResponses(responses: string, more = ''): string {
  return `openapi: 3.1.0\npaths: {/a: {get: {responses: {${responses}}}}}\n${more}`;
}

const add = 'Add the Proxy-Authenticate header';

describe('missing-proxy-authenticate', () => {
  it('leaves a text to a person that stands for other statuses too', () => {
    const more = 'components: {responses: {Error: {description: No}}}\n';
    const shared = "{$ref: '#/components/responses/Error'}";
    const kindOf = (responses: string) => runRule(missingProxyAuthenticate, withResponses(responses, more)).findings[0]?.fixes[0]?.kind;
    expect(kindOf(`'407': ${shared}`)).toBe('safe');
    expect(kindOf(`'407': ${shared}, '500': ${shared}`)).toBe('suggestion');
    expect(kindOf("'407': &no {description: No}, '500': *no")).toBe('suggestion');
  });

  it('refers to a shared header', () => {
    const more = 'components: {headers: {ProxyAuthenticate: {schema: {type: string}}}}\n';
    const result = runRule(missingProxyAuthenticate, withResponses("'407': {description: No}", more));
    expect(result.fixedBy(add)['openapi.yaml']).toContain(
      "headers: {Proxy-Authenticate: {$ref: '#/components/headers/ProxyAuthenticate'}}",
    );
  });

  it('describes a response of which there is nothing', () => {
    const fixed = runRule(missingProxyAuthenticate, withResponses("'407': {}")).fixedBy(add)['openapi.yaml'];
    expect(fixed).toContain("'407': {description: The proxy asks for credentials., headers: {Proxy-Authenticate: {");
  });

  it('is silent about other statuses, and where the headers are not known', () => {
    expect(runRule(missingProxyAuthenticate, withResponses("'401': {description: No}, 4XX: {description: No}")).findings).toEqual([]);
    expect(runRule(missingProxyAuthenticate, withResponses("'407': {description: No, headers: {$ref: '#/none'}}")).findings).toEqual([]);
  });
});
