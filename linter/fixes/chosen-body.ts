import type { NewMap } from '../syntax/editing/render.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { FixContext } from './fix-style.ts';
import { sameTarget } from './reference-text.ts';

/** The fields that give a new response in a file the body that a person chose; none when they chose none. */
export function chosenBody({ api, fixStyle: { body } }: FixContext, file: SourceFile): NewMap {
  if (body === 'none') return {};
  if (body === 'problem+json') return fields('application/problem+json', { type: 'object' });
  const $ref = sameTarget(file, { file: api.entry, target: body.$ref });
  return $ref === undefined ? {} : fields('application/json', { $ref });

  function fields(mediaType: string, schema: NewMap): NewMap {
    return api.traits.responseContent ? { content: { [mediaType]: { schema } } } : { schema };
  }
}
