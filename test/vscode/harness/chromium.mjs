// The browser that shows VS Code: the one in the npm registry with its own libraries and fonts, or an installed one.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Unpacks the browser of the npm package in `modules` into `folder`, with the libraries that a bare machine lacks.
 * @param {string} modules
 * @param {string} folder */
export async function unpackChromium(modules, folder) {
  const packageFolder = path.join(modules, '@sparticuz/chromium');
  const script = `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(path.join(packageFolder, 'build/esm/index.js')).href)}); await chromium.executablePath();`;
  fs.mkdirSync(folder);
  // The package unpacks into the temporary folder, and its libraries only where it believes to be in a bare cloud function.
  await finished(
    spawn(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  );
  fs.cpSync(path.join(modules, 'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'), path.join(folder, 'fonts/DejaVuSansMono.ttf'));
  fs.cpSync(path.join(modules, 'dejavu-fonts-ttf/ttf/DejaVuSansMono-Bold.ttf'), path.join(folder, 'fonts/DejaVuSansMono-Bold.ttf'));
  fs.rmSync(path.join(packageFolder, 'bin'), { recursive: true }); // 66 MB that nobody reads again
}

/** Writes the fontconfig that makes pictures look the same on every machine; `folder` is where the browser will stay.
 * @param {string} unpackedIn
 * @param {string} folder */
export function writeFontConfiguration(unpackedIn, folder) {
  const alias = (family, font) => `<alias binding="same"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  fs.writeFileSync(
    path.join(unpackedIn, 'fonts/fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
  ${['monospace', 'Droid Sans Mono'].map((family) => alias(family, 'DejaVu Sans Mono')).join('')}
  ${['sans-serif', 'system-ui', 'Ubuntu', 'Droid Sans'].map((family) => alias(family, 'Open Sans')).join('')}
</fontconfig>
`,
  );
}

/** Launches the browser without a window; `$CHROMIUM` names an installed one.
 * @param {import('./cache.mjs').Installation} installation */
export async function launchChromium(installation) {
  const { chromium } = createRequire(path.join(installation.folder, 'package.json'))('playwright-core');
  if (process.env.CHROMIUM) return chromium.launch({ executablePath: process.env.CHROMIUM, args: QUIET });
  const executablePath = path.join(installation.chromium, 'chromium');
  if (!fs.existsSync(executablePath)) return chromium.launch({ channel: 'chrome', args: QUIET });
  const libraries = [path.join(installation.chromium, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return chromium.launch({
    executablePath,
    args: [...QUIET, '--font-render-hinting=none'],
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: path.join(installation.chromium, 'fonts') },
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function finished(child) {
  let errors = '';
  child.stderr?.on('data', (data) => {
    errors += data;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(undefined) : reject(new Error(`Unpacking the browser ended with ${code}\n${errors.slice(-2000)}`)),
    );
  });
}
