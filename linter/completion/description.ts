import type { FixContext } from '../fixes/fix-style.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { challengeParts } from './challenges.ts';
import type { Completion } from './completion.ts';
import { alternatives, schemeNames, scopes } from './requirements.ts';
import { headers, statuses } from './responses.ts';
import { roleOf } from './role.ts';
import { spotAt } from './spot.ts';

/** What can be written about authentication at an offset of a description's file (UTF-16 code units); empty where nothing can. */
export function descriptionCompletions(context: FixContext, file: SourceFile, offset: number): readonly Completion[] {
  const spot = spotAt(file, offset);
  const role = spot && roleOf(context.api, spot);
  if (!role) return [];
  switch (role.kind) {
    case 'requirements':
      return alternatives(context.api, spot);
    case 'requirement':
      return schemeNames(context.api, spot);
    case 'scope':
      return scopes(context.api, spot, role);
    case 'status':
      return statuses(context, spot, role);
    case 'header':
      return headers(context, spot, role);
    case 'challenge':
      return challengeParts(context, spot, role);
  }
}
