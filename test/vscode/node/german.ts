import { runSuites } from '../suite-support/node.ts';
import { german } from '../suites/german.ts';

export const run = () => runSuites([german]);
