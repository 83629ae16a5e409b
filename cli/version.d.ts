/** The product's version, put in by the build. */
declare const AUTH_LINT_VERSION: string;
