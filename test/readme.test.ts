import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from '@jest/globals';

const root = path.join(__dirname, '..');

it('README.md opens with what the skill really says', () => {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/readme.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
});
