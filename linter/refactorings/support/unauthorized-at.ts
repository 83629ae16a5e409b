import type { ApiModel, StatusResponse } from '../../openapi/model.ts';
import { around } from './around.ts';
import type { Selection } from './refactoring.ts';

/** The 401 of an operation in which a selection is, its key or its value; undefined when it is in none. */
export function unauthorizedAt(api: ApiModel, at: Selection): StatusResponse | undefined {
  const here = around(at);
  if (!here.isBelow('401')) return undefined;
  const entries = api.operations.flatMap(({ responses }) => responses.entries);
  return entries.find(({ status, key }) => status === '401' && key.file === at.file && here.isIn(key));
}
