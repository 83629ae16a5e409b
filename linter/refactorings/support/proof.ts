import type { FileEdits } from '../../findings/finding.ts';
import type { ApiModel } from '../../openapi/model.ts';
import { changedOutside } from '../../syntax/editing/unchanged-outside.ts';
import { applyEdits } from '../../text/edit.ts';
import { isMap, type Place } from '../../workspace/place.ts';
import { pointerFragment } from '../../workspace/pointer.ts';
import { Resolver } from '../../workspace/resolver.ts';
import { Session } from '../../workspace/session.ts';
import { type SourceFile, sourceFile } from '../../workspace/source-file.ts';
import { noReads } from '../../workspace/targets.ts';
import { isReadable, Workspace } from '../../workspace/workspace.ts';

/** What is claimed of a place after some edits. */
export interface Claim extends Pick<Place, 'file' | 'pointer'> {
  /** Of the place there, behind all references. */
  isTrue(place: Place): boolean;
}

/** True when the texts can be read after the edits as well as before, say the same where these did not write, and all claims hold. */
export function isProved(api: ApiModel, edits: readonly FileEdits[], claims: readonly Claim[]): boolean {
  const edited = new Map(edits.map((each) => [each.file, applyEdits(before(api, each.file).text, each.edits)]));
  const session = sessionOver((uri) => edited.get(uri) ?? api.file(uri)?.text);
  return edits.every((each) => isSound(before(api, each.file), session, each)) && claims.every((claim) => holds(claim, session));
}

/** The file as it is; an empty one where there is none yet. */
function before(api: ApiModel, uri: string): SourceFile {
  return api.file(uri) ?? sourceFile(uri, '');
}

function sessionOver(textOf: (uri: string) => string | undefined): Session {
  const read = (uri: string) => {
    const text = textOf(uri);
    return text === undefined ? { problem: 'missing' as const } : { text };
  };
  return new Session(new Workspace({ read }));
}

function isSound({ tree }: SourceFile, session: Session, { file, edits }: FileEdits): boolean {
  const edited = session.file(file);
  return isReadable(edited) && edited.tree.problems.length <= tree.problems.length && !changedOutside(tree, edited.tree, edits);
}

function holds({ file: { uri }, pointer, isTrue }: Claim, session: Session): boolean {
  const file = session.file(uri);
  if (!isReadable(file) || !file.tree.root) return false;
  const resolver = new Resolver(session);
  const first = resolver.follow({ file, pointer: '', target: `#${pointerFragment(pointer)}`, node: file.tree.root }, noReads());
  const last = first.state === 'found' ? resolver.resolve(first.place, noReads()) : first;
  return last.state === 'found' && isMap(last.place) && isTrue(last.place);
}
