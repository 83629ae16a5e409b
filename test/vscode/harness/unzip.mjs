// Reads a .vsix, which is a zip archive: stored and deflated entries, no encryption, no zip64.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** Returns the names and contents of the files in an archive; throws if it is not a zip archive.
 * @param {string} file
 * @returns {Map<string, Buffer>} */
export function readZip(file) {
  const bytes = fs.readFileSync(file);
  const files = new Map();
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error(`${file} is not a zip archive`);
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error(`${file} is not a sound zip archive`);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (!name.endsWith('/')) files.set(name, entryContent(bytes, at));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}

/** @param {Buffer} bytes @param {number} at start of the entry in the directory */
function entryContent(bytes, at) {
  const method = bytes.readUInt16LE(at + 10);
  const header = bytes.readUInt32LE(at + 42);
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
  return method === 0 ? packed : zlib.inflateRawSync(packed);
}

/** Writes the files of an archive whose names start with `prefix` into `folder`, without the prefix; throws if one leads out of it.
 * @param {string} file
 * @param {string} prefix
 * @param {string} folder */
export function unzip(file, prefix, folder) {
  for (const [name, content] of readZip(file)) {
    if (!name.startsWith(prefix)) continue;
    const target = path.resolve(folder, name.slice(prefix.length));
    if (!target.startsWith(path.resolve(folder) + path.sep)) throw new Error(`${file} has an entry that leads out of it: ${name}`);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, content);
  }
}
