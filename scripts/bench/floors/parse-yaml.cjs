// The floor for YAML: a Node process that reads files and parses them, each once, with the `yaml` package.
//   node parse-yaml.cjs <file with a list of files, one in a line>
const { readFileSync } = require('node:fs');
const { parseDocument } = require('yaml');

// Its own search for duplicate keys is quadratic: with it the floor would be easier to reach.
for (const file of readFileSync(process.argv[2], 'utf8').split('\n')) parseDocument(readFileSync(file, 'utf8'), { uniqueKeys: false });
