/** The fixed fields of a Path Item that are methods, in all versions (OAS 3.2 §4.9.1). */
const fixed: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']);

/**
 * A method as requests have it: fixed fields stand for their names in capitals, additional operations for their own spelling, in which case
 * counts (RFC 9110 §9.1).
 */
export function methodName(method: string): string {
  return fixed.has(method) ? method.toUpperCase() : method;
}
