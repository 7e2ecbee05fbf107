import { format } from 'node:util';
import { Aws } from './aws.ts';
import { choiceIn } from './choice.ts';
import { type Run, runInTerminal } from './command.ts';
import type { Deploying } from './step.ts';
import { Stop } from './stop.ts';
import { type Terminal, terminalOn } from './terminal.ts';

interface Surroundings {
  readonly terminal: Terminal;
  readonly run: Run;
  readonly wait: (seconds: number) => Promise<void>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export const surroundings = (root: string): Surroundings => ({
  terminal: terminalOn({ input: process.stdin, output: process.stdout }),
  run: runInTerminal(root),
  wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
  environment: process.env,
});

/** Does what the flags say. Returns the exit code. */
export const main = async (
  usage: string,
  work: (deploying: Deploying) => Promise<void>,
  args: readonly string[],
  { terminal, run, wait, environment }: Surroundings,
): Promise<number> => {
  try {
    const choice = choiceIn(args, environment);
    if (choice.help) terminal.say(usage);
    else await work({ choice, terminal, aws: new Aws(), run, wait, found: {} });
    return 0;
  } catch (error) {
    // What nobody foresaw is shown whole: it holds requests and answers, but no body that we sent.
    terminal.say(`\n${error instanceof Stop ? error.message : format(error)}`);
    return 1;
  }
};
