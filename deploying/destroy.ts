import { allowedRegions, type Choice } from './choice.ts';
import { type Place, resourceName, secretName, stackName } from './names.ts';
import { knowAccount } from './prepare.ts';
import { seen } from './standing.ts';
import { type Deploying, type Step, walk } from './step.ts';
import { Stop } from './stop.ts';

export const usage = `Takes Back Routine away from Alexa and AWS: npm run destroy [-- flags]

  --stage production        the production stage
  --dry-run                 shows every step, without an account, credentials or network
  --help                    this

What people did stays where it is. You are asked before anything happens; started again, it goes on where it stopped.`;

const [every, longest] = [5, 20 * 60];

/** Alarms first, or they would be raised; the skill before the function it calls. Never the data. */
const stacksOf = (choice: Choice): string[] =>
  (['Watch', 'Alexa', 'Skill'] as const).map((of) => stackName(choice, of));

const inOrder = (choice: Choice): Place[] =>
  stacksOf(choice).flatMap((stack) => allowedRegions.map((region) => ({ region, stack })));

const remains = (choice: Choice): string => {
  const name = resourceName(choice);
  return `What stays: ${stackName(choice, 'Data')} with the table ${name} and all that people did. This never touches it, and deploying again finds it and goes on with it.
A skill that is deleted is gone, though: the next one has another id, and Alexa then knows everybody by a new one. What people did before is not found any more; each item deletes itself 400 days after its last use. To delete all of it now, in each region that has a copy, and for good:

    $ aws dynamodb update-table --table-name ${name} --no-deletion-protection-enabled
    $ aws dynamodb delete-table --table-name ${name}
    $ aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${stackName(choice, 'Data')}
    $ aws cloudformation delete-stack --stack-name ${stackName(choice, 'Data')}

Also there, until you delete them: the secret ${secretName} (the other stage has it too), and CDK's bucket.`;
};

const isBusy = (status: string): boolean =>
  status.endsWith('_IN_PROGRESS') && status !== 'DELETE_IN_PROGRESS' && status !== 'REVIEW_IN_PROGRESS';

const deleted = async ({ terminal, aws, wait }: Deploying, { region, stack }: Place): Promise<void> => {
  const before = await aws.stack(region, stack);
  if (!before) return;
  if (isBusy(before.status))
    throw new Stop(`${stack} in ${region} is being worked on (${before.status}). Wait, and start again.`);
  terminal.say(`- ${stack} in ${region} …`);
  await aws.deleteStack(region, stack);
  for (let waited = 0; waited < longest; waited += every) {
    const standing = await aws.stack(region, stack);
    if (!standing) return terminal.say('  deleted.');
    if (standing.status === 'DELETE_FAILED') {
      throw new Stop(
        `${stack} could not be deleted. CloudFormation says why; then start again:\n\n    $ aws cloudformation describe-stack-events --stack-name ${stack} --region ${region} --query "StackEvents[?ResourceStatus=='DELETE_FAILED'].ResourceStatusReason"`,
      );
    }
    await wait(every);
  }
  throw new Stop(`${stack} is still being deleted after twenty minutes. Start again later: it goes on from there.`);
};

const foundPlaces = async (deploying: Deploying): Promise<Place[]> => {
  const all = await Promise.all(
    inOrder(deploying.choice).map(async (place) => ((await seen(deploying, place)) ? [place] : [])),
  );
  return all.flat();
};

const look = (deploying: Deploying, going: Place[]): Step => {
  const { choice, terminal } = deploying;
  const question = `This deletes the skill, its function and its alarms. Type the stage's name, ${choice.stage}, to go on:`;
  return {
    title: 'What goes, and what stays',
    plan: [
      'Looks in all regions for what there is of:',
      ...stacksOf(choice).map((stack) => `- ${stack}`),
      remains(choice),
      `Asks: ${question}`,
    ],
    take: async () => {
      going.push(...(await foundPlaces(deploying)));
      if (going.length === 0) return terminal.say(`There is nothing to take away: no ${stacksOf(choice).join(', ')}.`);
      terminal.say('What goes:');
      for (const { region, stack } of going) terminal.say(`- ${stack} in ${region}`);
      terminal.say(remains(choice));
      if ((await terminal.ask(question)) !== choice.stage) throw new Stop('Nothing was deleted.');
    },
  };
};

const take = (deploying: Deploying, going: readonly Place[]): Step => ({
  title: 'Away',
  plan: ['Deletes these stacks one after the other, and waits for each: about five minutes. Nothing is deleted twice.'],
  take: async () => {
    for (const place of going) await deleted(deploying, place);
    deploying.terminal.say('Done. To have it again: npm run deploy');
  },
});

/** Takes away all but what people did. */
export const destroy = async (deploying: Deploying): Promise<void> => {
  const { choice, terminal } = deploying;
  if (choice.dryRun) terminal.say('This is a dry run: nothing is asked of anybody, and nothing is deleted.');
  const going: Place[] = [];
  await walk(terminal, [knowAccount(deploying), look(deploying, going), take(deploying, going)], choice.dryRun);
  if (choice.dryRun) terminal.say('\nThat was the dry run. In earnest: the same without --dry-run.');
};
