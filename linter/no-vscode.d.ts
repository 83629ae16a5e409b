// `import 'vscode'` inside linter/ resolves to this file, which is no module: the compiler refuses the import.
