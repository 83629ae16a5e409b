import { describe, expect, it } from 'vitest';
import { parse } from '../../../linter/syntax/parse.ts';

describe('merge keys that multiply', () => {
  it('are read map by map, not path by path', () => {
    const levels = Array.from(
      { length: 40 },
      (_, level) => `m${level + 1}: &m${level + 1}\n  k${level}: 1\n  <<: [${Array(9).fill(`*m${level}`).join(', ')}]`,
    );
    const { root } = parse(`m0: &m0 {a: 1}\n${levels.join('\n')}\n`, 'yaml');
    const last = root?.kind === 'map' ? root.get('m40')?.value : undefined;
    expect(last?.kind === 'map' && last.entries().map(({ key }) => key)).toHaveLength(41);
  });

  it('of a map that merges itself bring its own entries once', () => {
    const { root } = parse('a: &a\n  x: 1\n  <<: *a\n', 'yaml');
    const map = root?.kind === 'map' ? root.get('a')?.value : undefined;
    expect(map?.kind === 'map' && map.entries().map(({ key }) => key)).toEqual(['x']);
  });
});
