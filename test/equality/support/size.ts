/** How many texts are compared at least; `AUTH_LINT_EQUALITY=100000` for a long look. */
export const wantedTexts = Math.max(1, Number(process.env['AUTH_LINT_EQUALITY'] ?? 4000) || 4000);

/** True when somebody asks for more than usual. */
export const isLongLook = process.env['AUTH_LINT_EQUALITY'] !== undefined;

/** Another seed looks at other texts: `AUTH_LINT_EQUALITY_SEED=7`. */
export const seed = Number(process.env['AUTH_LINT_EQUALITY_SEED'] ?? 401) || 401;

/** For tests that take as long as there are texts: the time for this many, on a slow machine. */
export function timeout(texts: number): number {
  return 120_000 + texts * 20;
}
