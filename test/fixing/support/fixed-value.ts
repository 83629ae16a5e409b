import { parse } from 'yaml';
import type { PresetName } from '../../../linter/index.ts';
import { fixed } from '../../support/fixed/fixing-fault.ts';
import { formatOf } from '../../support/fixed/plain-parts.ts';
import { uriOf } from '../../support/memory-files.ts';
import type { Description } from './description.ts';
import { fixable } from './fix-description.ts';

/** What the entry document of a description means once all that is safe is fixed. */
export async function fixedValue(description: Description, preset: PresetName): Promise<unknown> {
  const { entry, files } = description;
  const { texts, fault } = await fixed(fixable(description, preset));
  if (fault) throw new Error(fault);
  return plainValue(texts.get(uriOf(entry)) ?? files[entry] ?? '', entry);
}

/** What a text means to a plain parser. */
export function plainValue(text: string, file: string): unknown {
  const own = text.replace(/^\uFEFF/, '');
  return formatOf(file) === 'json' ? JSON.parse(own) : parse(own, { uniqueKeys: false, logLevel: 'silent' });
}
