/** What VS Code gives to the page of a webview. */
interface EditorHost {
  getState(): unknown;
  setState(state: unknown): void;
  postMessage(message: unknown): void;
}

declare const acquireVsCodeApi: (() => EditorHost) | undefined;

/** The editor around the page; undefined where the page is a file in a browser. */
export const editor: EditorHost | undefined = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : undefined;
