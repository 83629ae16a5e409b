/** The product's version. */
export const version: string = AUTH_LINT_VERSION;
