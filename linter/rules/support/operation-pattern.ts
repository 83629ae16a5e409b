import type { Operation } from '../../openapi/model.ts';
import { fitsGlob, type GlobPart } from '../../text/glob.ts';

/** The JSON Schema of a pattern for operations. */
export const operationPatternSchema = {
  type: 'string',
  pattern: '^(?:\\S+ /\\S*|tag:.+|operationId:.+)$',
  description: 'METHOD /path/glob (the method may be *), tag:name or operationId:name',
} as const;

/** True when a pattern (`GET /pets/*`, `* /public/**`, `tag:internal`, `operationId:login`) fits an operation. */
export function matchesOperation(pattern: string, { method, path, id, tags }: Pick<Operation, 'method' | 'path' | 'id' | 'tags'>): boolean {
  if (pattern.startsWith('tag:')) return tags.includes(pattern.slice(4));
  if (pattern.startsWith('operationId:')) return id === pattern.slice(12);
  const [, wantedMethod = '', wantedPath = ''] = /^(\S+)\s+(.*)$/.exec(pattern) ?? [];
  return (wantedMethod === '*' || wantedMethod.toLowerCase() === method.toLowerCase()) && fitsGlob(partsOf(wantedPath), path);
}

/** `*` stands for any text within a path segment, `**` for any text; all else, braces too, for itself. */
function partsOf(glob: string): readonly GlobPart[] {
  const parts = glob.match(/\*\*|\*|[^*]+/g) ?? [];
  return parts.map((text) => (text.startsWith('*') ? { kind: 'any', across: text === '**' } : { kind: 'text', text }));
}
