// Few command lines have globs, and what reads them is as large as all rules together.
export { filesMatching, globFolder, isGlob } from '../targets/globs.ts';
