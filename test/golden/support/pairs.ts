import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Texts by the paths of their files. */
export type Texts = Readonly<Record<string, string>>;

/** A description before and after the fixes of one rule. */
export interface Pair {
  /** What its files are called, such as `block`, or `block-openapi-2`. */
  readonly name: string;
  /** The file that is checked. */
  readonly entry: string;
  readonly before: Texts;
  /** What becomes of it: by the first fix of every finding, perhaps also by the second. */
  readonly after: readonly Outcome[];
}

export interface Outcome {
  /** The index of the fix among those of a finding. */
  readonly fix: number;
  /** The file or folder that has the texts. */
  readonly path: string;
  readonly texts: Texts;
}

const golden = join(import.meta.dirname ?? __dirname, '..');

/**
 * The pairs of a rule, in files `<name>.before.yaml`, `<name>.after.yaml`, `<name>.after-2.yaml` for the second fix, in JSON alike;
 * where there are several files, in folders called so.
 */
export function pairsOf(rule: string): readonly Pair[] {
  const folder = join(golden, rule);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.flatMap((file) => {
    const [, name, extension = ''] = /^([a-z0-9-]+)\.before(\.yaml|\.json|)$/.exec(file) ?? [];
    if (name === undefined) return [];
    const single = `${rule === 'invalid-configuration' ? '.auth-lint' : 'openapi'}${extension}`;
    const before = textsAt(join(folder, file), single);
    const entry = Object.keys(before).find((path) => /^(?:openapi|\.auth-lint)\.(?:yaml|json)$/.test(path)) ?? '';
    const after = ['', '-2'].flatMap((suffix, fix) => {
      const path = join(folder, `${name}.after${suffix}${extension}`);
      return fix === 0 || existsSync(path) ? [{ fix, path, texts: textsAt(path, single) }] : [];
    });
    return [{ name, entry, before, after }];
  });
}

/** A file's text under the path that it stands for, or all files of a folder; nothing where there is neither. */
function textsAt(path: string, single: string): Texts {
  if (!existsSync(path)) return {};
  if (!statSync(path).isDirectory()) return { [single]: readFileSync(path, 'utf8') };
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(path, file)).isFile());
  return Object.fromEntries(files.sort().map((file) => [file.replaceAll('\\', '/'), readFileSync(join(path, file), 'utf8')]));
}
