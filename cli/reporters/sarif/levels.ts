import type { Result } from 'sarif';
import type { Severity } from '../../../linter/index.ts';

export const levels: Readonly<Record<Severity, NonNullable<Result['level']>>> = { error: 'error', warning: 'warning', info: 'note' };
