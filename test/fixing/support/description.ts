import { plainText } from '../../support/fixed/plain-parts.ts';

/** A description with the files that it refers to: small enough to be kept as a fixture. */
export interface Description {
  /** The entry document's path. */
  readonly entry: string;
  /** All texts by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** The same description with another text for a file. */
export function withText(description: Description, path: string, text: string): Description {
  return { ...description, files: { ...description.files, [path]: text } };
}

/** How many code units all texts have. */
export function lengthOf({ files }: Description): number {
  return Object.values(files).reduce((sum, text) => sum + text.length, 0);
}

/** True when a strict parser has nothing to say about any of the texts. */
export function isWellRead({ files }: Description): boolean {
  return Object.entries(files).every(([path, text]) => plainText(text, path).errors.length === 0);
}
