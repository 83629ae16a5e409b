import { editor } from './host.ts';

/** Takes new content from the editor, a whole page, and tells when it is there; what has the focus keeps it. */
export function listenToUpdates(taken: () => void): void {
  if (!editor) return;
  addEventListener('message', ({ data }: MessageEvent<{ readonly page?: unknown }>) => {
    if (typeof data?.page !== 'string') return;
    const focused = document.activeElement?.closest<HTMLElement>(focusable);
    const key = focused && keyOf(focused);
    takeParts(new DOMParser().parseFromString(data.page, 'text/html'));
    taken();
    if (focused?.isConnected === false) find(key)?.focus({ preventScroll: true });
  });
}

/** Whatever is around the parts, such as the search, stays what it is while somebody types. */
function takeParts(page: Document): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-part]')) {
    const fresh = page.querySelector<HTMLElement>(`[data-part="${part.dataset['part']}"]`);
    const [label, freshLabel] = [part.closest('label'), fresh?.closest('label')];
    if (label && freshLabel) label.hidden = freshLabel.hidden;
    if (fresh) part.replaceChildren(...fresh.childNodes);
  }
}

const focusable = 'main tr, main button, main a';

function find(key: string | null | undefined): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(focusable)].find((element) => keyOf(element) === key);
}

/** What stays the same of a row, a button or a link while descriptions are edited. */
function keyOf(element: HTMLElement): string {
  const { file, filters, sort } = element.dataset;
  const name = file === undefined ? (filters ?? sort ?? element.textContent) : element.querySelector('th')?.textContent;
  return [element.tagName, element.closest('section')?.id, file, name].join(' ');
}
