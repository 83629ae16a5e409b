/** Mocha's build for browsers: defines the global `mocha`. */
declare module 'mocha/mocha';
