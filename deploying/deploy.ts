import { agree } from './agree.ts';
import { askForKeys } from './askForKeys.ts';
import { lookAround } from './lookAround.ts';
import { stackName } from './names.ts';
import { makeEverything, makeSkill } from './phases.ts';
import { buildEverything, knowAccount, makeRoomForCdk } from './prepare.ts';
import { type Deploying, walk } from './step.ts';
import { switchOn } from './switchOn.ts';

export const usage = `Puts Back Routine on your own Echo: npm run deploy [-- flags]

  --dry-run                 shows every step, without an account, credentials or network
  --stage production        for a team: gradual releases, reserved concurrency, further regions, a budget
  --regions a,b             home first (us-east-1); Alexa calls us-east-1, eu-west-1, us-west-2, ap-northeast-1
  --alarm-email address     who is told of alarms; "none" ends it
  --monthly-budget dollars  of the production stage: warns when it is nearly spent (50)
  --yes                     asks nothing, as in a workflow
  --help                    this

Started again, it goes on where it stopped. It wants the same flags every time. To take it away: npm run destroy`;

const steps = [
  knowAccount,
  lookAround,
  buildEverything,
  agree,
  makeRoomForCdk,
  askForKeys,
  makeSkill,
  makeEverything,
  switchOn,
];

/** From nothing, or from wherever it stopped, to the skill on one's own Echo. */
export const deploy = async (deploying: Deploying): Promise<void> => {
  const { choice, terminal, aws } = deploying;
  terminal.say(
    choice.dryRun
      ? 'This is a dry run: nothing is asked of anybody, and nothing is made. In earnest it takes about a quarter of an hour the first time:'
      : 'Putting Back Routine on your own Echo. Stop whenever you like (Ctrl+C): started again, it goes on from there.',
  );
  await walk(
    terminal,
    steps.map((step) => step(deploying)),
    choice.dryRun,
  );
  terminal.say(`\nSay to an Echo that is signed in with your developer account and speaks English:

    Alexa, open back routine

Does Alexa answer with something else? Say: Alexa, open the back routine skill.`);
  if (choice.dryRun) return terminal.say('\nThat was the dry run. In earnest: the same without --dry-run.');
  const watch = await aws.stack(choice.regions[0], stackName(choice, 'Watch'));
  terminal.say(`How it fares: ${watch?.outputs.Dashboard ?? 'the dashboard in the console of CloudWatch'}`);
  terminal.say('What to do about alarms, and how to take all this away again: docs/operations.md');
};
