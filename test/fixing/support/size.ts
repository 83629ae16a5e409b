/** How many damaged descriptions are fixed; `AUTH_LINT_FIXING=50000` for a long look. */
export const wantedCases = Math.max(1, Number(process.env['AUTH_LINT_FIXING'] ?? 300) || 300);

/** True when somebody asks for more than usual: what is found then is kept as a fixture. */
export const isLongLook = process.env['AUTH_LINT_FIXING'] !== undefined;

/** Another seed looks at other descriptions: `AUTH_LINT_FIXING_SEED=7`. */
export const seed = Number(process.env['AUTH_LINT_FIXING_SEED'] ?? 401) || 401;

/** The time for so many cases, on a slow machine. */
export function timeout(cases: number): number {
  return 120_000 + cases * 1000;
}
