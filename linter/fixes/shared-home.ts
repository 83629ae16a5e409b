import type { FileEdit } from '../findings/file-edits.ts';
import type { NewValue } from '../syntax/editing/render.ts';
import { isMap, type MapPlace, type Place, placeAt } from '../workspace/place.ts';
import { appendKey } from '../workspace/pointer.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { fileName } from '../workspace/uri.ts';
import type { FixContext } from './fix-style.ts';
import { freeName } from './free-name.ts';
import { nativeName } from './native-name.ts';
import { fillFile, newFileIn } from './new-file.ts';
import { addBelow, addEntries, inNameOrder } from './place-edits.ts';
import { referenceTo } from './reference-text.ts';
import { habitOfIndex, habitOfOperations, type ResponseHabit } from './response-habits.ts';

/** A place for a new response that operations are to share. */
export interface SharedHome {
  /** What the response is called there. */
  readonly name: string;
  /** What references to it lead to. */
  readonly target: Pick<Place, 'file' | 'pointer'>;
  /** The edits that put it there; `responseIn` makes it for the file that is to hold its text. */
  add(responseIn: (file: SourceFile) => NewValue): readonly (FileEdit | undefined)[];
}

/**
 * Where a description would keep a new 401 response that its operations share: where they refer to for their other errors, be that a
 * folder of files or a map in any file, else among its own components.
 */
export function sharedHome(context: FixContext): SharedHome {
  const { api } = context;
  const habit = habitOfOperations(api);
  return (habit && homeFor(context, habit)) ?? componentHome(context);
}

function homeFor(context: FixContext, habit: ResponseHabit): SharedHome | undefined {
  if (habit.kind === 'folder') return folderHome(context, habit);
  const { api } = context;
  const pointer = habit.keys.reduce(appendKey, '');
  // The description itself has no room for responses at its root.
  if (habit.file === api.entry.uri && (pointer === '' || pointer === api.traits.responses.reduce(appendKey, ''))) return undefined;
  const file = api.file(habit.file);
  const map = file && placeAt(file, pointer);
  // References into operations borrow what was not meant to be shared.
  return isMap(map) && !habit.keys.includes('paths') ? mapHome(context, map, map) : undefined;
}

/** The entry document's own shared responses, which may be kept elsewhere by reference, or not be there yet. */
function componentHome(context: FixContext): SharedHome {
  const { api } = context;
  const target = { ...api.root, pointer: api.traits.responses.reduce(appendKey, '') };
  const [first] = api.sharedResponses;
  const map = first && placeAt(first.key.file, first.key.pointer.slice(0, first.key.pointer.lastIndexOf('/')));
  if (isMap(map)) return mapHome(context, map, target);
  const name = context.fixStyle.response ?? nativeName([]);
  return {
    name,
    target: { ...target, pointer: appendKey(target.pointer, name) },
    add: (responseIn) => [addBelow(api.root, api.traits.responses, { [name]: responseIn(api.root.file) })],
  };
}

/** A map of responses; references to them go through `target`, which leads there. An index gets the response's file as well. */
function mapHome(context: FixContext, map: MapPlace, target: SharedHome['target']): SharedHome {
  const names = map.node.entries().map(({ key }) => key);
  const name = freeName(context.fixStyle.response ?? nativeName(names), (taken) => names.includes(taken));
  const habit = habitOfIndex(map);
  const order = inNameOrder(name);
  const elsewhere = habit?.kind === 'folder' ? folderHome(context, habit) : undefined;
  return {
    name,
    target: { file: target.file, pointer: appendKey(target.pointer, name) },
    add: (responseIn) =>
      elsewhere
        ? [addEntries(map, { [name]: { $ref: referenceTo(map, elsewhere.target) } }, order), ...elsewhere.add(responseIn)]
        : [addEntries(map, { [name]: responseIn(map.file) }, order)],
  };
}

function folderHome({ api, fixStyle }: FixContext, { folder, files }: ResponseHabit & { readonly kind: 'folder' }): SharedHome | undefined {
  const [first = ''] = files;
  const like = api.file(first);
  const extension = /\.[^.]*$/.exec(fileName(first))?.[0] ?? '';
  const names = files.map((file) => fileName(file).replace(/\.[^.]*$/, ''));
  const made = like && newFileIn(api, folder, fixStyle.response ?? nativeName(names), extension);
  if (!made || !like) return undefined;
  return { name: made.name, target: { file: made.file, pointer: '' }, add: (responseIn) => [fillFile(made, responseIn(made.file), like)] };
}
