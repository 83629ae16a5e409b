import type { ReportingDescriptor } from 'sarif';
import { allRules, type RuleInfo, ruleDocumentation } from '../../../linter/index.ts';
import { levels } from './levels.ts';

/** What there is to say of rules (their ids). */
export function ruleDescriptors(ids: readonly string[]): ReportingDescriptor[] {
  const known = new Map(allRules.map((rule) => [rule.id, rule]));
  return ids.map((id) => {
    const rule = known.get(id);
    return rule ? descriptor(rule, ruleDocumentation(id)) : { id };
  });
}

function descriptor({ id, summary, why, severity, category, preset, references: [reference] }: RuleInfo, page = ''): ReportingDescriptor {
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: `${summary}.` },
    fullDescription: { text: withoutMarkup(why) },
    ...(reference && { helpUri: reference.url }),
    help: { text: withoutMarkup(why), markdown: withoutNearLinks(page) },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['openapi', 'authentication', category.toLowerCase()], preset },
  };
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());
}

/** Where a log is shown, there are no other pages beside it. */
function withoutNearLinks(page: string): string {
  return page.replace(/\[([^\]]*)\]\((?!https?:)[^)]*\)/g, '$1');
}

/** Markdown as a text: what rules say of themselves has code and links, and nothing else. */
function withoutMarkup(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');
}
