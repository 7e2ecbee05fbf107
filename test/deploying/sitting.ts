import { expect } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { main } from '../../deploying/main.ts';
import type { Deploying } from '../../deploying/step.ts';
import { terminalOn } from '../../deploying/terminal.ts';
import { type Account, accessToken, keys, skillId } from './account.ts';

export interface Sitting {
  readonly code: number;
  /** All that the person saw. */
  readonly shown: string;
  readonly commands: string[];
}

interface Person {
  /** What is typed, question by question; `null` for nobody there. */
  readonly types?: readonly string[] | null;
  /** Commands that fail, by a part of their text. */
  readonly fails?: readonly string[];
  readonly environment?: Record<string, string>;
}

/** What CDK would have made of a command that succeeded. */
const made = (account: Account, command: string): void => {
  const prefix = command.includes('stage=production') ? 'BackRoutineProduction' : 'BackRoutine';
  const regions = /regions=(\S+)/.exec(command)?.[1]?.split(',') ?? [];
  const [home = ''] = regions;
  const status = 'CREATE_COMPLETE';
  const bootstrap = /bootstrap aws:\/\/\d+\/(\S+)/.exec(command)?.[1];
  if (bootstrap) account.bootstrapped.add(bootstrap);
  if (!command.includes('cdk deploy')) return;
  if (!account.stacks.has(`${home} ${prefix}Alexa`))
    account.has(home, `${prefix}Alexa`, { status, outputs: { SkillId: skillId } });
  if (command.includes('Data') || command.includes('--all')) {
    account.has(home, `${prefix}Data`, { status });
    account.table = regions.slice(1);
  }
  if (!command.includes('--all')) return;
  for (const region of regions) {
    account.has(region, `${prefix}Skill`, { status, outputs: { Endpoint: 'arn:x' } });
    const types = command.includes('alarmEmail=') ? ['AWS::SNS::Topic', 'AWS::SNS::Subscription'] : [];
    account.has(region, `${prefix}Watch`, { status, types, outputs: { Dashboard: `https://${region}.example/` } });
  }
};

/** One go at deploying or destroying, with a person at the real terminal's code. */
export const sitting = async (
  work: (deploying: Deploying) => Promise<void>,
  account: Account,
  args: readonly string[],
  { types = [], fails = [], environment = {} }: Person = {},
): Promise<Sitting> => {
  const input = Object.assign(new PassThrough(), { isTTY: types !== null });
  const output = new PassThrough();
  let shown = '';
  const typed = [...(types ?? [])];
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
    // Each question ends so; nobody types ahead.
    if (types !== null && /(: |\(yes or no\) |go on: )$/.test(chunk.toString())) {
      setImmediate(() => (typed.length > 0 ? input.write(`${typed.shift()}\n`) : input.write('\x03')));
    }
  });
  const commands: string[] = [];
  const code = await main('', work, args, {
    terminal: terminalOn({ input, output }),
    run: (command) => {
      const text = command.join(' ');
      commands.push(text);
      if (fails.some((part) => text.includes(part))) return Promise.resolve(1);
      made(account, text);
      return Promise.resolve(0);
    },
    wait: () => Promise.resolve(),
    environment,
  });
  return { code, shown, commands };
};

/** Nothing secret was shown, nor stood in a command. */
export const keepsSecrets = ({ shown, commands }: Sitting): void => {
  for (const text of [shown, ...commands]) {
    for (const secret of [keys.clientSecret, keys.refreshToken, accessToken, 'SECRET']) {
      expect(text).not.toContain(secret);
    }
  }
};
