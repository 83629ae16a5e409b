import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';

const reports: readonly (readonly [string, string])[] = [
  ['schemas/check.schema.json', 'CheckReport'],
  ['schemas/report.schema.json', 'CoverageReport'],
];

/** The JSON Schemas of both reports, from the types of the contract. */
export function jsonSchemas(root: string): readonly [string, string][] {
  return reports.map(([path, type]) => {
    const generator = createGenerator({
      path: join(root, 'linter/report/contract.ts'),
      tsconfig: join(root, 'linter/tsconfig.json'),
      type,
      skipTypeCheck: true,
    });
    return [path, `${JSON.stringify(generator.createSchema(type), null, 2)}\n`];
  });
}
