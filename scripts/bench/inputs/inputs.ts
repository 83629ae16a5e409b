import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import { inRepository } from '../repository.ts';
import { corpusFile } from './corpus.ts';
import { descriptionOfSize, type Format } from './description.ts';
import { writeManyFiles } from './many-files.ts';

/** A file to measure. */
export interface Input {
  readonly path: string;
  /** What it is, with its size. */
  readonly name: string;
}

const megabyte = 1_000_000;

const made = inRepository('out', 'bench', 'inputs');

/** The texts that rows measure: of the corpus where it has them, otherwise generated ones of the same size. */
export class Inputs {
  readonly #quick: boolean;
  /** The texts that this run has written: those of an earlier one may be of other generators. */
  readonly #written = new Set<string>();

  constructor(quick: boolean) {
    this.#quick = quick;
  }

  bigJson(): Input {
    return this.#corpusOr('github-rest/generated/api.github.com.json', 'json', 13 * megabyte, 'GitHub');
  }

  /** The big JSON, written as YAML: that takes long, so it serves later runs, too. */
  bigYaml(): Input {
    const json = this.bigJson();
    const file = join(made, `${basename(json.path, '.json')}-${statSync(json.path).size}.yaml`);
    if (!existsSync(file)) {
      const value: unknown = JSON.parse(readFileSync(json.path, 'utf8'));
      save(file, stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 }));
    }
    return named(file, `${json.name.split(',')[0]} as YAML`);
  }

  /** The largest YAML of the corpus. */
  largestYaml(): Input {
    return this.#corpusOr('openai/openapi.yaml', 'yaml', 3 * megabyte, 'OpenAI');
  }

  megabyteYaml(): Input {
    return this.#corpusOr('xero-accounting/xero_accounting.yaml', 'yaml', 0.93 * megabyte, 'Xero');
  }

  megabyteJson(): Input {
    return this.#corpusOr('discord/specs/openapi.json', 'json', 1.2 * megabyte, 'Discord');
  }

  /** A YAML with anchors and aliases; undefined when the corpus has none. */
  anchoredYaml(): Input | undefined {
    const path = this.#quick ? undefined : corpusFile('workos/spec/open-api-spec.yaml');
    return path === undefined ? undefined : named(path, 'WorkOS with anchors');
  }

  smallYaml(): Input {
    return named(corpusFile('museum/openapi.yaml') ?? inRepository('test/corpus/small/museum/openapi.yaml'), 'museum');
  }

  /** The entry of a description that is spread over hundreds of files. */
  manyFiles(): Input {
    const path = this.#quick ? undefined : corpusFile('digitalocean/specification/DigitalOcean-public.v2.yaml');
    if (path !== undefined) return named(path, 'DigitalOcean');
    const operations = this.#quick ? 40 : 1300;
    const folder = join(made, `many-files-${operations}`);
    return named(writeManyFiles(folder, operations), `generated, ${operations} files`);
  }

  /** A generated description of about this size. */
  generated(bytes: number, format: Format): Input {
    const file = this.#text(`generated-${bytes}.${format}`, () => descriptionOfSize(bytes, format));
    return named(file, `generated ${format.toUpperCase()}`);
  }

  /** Any other text, as a file of this name. */
  text(name: string, build: () => string): Input {
    return named(this.#text(name, build), name);
  }

  #text(name: string, build: () => string): string {
    const file = join(made, name);
    if (!this.#written.has(file)) save(file, build());
    this.#written.add(file);
    return file;
  }

  #corpusOr(path: string, format: Format, bytes: number, name: string): Input {
    const file = this.#quick ? undefined : corpusFile(path);
    return file === undefined ? this.generated(this.#quick ? bytes / 10 : bytes, format) : named(file, name);
  }
}

function named(path: string, name: string): Input {
  return { path, name: `${name}, ${sizeText(statSync(path).size)}` };
}

function sizeText(bytes: number): string {
  return bytes < 100_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / megabyte).toFixed(bytes < 5 * megabyte ? 2 : 1)} MB`;
}

function save(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}
