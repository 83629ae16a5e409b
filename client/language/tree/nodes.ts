import type { EntryPartsResult, EntrySummary, OperationPart, SchemePart } from '../../../server/protocol.ts';

/** What operations are grouped by. */
export type OperationGroup = OperationPart['coverage'];

/** What has to be done comes first. */
const operationGroups: readonly OperationGroup[] = ['none', 'bare', 'undeclared', 'challenge', 'optional', 'public'];

/** An item of the tree; its id stays the same while the description is edited. */
export type TreeNode = EntryNode | GroupNode | SchemeNode | OperationNode;

export interface EntryNode {
  readonly kind: 'entry';
  readonly id: string;
  readonly entry: EntrySummary;
  readonly isOnly: boolean;
}

export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly group: OperationGroup | 'schemes';
  readonly parts: readonly (SchemeNode | OperationNode)[];
}

export interface SchemeNode {
  readonly kind: 'scheme';
  readonly id: string;
  readonly scheme: SchemePart;
}

export interface OperationNode {
  readonly kind: 'operation';
  readonly id: string;
  readonly operation: OperationPart;
}

/** A description; the only one of the tree is unfolded. */
export function entryNode(entry: EntrySummary, isOnly: boolean): EntryNode {
  return { kind: 'entry', id: entry.uri, entry, isOnly };
}

/** What is below a description: its schemes, and its operations by what they document. Groups of nothing are left out. */
export function groupNodes(entry: string, { schemes, operations }: EntryPartsResult): GroupNode[] {
  // A path and method is there twice where a key is; VS Code refuses the same id.
  const idOf = distinctIds();
  const schemeNodes = schemes.map((scheme): SchemeNode => ({ kind: 'scheme', id: idOf(`${entry} scheme ${scheme.name}`), scheme }));
  const operationNodes = operations.map(
    (operation): OperationNode => ({ kind: 'operation', id: idOf(`${entry} ${operation.method} ${operation.path}`), operation }),
  );
  const ofGroup = (group: OperationGroup) => operationNodes.filter(({ operation }) => operation.coverage === group);
  const groups = [{ group: 'schemes' as const, parts: schemeNodes }, ...operationGroups.map((group) => ({ group, parts: ofGroup(group) }))];
  return groups.filter(({ parts }) => parts.length > 0).map((each) => ({ kind: 'group', id: `${entry} group ${each.group}`, ...each }));
}

function distinctIds(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id} ${count}`;
  };
}
