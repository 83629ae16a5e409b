import { commonErrorBody } from '../openapi/error-bodies.ts';
import type { NewMap } from '../syntax/editing/render.ts';
import type { Reference } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { FixContext } from './fix-style.ts';
import { sameTarget } from './reference-text.ts';

/** The fields that give a new response in a file the body that a person chose, by default that of the other errors; none where there is none. */
export function chosenBody({ api, fixStyle: { body } }: FixContext, file: SourceFile): NewMap {
  switch (body) {
    case 'none':
      return {};
    case 'problem+json':
      return fields('application/problem+json', { type: 'object' });
    case 'reuse': {
      const common = commonErrorBody(api);
      return common ? referring(common.mediaType, common.schema) : {};
    }
    default:
      return referring('application/json', { file: api.entry, target: body.$ref });
  }

  function referring(mediaType: string | undefined, schema: Pick<Reference, 'file' | 'target'>): NewMap {
    const $ref = sameTarget(file, schema);
    return $ref === undefined ? {} : fields(mediaType, { $ref });
  }

  function fields(mediaType: string | undefined, schema: NewMap): NewMap {
    return api.traits.responseContent && mediaType !== undefined ? { content: { [mediaType]: { schema } } } : { schema };
  }
}
