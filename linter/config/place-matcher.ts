import { matchesOperation } from '../rules/support/operation-pattern.ts';
import { memo } from '../text/memo.ts';
import { decode } from '../workspace/uri.ts';
import { pathMatcher } from './file-glob.ts';
import type { OperationFacts } from './settings.ts';

/** Tells where the patterns of a configuration file hold; without patterns they do everywhere. */
export interface PlaceMatcher {
  /** Globs, and a file's URI. */
  file(globs: readonly string[] | undefined, uri: string): boolean;
  operation(patterns: readonly string[] | undefined, operation: OperationFacts | undefined): boolean;
}

/** A matcher for globs that are relative to a folder (its URI, with a slash at its end); they fit nothing that lies elsewhere. */
export function placeMatcher(folder: string | undefined): PlaceMatcher {
  // Every rule asks for every operation, and every finding for its file. Aliases make several overrides share one list.
  const files = memo((globs: readonly string[]) => memo(fileMatcher(folder, globs)));
  const operations = memo((patterns: readonly string[]) =>
    memo((operation: OperationFacts) => patterns.some((pattern) => matchesOperation(pattern, operation))),
  );
  return {
    file: (globs, uri) => !globs || files(globs)(uri),
    operation: (patterns, operation) => !patterns || (operation !== undefined && operations(patterns)(operation)),
  };
}

function fileMatcher(folder: string | undefined, globs: readonly string[]): (uri: string) => boolean {
  const fits = pathMatcher(globs);
  return (uri) => {
    const path = folder !== undefined && uri.startsWith(folder) ? decode(uri.slice(folder.length)) : undefined;
    return path !== undefined && fits(path);
  };
}
