/** How `yaml` is asked to read. uniqueKeys: that check is quadratic, and duplicates are ours to report. merge: we follow `<<` ourselves. */
export const parserOptions = { prettyErrors: false, uniqueKeys: false, merge: false, logLevel: 'silent' } as const;
