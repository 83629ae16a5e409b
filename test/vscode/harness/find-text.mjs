/** Runs in the page: the box of the `nth` occurrence of a text in an editor's shown lines, from top to bottom; undefined if there is none.
 * @param {[string, string, number]} wanted the editor's selector, the text, and `nth` from 0 */
export function findText([editor, text, nth]) {
  const boxOf = (line, start, end) => {
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const after = before + (node.nodeValue?.length ?? 0);
      if (before <= start && start < after) range.setStart(node, start - before);
      if (before < end && end <= after) range.setEnd(node, end - before);
      before = after;
    }
    return range.getBoundingClientRect().toJSON();
  };
  const lines = [...document.querySelectorAll(`${editor} .view-line`)];
  lines.sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top);
  let left = nth;
  for (const line of lines) {
    const content = (line.textContent ?? '').replaceAll('\u00a0', ' '); // VS Code writes every space as a no-break space
    for (let at = content.indexOf(text); at >= 0; at = content.indexOf(text, at + 1)) {
      if (left === 0) return boxOf(line, at, at + text.length);
      left--;
    }
  }
  return undefined;
}
