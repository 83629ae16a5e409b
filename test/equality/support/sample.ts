import type { Format } from '../../../linter/syntax/node.ts';

/** A text that is to be read in both ways. */
export interface Sample {
  readonly format: Format;
  readonly text: string;
  /** Where it comes from: `museum/openapi.yaml`, `seed 401, text 7`. */
  readonly from: string;
  /** Decides which part of the tree is asked for first. */
  readonly seed: number;
}
