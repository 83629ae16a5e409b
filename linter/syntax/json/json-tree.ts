import { type JsonNode, nodeAt } from './json-nodes.ts';
import { JsonSegment, type JsonSource } from './json-segment.ts';
import type { Skimmed } from './skim.ts';

/** A text that is JSON, and its nodes. */
export interface JsonTree {
  readonly source: JsonSource;
  readonly root: JsonNode;
}

/** The tree of a text that has been skimmed, without any nodes below the root. */
export function jsonTree(source: JsonSource, { brackets, start, end }: Skimmed): JsonTree {
  const segment = new JsonSegment(source, 0, start, 0, { ...brackets, first: 0, origin: start });
  const member = { keyStart: 0, keyEnd: 0, start: 0, end: end - start, bracket: 0 };
  return { source, root: nodeAt(segment, member, true) };
}
