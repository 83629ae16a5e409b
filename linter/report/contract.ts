// The JSON contract, version 1. `npm run generate` derives schemas/*.json from these types, and tests hold both reports to them.
// Files are relative to the working folder with `/`; lines and columns count from 1, columns in UTF-16 code units;
// pointers are RFC 6901 into the file beside them.

export interface JsonTool {
  name: string;
  version: string;
}

export interface JsonPosition {
  /** @minimum 1 */
  line: number;
  /** @minimum 1 */
  column: number;
}

export interface JsonRange {
  start: JsonPosition;
  end: JsonPosition;
}

export interface JsonOperationRef {
  kind: 'operation' | 'webhook' | 'callback';
  /** Lower case, or the own spelling of a 3.2 additional operation. */
  method: string;
  path: string;
  file: string;
  pointer: string;
}

export interface JsonRelated {
  message: string;
  file: string;
  range: JsonRange;
}

export interface JsonEdit {
  file: string;
  range: JsonRange;
  text: string;
}

export interface JsonFix {
  title: string;
  kind: 'safe' | 'suggestion';
  preferred: boolean;
  edits: JsonEdit[];
}

export interface JsonFinding {
  rule: string;
  severity: 'error' | 'warning' | 'info';
  message: string;
  file: string;
  pointer: string;
  range: JsonRange;
  /** The operations that it concerns; a shared 401 lists all its users. */
  operations: JsonOperationRef[];
  related: JsonRelated[];
  fixes: JsonFix[];
}

export interface JsonStates {
  secured: number;
  optional: number;
  public: number;
  undeclared: number;
}

export interface JsonSummary {
  entries: number;
  files: number;
  operations: number;
  states: JsonStates;
  errors: number;
  warnings: number;
  infos: number;
  /** Findings that have a safe fix. */
  fixable: number;
  suppressed: number;
  baselined: number;
}

/** What `auth-lint check --format json` prints. */
export interface CheckReport {
  version: 1;
  tool: JsonTool;
  findings: JsonFinding[];
  summary: JsonSummary;
}

export interface JsonScheme {
  name: string;
  type: string;
  /** The HTTP authentication scheme of a scheme of type `http`. */
  scheme?: string;
  /** Where the key of a scheme of type `apiKey` is sent. */
  in?: string;
  /** How many operations require it. */
  operations: number;
}

export interface JsonOperation extends JsonOperationRef {
  state: 'secured' | 'optional' | 'public' | 'undeclared';
  schemes: string[];
  undefinedSchemes: string[];
  /** What covers a 401: an explicit key, `4XX`, `default`, or nothing. */
  unauthorized: 'explicit' | 'range' | 'default' | 'none';
  /** True where an explicit 401 carries a WWW-Authenticate header. */
  challenge: boolean;
}

export interface JsonEntry {
  file: string;
  /** The version as the description gives it. */
  openapi: string;
  title: string;
  schemes: JsonScheme[];
  operations: JsonOperation[];
}

export interface JsonTotals {
  entries: number;
  operations: number;
  states: JsonStates;
  /** Of the secured operations: those that document a 401 with a challenge, a 401 without one, none. */
  secured: {
    challenge: number;
    bare: number;
    none: number;
  };
}

/** What `auth-lint report --format json` prints. */
export interface CoverageReport {
  version: 1;
  tool: JsonTool;
  entries: JsonEntry[];
  totals: JsonTotals;
}
