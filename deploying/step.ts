import type { Aws } from './aws.ts';
import type { Choice } from './choice.ts';
import { type Command, type Run, asText } from './command.ts';
import type { Keys } from './keys.ts';
import { Stop } from './stop.ts';
import type { Terminal } from './terminal.ts';

/** What the steps of a deployment have in their hands. */
export interface Deploying {
  readonly choice: Choice;
  readonly terminal: Terminal;
  readonly aws: Aws;
  readonly run: Run;
  /** Lets seconds pass. */
  readonly wait: (seconds: number) => Promise<void>;
  /** What earlier steps have found. */
  readonly found: { account?: string; skillId?: string; keys?: Keys };
}

export interface Step {
  readonly title: string;
  /** What it does, and what of: shown instead of doing it in a dry run. */
  readonly plan: readonly string[];
  readonly take: () => Promise<void>;
}

/** Shows a command, and runs it; throws where it fails. */
export const perform = async (
  { terminal, run }: Pick<Deploying, 'terminal' | 'run'>,
  command: Command,
): Promise<void> => {
  terminal.say(`    $ ${asText(command)}`);
  const code = await run(command);
  if (code !== 0) {
    throw new Stop(
      `That failed (exit code ${code}); its reason is above. Repair it and start again: what is done stays done.`,
    );
  }
};

/** Takes the steps, or only shows them. */
export const walk = async (terminal: Terminal, steps: readonly Step[], dryRun: boolean): Promise<void> => {
  for (const [n, { title, plan, take }] of steps.entries()) {
    terminal.say(`\n[${n + 1} of ${steps.length}] ${title}`);
    if (dryRun) for (const line of plan) terminal.say(line);
    else await take();
  }
};
