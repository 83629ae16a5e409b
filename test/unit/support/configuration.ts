import { MemoryFiles } from '../../support/memory-files.ts';

/** What is wrong in a configuration, as `marked text (pointer): message` in text order. */
export async function mistakes(text: string, path = '.auth-lint.yaml'): Promise<readonly string[]> {
  const memory = new MemoryFiles({ [path]: text });
  return (await memory.findings(path)).map((finding) => {
    const rule = finding.rule === 'invalid-configuration' ? '' : `${finding.rule} `;
    return `${rule}${memory.marked(finding)} (${finding.pointer}): ${finding.message}`;
  });
}
