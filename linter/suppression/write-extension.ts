import type { FileEdit } from '../findings/file-edits.ts';
import type { Finding } from '../findings/finding.ts';
import { addEntries, atEnd, behind, setValue } from '../fixes/place-edits.ts';
import { methodName } from '../http/method-name.ts';
import { child, isMap, type Place, placeAt, rootPlace } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { extensionDirective } from './extension-directives.ts';
import { extensionKey } from './suppression.ts';

/** An object that may have an `x-auth-lint-ignore`, and how it is spoken of. */
export interface Owner {
  readonly place: Place;
  readonly words: string;
}

/** The smallest object around a finding that may have the key: its operation, response, security scheme or path item. */
export function ignoredOwner(finding: Finding, file: SourceFile): Owner | undefined {
  const operations = finding.operations.filter((operation) => operation.file === file.uri);
  for (let pointer = finding.pointer; pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
    const operation = operations.find((candidate) => candidate.pointer === pointer);
    const words = operation ? `for ${methodName(operation.method)} ${operation.path}` : wordsFor(pointer);
    const place = words === undefined ? undefined : placeAt(file, pointer);
    if (words !== undefined && isMap(place)) return { place, words };
  }
  return undefined;
}

/** The root of a file; undefined when it is no map. */
export function rootOwner(file: SourceFile): Place | undefined {
  const root = rootPlace(file);
  return isMap(root) ? root : undefined;
}

function wordsFor(pointer: string): string | undefined {
  if (/\/responses\/[^/]+$/.test(pointer)) return 'for this response';
  if (/\/(?:securitySchemes|securityDefinitions)\/[^/]+$/.test(pointer)) return 'for this security scheme';
  return /^\/paths\/[^/]+$/.test(pointer) ? 'for this path' : undefined;
}

/** The edit that adds a rule to an object's `x-auth-lint-ignore`; undefined when the text can't be edited soundly. */
export function writeExtension(owner: Place, rule: string): FileEdit | undefined {
  const existing = child(owner, extensionKey);
  if (!existing) return addEntries(owner, { [extensionKey]: [rule] }, owner.pointer === '' ? behind('openapi', 'swagger') : atEnd);
  if (existing.node.kind === 'map' && existing.node.written().length > 0) return addEntries(existing, { [rule]: '' }, atEnd);
  const { rules } = extensionDirective(owner, existing);
  return setValue(existing, [...rules.map(({ id }) => id), rule]);
}
