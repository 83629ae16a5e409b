import { runSuites } from '../suite-support/web.ts';
import { commands } from '../suites/commands.ts';
import { findingAndFix } from '../suites/finding-and-fix.ts';
import { fragments } from '../suites/fragments.ts';

export const run = () => runSuites([findingAndFix, fragments, commands]);
