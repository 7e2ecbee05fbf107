import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// A folder with a lock of its own may be named; without one, it is the project's.
const [folder = ''] = process.argv.slice(2);
const at = (path) => fileURLToPath(new URL(`../${folder && `${folder}/`}${path}`, import.meta.url));
const marker = at('node_modules/.back-routine-lock');
const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** Whether npm itself noted, after an install by hand, that all of the lock file is there. */
const installedByHand = (lock) => {
  const noted = read(at('node_modules/.package-lock.json'));
  if (noted === undefined) return false;
  const there = JSON.parse(noted).packages;
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, { version, optional, link, peer }]) =>
      !path.startsWith('node_modules/') || optional || link || peer || there[path]?.version === version,
  );
};

const lock = readFileSync(at('package-lock.json'), 'utf8');
const hash = createHash('sha256').update(lock).digest('hex');
const last = read(marker);

if (last !== hash) {
  if (last === undefined && installedByHand(lock)) {
    writeFileSync(marker, hash);
  } else {
    if (folder) console.log(JSON.parse(readFileSync(at('package.json'), 'utf8')).description);
    console.log(last === undefined ? 'Installing the packages, once …' : 'The package lock has changed: installing …');
    // As npm calls itself where it started us; nothing of it may read what was piped to us.
    const npm = process.env.npm_execpath;
    const [command, ...before] = npm ? [process.execPath, npm] : ['npm'];
    // What is built from source is built for the Node that is installed with it, whose headers are there.
    const node = `node_modules/node-linux-${process.arch}`;
    const headers = JSON.parse(lock).packages[node] ? { npm_config_nodedir: at(node) } : {};
    const { status } = spawnSync(
      command,
      [...before, 'ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund'],
      {
        cwd: at('.'),
        env: { ...process.env, ...headers },
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: !npm && process.platform === 'win32',
      },
    );
    if (status !== 0) {
      console.error('The packages could not be installed (npm ci; its reason is above). Repair that and try again.');
      process.exit(1);
    }
    writeFileSync(marker, hash);
  }
}
