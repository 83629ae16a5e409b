import type { Row } from '../bench.ts';
import { folders } from './folders.ts';
import { growth } from './growth.ts';
import { json } from './json.ts';
import { memory } from './memory.ts';
import { multiFile } from './multi-file.ts';
import { peers } from './peers.ts';
import { quickFix } from './quick-fix.ts';
import { size } from './size.ts';
import { start } from './start.ts';
import { typing } from './typing.ts';
import { yaml } from './yaml.ts';

/** Every row, in the order of the table. */
export const rows: readonly Row[] = [json, yaml, typing, quickFix, multiFile, growth, folders, start, size, memory, peers];
