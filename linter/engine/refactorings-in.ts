import { isOnAnywhere, type Settings, settingAt } from '../config/settings.ts';
import type { Operation } from '../openapi/model.ts';
import { refactorings } from '../refactorings/index.ts';
import type { Refactoring, Selection } from '../refactorings/support/refactoring.ts';
import { missing401 } from '../rules/missing-401.ts';
import { undocumented401 } from '../rules/support/undocumented-401.ts';
import { lazy } from '../text/lazy.ts';
import type { EntryResult } from './entry-result.ts';

/** The refactorings at a place of a description that was checked; once `isPast`, none of them edits anything. */
export function refactoringsIn({ api, inForce: { settings } }: EntryResult, at: Selection, isPast: () => boolean): readonly Refactoring[] {
  if (!api) return [];
  const context = { api, fixStyle: settings.fix, needs401: (operation: Operation) => needs401(settings, operation) };
  return refactorings
    .flatMap((find) => find(context, at))
    .map((refactoring) => ({ ...refactoring, edits: lazy(() => (isPast() ? [] : refactoring.edits())) }));
}

/** What missing-401 would find, also where it is off altogether; where it is off for some operations, these need none. */
function needs401(settings: Settings, operation: Operation): boolean {
  const { severity, options } = settingAt(settings, missing401.id, operation.place.file.uri, operation);
  if (severity === 'off' && isOnAnywhere(settings, missing401.id)) return false;
  const gap = undocumented401({ option: (name) => options[name] ?? missing401.options?.[name]?.default }, 'secured')(operation);
  return gap !== undefined && !gap.accepted;
}
