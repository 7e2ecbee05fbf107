import { spawn } from 'node:child_process';
import type { Choice } from './choice.ts';
import { stackName } from './names.ts';

/** A program of this project, with its arguments. Nothing secret is ever among them. */
export type Command = readonly string[];

/** Runs a command in the person's sight. Returns its exit code. */
export type Run = (command: Command) => Promise<number>;

export const build: Command = ['npm', 'run', '--silent', 'build'];
export const assemble: Command = ['npm', 'run', '--silent', 'package'];

const cdk = ['npx', '--no-install', 'cdk'];

const context = ({ stage, regions, alarmEmail, monthlyBudget }: Choice, skillId: string | undefined): string[] =>
  Object.entries({
    stage,
    regions: regions.join(','),
    alarmEmail: alarmEmail === 'none' ? undefined : alarmEmail,
    monthlyBudget,
    skillId,
  }).flatMap(([key, value]) => (value === undefined ? [] : ['-c', `${key}=${value}`]));

/** CDK's question is not asked: ours has been, with everything it would show and what it costs. */
const deploy = (choice: Choice, skillId: string | undefined, ...stacks: string[]): Command => [
  ...[...cdk, 'deploy', ...stacks, '--require-approval', 'never', '--progress', 'events', '--no-notices'],
  ...context(choice, skillId),
];

export const bootstrap = (choice: Choice, account: string, region: string): Command => [
  ...[...cdk, 'bootstrap', `aws://${account}/${region}`, '--no-notices'],
  ...context(choice, undefined),
];

/** The skill alone, without an endpoint: this gives its id. */
export const firstPhase = (choice: Choice): Command => deploy(choice, undefined, stackName(choice, 'Alexa'));

/** The table alone, as it is to be in these regions. */
export const growTable = (choice: Choice, skillId: string): Command =>
  deploy(choice, skillId, '--exclusively', stackName(choice, 'Data'));

/** Everything, with the id. */
export const secondPhase = (choice: Choice, skillId: string): Command => deploy(choice, skillId, '--all');

export const asText = (command: Command): string => command.join(' ');

export const runInTerminal =
  (root: string): Run =>
  ([program = '', ...args]) =>
    new Promise((resolve, reject) => {
      const child = spawn(program, args, {
        cwd: root,
        // Its answers would be ours.
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true' },
        shell: process.platform === 'win32',
      });
      child.on('error', reject);
      child.on('close', (code) => resolve(code ?? 1));
    });
