import type { AnnotatedTextEdit, ChangeAnnotation, CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { FileEdits } from '../../linter/index.ts';
import type { ClientFacts } from '../client-facts.ts';
import { lspRange, type Texts } from './texts.ts';

/** What the client understands of edits. */
export type EditAbilities = Pick<ClientFacts, 'documentChanges' | 'createsFiles' | 'annotatesChanges'>;

/** Says what an edit is for, by its labels. */
export type Annotate = (labels: readonly string[]) => ChangeAnnotation;

/**
 * Edits as the client applies them. With `documentChanges` they name the versions they were made for, so that a client
 * whose text has moved on refuses them; files that are still to be made are made first.
 */
export function workspaceEdit(files: readonly FileEdits[], texts: Texts, abilities: EditAbilities, annotate?: Annotate): WorkspaceEdit {
  const changed = files.filter(({ edits }) => edits.length > 0);
  if (!abilities.documentChanges) {
    return { changes: Object.fromEntries(changed.map((file) => [texts.clientUri(file.file), textEdits(file, texts, () => undefined)])) };
  }
  const annotations = new Map<string, ChangeAnnotation>();
  const annotationOf = (labels: readonly string[]): string | undefined => {
    if (!annotate || !abilities.annotatesChanges) return undefined;
    const sorted = [...labels].sort();
    const id = sorted.join('+') || 'fix';
    if (!annotations.has(id)) annotations.set(id, annotate(sorted));
    return id;
  };
  const made = changed.filter(({ isNew }) => isNew).map((file) => creation(file, texts, annotationOf));
  const documentChanges = [...made, ...changed.map((file) => documentEdit(file, texts, annotationOf))];
  return { documentChanges, ...(annotations.size > 0 && { changeAnnotations: Object.fromEntries(annotations) }) };
}

/** The id of an annotation; undefined when there is none. */
type AnnotationOf = (labels: readonly string[]) => string | undefined;

function creation({ file, edits }: FileEdits, texts: Texts, annotationOf: AnnotationOf): CreateFile {
  const annotationId = annotationOf([...new Set(edits.flatMap(({ labels = [] }) => labels))]);
  return {
    kind: 'create',
    uri: texts.clientUri(file),
    options: { overwrite: false, ignoreIfExists: false },
    ...(annotationId !== undefined && { annotationId }),
  };
}

function documentEdit(file: FileEdits, texts: Texts, annotationOf: AnnotationOf): TextDocumentEdit {
  return {
    textDocument: { uri: texts.clientUri(file.file), version: file.isNew ? null : texts.version(file.file) },
    edits: textEdits(file, texts, annotationOf),
  };
}

function textEdits({ file, edits }: FileEdits, texts: Texts, annotationOf: AnnotationOf): (TextEdit | AnnotatedTextEdit)[] {
  return edits.map(({ range, text, labels = [] }) => {
    const annotationId = annotationOf(labels);
    return { range: lspRange(texts, file, range), newText: text, ...(annotationId !== undefined && { annotationId }) };
  });
}
