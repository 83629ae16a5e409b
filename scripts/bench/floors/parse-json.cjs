// The floor for JSON: a Node process that reads files and parses them with what Node has.
const { readFileSync } = require('node:fs');

for (const file of process.argv.slice(2)) JSON.parse(readFileSync(file, 'utf8'));
