import { describe, expect, it } from 'vitest';
import { type Fingerprint, fingerprints, mergeFindings } from '../../../linter/index.ts';
import { folder, MemoryFiles } from '../../support/memory-files.ts';

/** The fingerprints of what is found in some files, all of which are descriptions unless a name says `part`. */
async function of(files: Readonly<Record<string, string>>): Promise<readonly Fingerprint[]> {
  const memory = new MemoryFiles(files);
  const entries = Object.keys(files).filter((path) => !path.includes('part'));
  const results = await Promise.all(entries.map((path) => memory.check(path)));
  return fingerprints(mergeFindings(results), (uri) => uri.slice(folder.length));
}

const sorted = (prints: readonly Fingerprint[], part: keyof Fingerprint) => prints.map((print) => print[part]).sort();

const description = `openapi: 3.1.0
info: {title: Pets, version: '1'}
security: [{token: []}]
components:
  securitySchemes: {token: {type: http, scheme: bearer}}
paths:
  /pets:
    get:
      responses: {'200': {description: Pets}}
    put:
      security: [{key: []}]
      responses:
        '401': {description: No}
  /owners:
    get:
      responses: {'200': {description: Owners}}
`;

/** The same, written by somebody else: other lines, indentation, quotes, and order. */
const rewritten = `# Who owns which pet?
openapi: "3.1.0"

info:
    title: Pets
    version: "1"
paths:
    '/owners':
        'get': {responses: {"200": {description: Owners}}}
    "/pets":
        put:
            responses:
                "401":
                    description: No
            security:
                - key: []
        get:
            responses:
                "200":
                    description: Pets
security:
    - token: []
components:
    securitySchemes:
        token:
            type: http
            scheme: bearer
`;

describe('fingerprints', () => {
  it('tell all findings apart', async () => {
    const prints = await of({ 'api.yaml': description });
    expect(prints.length).toBeGreaterThan(3);
    expect(new Set(sorted(prints, 'here')).size).toBe(prints.length);
    expect(new Set(sorted(prints, 'anywhere')).size).toBe(prints.length);
  });

  it.each(['here', 'anywhere'] as const)('stay when lines move, and with other indentation, quotes and order: %s', async (part) => {
    expect(sorted(await of({ 'api.yaml': rewritten }), part)).toEqual(sorted(await of({ 'api.yaml': description }), part));
  });

  it('stay when something else is mended', async () => {
    const before = sorted(await of({ 'api.yaml': description }), 'here');
    const after = sorted(await of({ 'api.yaml': description.replace('{key: []}', '{token: []}') }), 'here');
    expect(after.length).toBeLessThan(before.length);
    expect(before).toEqual(expect.arrayContaining(after));
  });

  it('differ for a renamed file in one part only', async () => {
    const [before, after] = [await of({ 'api.yaml': description }), await of({ 'pets/api.yaml': description })];
    expect(after.map(({ anywhere }) => anywhere)).toEqual(before.map(({ anywhere }) => anywhere));
    expect(after.filter(({ here }) => before.some((other) => other.here === here))).toEqual([]);
  });

  it('know an operation again that moved into a file of its own', async () => {
    const divided = description
      .replace(/ {2}\/owners:\n[\s\S]*/, '  /owners: {$ref: part.yaml}\n')
      .concat("  /more: {get: {responses: {'200': {description: More}}}}\n");
    const part = "get:\n  responses: {'200': {description: Owners}}\n";
    const before = (await of({ 'api.yaml': description })).find(({ here }) => here.includes('missing-401"') && here.includes('owners'));
    const after = (await of({ 'api.yaml': divided, 'part.yaml': part })).find(({ here }) => here.includes('part.yaml'));
    expect(before).toBeDefined();
    expect(after?.anywhere).toBe(before?.anywhere);
  });

  it('count what one rule finds several times at one place', async () => {
    const prints = await of({ 'api.yaml': 'openapi: 3.1.0\na: [\nb: ]\n' });
    const broken = prints.filter(({ here }) => here.startsWith('["syntax-error"'));
    expect(broken.map(({ here }) => JSON.parse(here).at(-1))).toEqual(broken.map((_, index) => index));
    expect(broken.map(({ anywhere }) => JSON.parse(anywhere).at(-1))).toEqual(broken.map((_, index) => index));
    expect(broken.length).toBeGreaterThan(1);
  });

  it('count in each file by itself, so that no other file has a say', async () => {
    const [alone] = await of({ 'b.yaml': description });
    const both = await of({ 'a.yaml': description, 'b.yaml': description });
    expect(both.filter(({ anywhere }) => anywhere === alone?.anywhere)).toHaveLength(2);
    expect(both.filter(({ here }) => here === alone?.here)).toHaveLength(1);
  });
});
