import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';

/*
 * What is heard, word for word and second by second. A file is named after its routine, side and how often each
 * exercise was done before; a change is written on purpose:
 *   npm run --silent narrate -- --routine ten-first --side left > test/golden/ten-first.left.0.txt
 */
const root = path.join(__dirname, '..');
const folder = path.join(__dirname, 'golden');

it.each(readdirSync(folder))('is heard as it was read aloud: %s', (file) => {
  const [routine = '', side = '', times = ''] = file.split('.');
  const { stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/narrate.ts', '--routine', routine, '--side', side, '--times', times],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  expect(stdout).toBe(readFileSync(path.join(folder, file), 'utf8'));
});
