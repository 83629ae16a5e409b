import { runSuites } from '../suite-support/node.ts';
import { twoFolders } from '../suites/two-folders.ts';

export const run = () => runSuites([twoFolders]);
