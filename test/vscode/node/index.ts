import { runSuites } from '../suite-support/node.ts';
import { dyingServer } from '../suites/dying-server.ts';
import { everywhere } from '../suites/everywhere.ts';

export const run = () => runSuites([...everywhere, dyingServer]);
