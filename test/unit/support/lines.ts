/** A text of these lines, each with a line end. */
export function lines(...content: readonly string[]): string {
  return content.map((line) => `${line}\n`).join('');
}
