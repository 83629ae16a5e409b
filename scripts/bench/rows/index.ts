import type { Row } from '../bench.ts';
import { json } from './json.ts';
import { start } from './start.ts';
import { typing } from './typing.ts';
import { yaml } from './yaml.ts';

/** Every row, in the order of the table. */
export const rows: readonly Row[] = [json, yaml, typing, start];
