import type { ApiModel } from '../../openapi/model.ts';
import { child, type Place } from '../../workspace/place.ts';

/** Where a finding about all operations of a description stands: the key `paths`, else that of the version. */
export function descriptionPlace({ root }: ApiModel): Place {
  return child(root, 'paths') ?? child(root, 'openapi') ?? child(root, 'swagger') ?? root;
}
