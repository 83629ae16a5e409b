import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Bench } from '../bench.ts';
import type { AbsentPeer, Peer, PeerPackage, Peers } from './peer.ts';
import { redocly } from './redocly.ts';
import { spectral } from './spectral.ts';
import { vacuum } from './vacuum.ts';

const known: readonly PeerPackage[] = [spectral, redocly, vacuum];

const installed = new WeakMap<Bench, Promise<Peers>>();

/** The other linters; they are installed once in a run. */
export function peersFor(bench: Bench): Promise<Peers> {
  const before = installed.get(bench) ?? installAll(bench);
  installed.set(bench, before);
  return before;
}

async function installAll(bench: Bench): Promise<Peers> {
  const present: Peer[] = [];
  const absent: AbsentPeer[] = [];
  for (const peer of known) {
    bench.say(`installing ${peer.packages.join(' ')}`);
    try {
      present.push(await install(bench, peer));
    } catch (error) {
      bench.say(`${peer.name} could not be installed: ${error instanceof Error ? error.message.slice(0, 300) : String(error)}`);
      absent.push({ name: peer.name, problem: 'could not be installed' });
    }
  }
  return { present, absent };
}

async function install({ scratch }: Bench, { name, packages, scripts = false, prepare }: PeerPackage): Promise<Peer> {
  const folder = join(scratch, `peer-${name.split(' ')[0]?.toLowerCase()}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--no-audit', '--no-fund', ...(scripts ? [] : ['--ignore-scripts']), ...packages];
  await promisify(execFile)('npm', args, { cwd: folder, timeout: 180_000, shell: process.platform === 'win32' });
  return prepare(folder);
}
