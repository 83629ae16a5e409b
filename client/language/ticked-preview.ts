import type { ChangeAnnotation, CreateFile, WorkspaceEdit } from 'vscode-languageclient';

/** The id of the annotation that makes VS Code show the preview. */
const preview = 'preview';

/**
 * An edit that is to be confirmed, so that VS Code's refactor preview shows it ticked: it leaves everything unticked that needs
 * confirmation, and Apply would do nothing. So only one change needs it here, which the preview does not list because it does nothing:
 * to make a file that is there.
 */
export function tickedInPreview(edit: WorkspaceEdit): WorkspaceEdit {
  const { documentChanges = [], changeAnnotations = {} } = edit;
  const isToBeConfirmed = Object.values(changeAnnotations).some(({ needsConfirmation }) => needsConfirmation);
  const made = new Set(documentChanges.flatMap((change) => ('kind' in change && change.kind === 'create' ? change.uri : [])));
  const edited = documentChanges.flatMap((change) => ('edits' in change ? change.textDocument.uri : []));
  const there = edited.find((uri) => !made.has(uri) && !uri.startsWith('untitled:'));
  if (!isToBeConfirmed || there === undefined) return edit;
  const asking: CreateFile = { kind: 'create', uri: there, options: { ignoreIfExists: true }, annotationId: preview };
  const unasking = Object.entries(changeAnnotations).map(([id, annotation]) => [id, { ...annotation, needsConfirmation: false }]);
  const annotations: Record<string, ChangeAnnotation> = Object.fromEntries(unasking);
  return {
    ...edit,
    documentChanges: [asking, ...documentChanges],
    changeAnnotations: { ...annotations, [preview]: { label: 'OpenAPI Auth Lint', needsConfirmation: true } },
  };
}
