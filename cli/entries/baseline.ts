// Few command lines have a baseline.
export { heedBaseline } from '../baseline/heed-baseline.ts';
