// What looks after files is needed by few command lines.
export { changesOf } from '../watching/changes.ts';
