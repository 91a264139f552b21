// Where a Chromium is on this machine, or null. Root on a Debian machine gets one installed, within a few minutes.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const macPaths = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const INSTALL_SECONDS = 240;

export function findChromium({ install = false, say = () => {} } = {}) {
  const found = searchChromium();
  if (found || !install || !mayInstall()) return found;
  say('No Chromium on this machine: installing Debian’s package …');
  const quiet = ['-qq', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=1'];
  const done =
    runBriefly('apt-get', ['update', ...quiet]) &&
    runBriefly('apt-get', ['install', '-y', '--no-install-recommends', ...quiet, 'chromium']);
  if (!done) say('Installing Chromium did not work.');
  return searchChromium();
}

function searchChromium() {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = [process.env['CHROMIUM'], ...onPath, ...macPaths, ...playwrightPaths()];
  return candidates.find((path) => path && isExecutable(path)) ?? null;
}

function playwrightPaths() {
  const cache = join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .map((name) => join(cache, name, 'chrome-linux', 'chrome'));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function mayInstall() {
  return platform() === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function runBriefly(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { env, stdio: 'ignore', timeout: INSTALL_SECONDS * 1000 }).status === 0;
}
