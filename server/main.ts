// One file serves both hosts: what they share is nearly all of it, and the extension is half as large so. Only the part of the
// host that runs it is started.
const isNode = typeof process === 'object' && typeof process.versions?.node === 'string';

void (isNode ? import('./node.ts') : import('./worker.ts'));
