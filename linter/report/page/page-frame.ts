import type { PageAsset } from './assets.ts';
import { html, Markup } from './markup.ts';

/** What stands on a page, and around it. */
export interface PageParts {
  readonly title: string;
  /** The language of its words, as a tag of BCP 47. */
  readonly language: string;
  /** The linter's version. */
  readonly version: string;
  readonly styles: readonly PageAsset[];
  /** Undefined: nothing runs. */
  readonly script?: PageAsset;
  /** What other parts refer to, and nobody sees. */
  readonly hidden?: Markup;
  readonly main: Markup;
}

/** A page that asks for no other file: its own styles and script alone may run, by their hashes. */
export function pageFrame({ title, language, version, styles, script, hidden, main }: PageParts): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(styles, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${styles.map(({ text }) => html`<style>${new Markup(text)}</style>`)}
</head>
<body>
${hidden}
<header>
<h1>${title}</h1>
</header>
<main>
${main}
</main>
<footer>OpenAPI Auth Lint ${version}</footer>
${script && html`<script>${new Markup(script.text)}</script>`}
</body>
</html>
`.text;
}

function contentSecurityPolicy(styles: readonly PageAsset[], script: PageAsset | undefined): string {
  return [
    "default-src 'none'",
    `style-src ${styles.map(({ hash }) => `'${hash}'`).join(' ')}`,
    ...(script ? [`script-src '${script.hash}'`] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
