import type { ArtifactLocation, PhysicalLocation, Region } from 'sarif';
import type { JsonRange } from '../../../linter/index.ts';

/** The name of the folder to which paths are relative (SARIF 2.1.0 §3.14.14). */
export const baseId = 'SRCROOT';

/** A stretch of a file; `path` is relative to the root, or a URI where it has no path there. */
export function physicalLocation(path: string, range: JsonRange): PhysicalLocation {
  return { artifactLocation: artifactLocation(path), region: region(range) };
}

/** A file (SARIF 2.1.0 §3.4.3). */
export function artifactLocation(path: string): ArtifactLocation {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return { uri: path };
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: baseId };
}

/** A stretch of text; its end is exclusive in both (SARIF 2.1.0 §3.30.8). */
export function region({ start, end }: JsonRange): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
