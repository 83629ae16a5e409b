import { describe, expect, it } from 'vitest';
import { checked, found, withOperation } from '../support/descriptions.ts';

const bare = "responses: {'200': {description: Fine}}";
const with401 = "responses: {'401': {description: No}}";

function secured(requirement: string, rest: string): string {
  return withOperation(`security: [${requirement}]\n${rest}`);
}

/** The severity of the finding about a 401 without a header; undefined when there is none. */
async function headerSeverity(requirement: string): Promise<string | undefined> {
  const { findings } = await checked(secured(requirement, with401));
  return findings.find(({ rule }) => rule === 'missing-www-authenticate')?.severity;
}

describe('several schemes', () => {
  it('case 9: AND: every name is checked', async () => {
    expect(await found(secured('{bearer: [], nobody: [], nothing: []}', with401))).toEqual([
      'undefined-security-scheme: nobody',
      'undefined-security-scheme: nothing',
      "missing-www-authenticate: '401'",
    ]);
  });

  it('case 9: AND: one scheme with a challenge is enough to want the header', async () => {
    expect(await headerSeverity('{key: [], bearer: []}')).toBe('warning');
  });

  it('case 10: OR: every name is checked', async () => {
    expect(await found(secured('{bearer: []}, {nobody: []}', with401))).toEqual([
      'undefined-security-scheme: nobody',
      "missing-www-authenticate: '401'",
    ]);
  });

  it('case 10: OR: one alternative with a challenge is enough to want the header', async () => {
    expect(await headerSeverity('{key: []}, {bearer: []}')).toBe('warning');
  });
});

describe('case 12: mutual TLS', () => {
  it('alone wants neither 401 nor header', async () => {
    expect(await found(secured('{certificate: []}', bare))).toEqual([]);
    expect(await found(secured('{certificate: []}', with401))).toEqual([]);
  });

  it.each(['{certificate: [], bearer: []}', '{certificate: []}, {bearer: []}'])(
    'with a bearer token wants both: %s',
    async (requirement) => {
      expect(await found(secured(requirement, bare))).toEqual(['missing-401: get']);
      expect(await headerSeverity(requirement)).toBe('warning');
    },
  );
});

describe('case 13: API keys and cookies', () => {
  it.each(['{key: []}', '{cookie: []}', '{key: [], cookie: []}', '{key: []}, {cookie: []}'])(
    'alone want the header as information only: %s',
    async (requirement) => {
      expect(await headerSeverity(requirement)).toBe('info');
    },
  );

  it('want a 401 like any other', async () => {
    const { findings } = await checked(secured('{key: []}', bare));
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['missing-401 warning']);
  });

  it('with mutual TLS still want the header', async () => {
    expect(await headerSeverity('{key: [], certificate: []}')).toBe('info');
  });

  it.each(['{key: []}', '{cookie: []}'])('get no invented challenge: %s', async (requirement) => {
    for (const rest of [bare, with401]) {
      const { findings } = await checked(secured(requirement, rest));
      const edits = findings.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits().flatMap((file) => file.edits)));
      expect(edits.length).toBeGreaterThan(0);
      for (const { text } of edits) expect(text).not.toMatch(/Basic|Bearer|realm/);
    }
  });
});

describe('case 14: Concealed', () => {
  it('wants neither 401 nor header', async () => {
    expect(await found(secured('{concealed: []}', bare))).toEqual([]);
    expect(await found(secured('{concealed: []}', with401))).toEqual([]);
  });
});

describe('a 401 whatever the operation’s state', () => {
  it.each(['[]', '[{}]', '[{}, {bearer: []}]', 'null'])('wants its header: security: %s', async (security) => {
    expect(await found(withOperation(`security: ${security}\n${with401}`, { root: 'security: []' }))).toEqual([
      "missing-www-authenticate: '401'",
    ]);
  });
});

describe('names that are defined nowhere', () => {
  it('are found at the root once, however many operations inherit them', async () => {
    const text = `openapi: 3.1.0\nsecurity: [nobody: []]\npaths:\n  /pets:\n    get: {${bare}}\n    put: {${bare}}\n`;
    const { findings } = await checked(text);
    expect(findings.filter(({ rule }) => rule === 'undefined-security-scheme').map(({ operations }) => operations.length)).toEqual([2]);
  });

  it('are found at a root without operations', async () => {
    expect(await found('openapi: 3.1.0\nsecurity: [nobody: []]\npaths: {}\n')).toEqual(['undefined-security-scheme: nobody']);
  });

  it('still ask for a 401 and its header', async () => {
    expect(await found(secured('{nobody: []}', bare))).toEqual(['missing-401: get', 'undefined-security-scheme: nobody']);
    expect(await headerSeverity('{nobody: []}')).toBe('warning');
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('may be called %s', async (name) => {
    expect(await found(secured(`{${name}: []}`, bare))).toEqual(['missing-401: get', `undefined-security-scheme: ${name}`]);
  });

  it('case 24: scopes of openIdConnect, and roles in 3.1, are no errors', async () => {
    expect(
      await found(secured('{provider: [read], bearer: [admin]}', "responses: {'401': {description: No, headers: {WWW-Authenticate: {}}}}")),
    ).toEqual([]);
  });
});
