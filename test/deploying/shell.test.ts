import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const canCutTheNetwork = spawnSync('unshare', ['-rn', 'true']).status === 0;

/** As a newcomer types it, without credentials, and without a network where this machine can cut it. */
const typed = (line: string) => {
  const words = line.split(' ');
  const [program = '', ...args] = canCutTheNetwork ? ['unshare', '-rn', ...words] : words;
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS_|npm_)/.test(name)));
  return spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...environment, HOME: '/nonexistent', npm_config_cache: path.join(root, '.data/npm') },
  });
};

describe('from the shell', () => {
  it.each([
    ['npm run deploy -- --dry-run', 'Alexa, open back routine'],
    ['npm run deploy --dry-run', 'That was the dry run.'],
    ['npm run destroy -- --dry-run', 'What stays: BackRoutineData'],
    ['npm run deploy -- --help', '--alarm-email address'],
  ])(
    '%s',
    (line, sentence) => {
      const { status, stdout, stderr } = typed(line);
      expect(stdout + stderr).toContain(sentence);
      expect(status).toBe(0);
    },
    60_000,
  );

  it('ends with 1 where a flag is wrong', () => {
    const { status, stdout } = typed('npm run --silent deploy -- --stage prod');
    expect(stdout).toContain('There is no stage "prod".');
    expect(status).toBe(1);
  }, 60_000);
});
