import { sharedHeader } from '../fixes/add-header.ts';
import { challengeHeader, headerName, schemesOf } from '../fixes/challenge-header.ts';
import type { FixContext } from '../fixes/fix-style.ts';
import { newForbidden } from '../fixes/forbidden-response.ts';
import { newUnauthorized } from '../fixes/unauthorized-response.ts';
import { findHeader } from '../openapi/unauthorized.ts';
import type { NewMap } from '../syntax/editing/render.ts';
import type { Completion } from './completion.ts';
import type { Role } from './role.ts';
import type { Spot } from './spot.ts';
import { hasValue, writtenEntry } from './write.ts';

/** The responses that operations with credentials should have and do not have yet, as quick fixes write them. */
export function statuses(context: FixContext, spot: Spot, { operations }: Extract<Role, { kind: 'status' }>): readonly Completion[] {
  const operation = operations.find(({ security }) => security.state === 'secured' || security.state === 'optional');
  if (!operation) return [];
  const unauthorized = newUnauthorized(context, operation);
  const forbidden = newForbidden(context, operation);
  const isRenamed = hasValue(spot);
  const offered = [
    ...(unauthorized.reference && !isRenamed ? [{ status: '401' as const, ...unauthorized.reference }] : []),
    { status: '401' as const, label: undefined, value: unauthorized.response },
    { status: '403' as const, label: isRenamed ? undefined : forbidden.label, value: forbidden.value },
  ];
  const own = spot.kind === 'key' ? spot.entry?.key : undefined;
  const there = operation.responses.entries.map(({ status }) => status).filter((status) => status !== own);
  return offered
    .filter(({ status }) => !there.includes(status))
    .map(({ status, label, value }) => ({
      label: label === undefined ? status : `${status} → ${label}`,
      ...writtenEntry(spot, status, value),
      likely: status === '401',
      subject: { kind: 'response', status, reference: label },
    }));
}

/** The header that a 401 should have, unless it has it. */
export function headers(
  context: FixContext,
  spot: Spot,
  { response, operations }: Extract<Role, { kind: 'header' }>,
): readonly Completion[] {
  const own = spot.kind === 'key' ? spot.entry?.key : undefined;
  const known = response.headers.known ? findHeader(response.headers, headerName) : undefined;
  if (known && known.name !== own) return [];
  const shared = sharedHeader(context.api, spot.file, headerName);
  const value: NewMap = shared ?? challengeHeader(context, schemesOf(context.api, operations), spot.file);
  const subject = { kind: 'header' as const, reference: shared !== undefined };
  return [{ label: headerName, ...writtenEntry(spot, headerName, value), likely: true, subject }];
}
