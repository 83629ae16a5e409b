import type { Operation } from '../../openapi/model.ts';

/** The JSON Schema of a pattern for operations. */
export const operationPatternSchema = {
  type: 'string',
  pattern: '^(?:\\S+ /\\S*|tag:.+|operationId:.+)$',
} as const;

/** True when a pattern (`GET /pets/*`, `* /public/**`, `tag:internal`, `operationId:login`) fits an operation. */
export function matchesOperation(pattern: string, { method, path, id, tags }: Operation): boolean {
  if (pattern.startsWith('tag:')) return tags.includes(pattern.slice(4));
  if (pattern.startsWith('operationId:')) return id === pattern.slice(12);
  const [, wantedMethod = '', wantedPath = ''] = /^(\S+)\s+(.*)$/.exec(pattern) ?? [];
  return (wantedMethod === '*' || wantedMethod.toLowerCase() === method.toLowerCase()) && globOf(wantedPath).test(path);
}

/** `*` stands for any text within a path segment, `**` for any text. */
function globOf(glob: string): RegExp {
  const source = glob.replace(/\*\*|\*|[^*]+/g, (part) =>
    part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'),
  );
  return new RegExp(`^${source}$`);
}
