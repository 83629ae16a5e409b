import { runSuites } from '../suite-support/web.ts';
import { everywhere } from '../suites/everywhere.ts';

export const run = () => runSuites(everywhere);
