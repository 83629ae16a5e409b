// Build servers take parts of what a step prints for commands to themselves: GitHub Actions lines that begin with ::, and ##[…] anywhere;
// Azure Pipelines ##vso[…] and ##[…] anywhere. A name in a description must be none.
const bracketed = /##(?=vso\[|\[)/g;
const leading = /^([ \t]*):(?=:)/gm;

/** A harmless text of several lines that gives no commands to the build server in whose log it may stand. */
export function withoutCommands(text: string): string {
  return text.replace(bracketed, '#\\x23').replace(leading, '$1\\x3a');
}

/** The same for JSON on one line: the same data. */
export function withoutCommandsInJson(json: string): string {
  return json.replace(bracketed, '#\\u0023');
}

/** The same for XML and HTML. */
export function withoutCommandsInXml(xml: string): string {
  return xml.replace(bracketed, '#&#35;').replace(leading, '$1&#58;');
}
