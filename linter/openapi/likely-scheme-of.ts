import { registeredSpelling } from '../http/auth-schemes.ts';
import { type LikelyScheme, likelyHttpScheme } from '../http/likely-scheme.ts';
import { child, stringAt } from '../workspace/place.ts';
import type { SecurityScheme } from './model.ts';

/** The registered HTTP authentication scheme that is meant where type `http` names none; undefined where it names one, and where nothing is near. */
export function likelySchemeOf({ type, definition }: SecurityScheme): LikelyScheme | undefined {
  const written = type === 'http' && definition ? stringAt(child(definition, 'scheme')) : undefined;
  return written === undefined || registeredSpelling(written) !== undefined ? undefined : likelyHttpScheme(written);
}
