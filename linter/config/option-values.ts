import type { RuleOption } from '../rules/support/rule.ts';

/** What is wrong with a person's choice of options, a sentence each; empty when nothing is. */
export function optionProblems(
  rule: string,
  known: Readonly<Record<string, RuleOption>>,
  chosen: Readonly<Record<string, unknown>>,
): readonly string[] {
  return Object.entries(chosen).flatMap(([name, value]) => {
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!option) return [`The rule ${rule} has no option ${name}.`];
    return accepts(option.schema, value) ? [] : [`The option ${name} of ${rule} can't be ${JSON.stringify(value)}.`];
  });
}

/** True when a value fits a schema; knows what the schemas of options use: `enum`, `type` string and array, `pattern`, `items`. */
function accepts(schema: Readonly<Record<string, unknown>>, value: unknown): boolean {
  const { enum: values, type, pattern, items } = schema;
  if (Array.isArray(values)) return values.includes(value);
  if (type === 'array') return Array.isArray(value) && value.every((item) => accepts(items as Readonly<Record<string, unknown>>, item));
  return typeof value === type && (typeof pattern !== 'string' || new RegExp(pattern).test(String(value)));
}
