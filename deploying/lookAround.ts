import { allowedRegions, type Choice } from './choice.ts';
import { places, resourceName, stackName } from './names.ts';
import { described, isMade, obstacle, seen } from './standing.ts';
import type { Deploying, Step } from './step.ts';
import { Stop } from './stop.ts';

/** A second skill in another region, or a region left behind, is never what somebody wants who forgot a flag. */
const refuseStrays = async (deploying: Deploying): Promise<void> => {
  const { choice } = deploying;
  const others = allowedRegions.filter((region) => !choice.regions.includes(region));
  const found: string[] = [];
  for (const region of others) {
    for (const kind of ['Alexa', 'Skill'] as const) {
      const stack = stackName(choice, kind);
      if (isMade(await seen(deploying, { region, stack }))) found.push(`${stack} in ${region}`);
    }
  }
  if (found.length === 0) return;
  throw new Stop(
    `There is already ${found.join(' and ')}, which --regions does not name. Name all regions it runs in, home first; or take it away from there: npm run destroy -- --help`,
  );
};

const refuseTable = (
  choice: Choice,
  region: string,
  copies: readonly string[] | undefined,
  dataIsMade: boolean,
): void => {
  if (copies === undefined) return;
  const name = resourceName(choice);
  if (!dataIsMade) {
    throw new Stop(
      `There is a table ${name} in ${region} that no stack knows of: what people did outlived its stack. See "Take in a table that no stack knows of" in docs/operations.md; if it is empty, delete it in the console of DynamoDB.`,
    );
  }
  const unnamed = copies.filter((copy) => copy !== region && !choice.regions.some((one) => one === copy));
  if (unnamed.length > 0) {
    throw new Stop(
      `The table has a copy in ${unnamed.join(', ')}, which --regions does not name. Name it, so that it is kept.`,
    );
  }
};

const refuseSilence = async ({ choice, aws }: Deploying, region: string, watchIsMade: boolean): Promise<void> => {
  if (choice.alarmEmail !== undefined || !watchIsMade) return;
  if (!(await aws.tellsOfAlarms(region, stackName(choice, 'Watch')))) return;
  throw new Stop(
    'Alarms go to an e-mail address now, and you named none. Name it again (--alarm-email you@example.com), or end it with --alarm-email none.',
  );
};

/** What is there decides where to go on: nothing is remembered on this computer. */
export const lookAround = (deploying: Deploying): Step => {
  const { choice, terminal, aws, found } = deploying;
  const [home] = choice.regions;
  return {
    title: 'What is there already',
    plan: [
      `Home is ${home}. A nearer one to your Echo: --regions eu-west-1, us-west-2 or ap-northeast-1; Alexa can call nowhere else.`,
      'Asks AWS which of these stacks there are. One that is there is brought up to date, one that failed is tried again; nothing is remembered on this computer.',
      ...places(choice).map(({ region, stack }) => `- ${stack} in ${region}`),
    ],
    take: async () => {
      terminal.say(`Home is ${home}.`);
      const all = await Promise.all(
        places(choice).map(async (place) => ({ place, standing: await aws.stack(place.region, place.stack) })),
      );
      for (const { place, standing } of all) terminal.say(described(place, standing));
      for (const { place, standing } of all) {
        const reason = obstacle(place, standing);
        if (reason) throw new Stop(reason);
      }
      const of = (stack: string) => all.find(({ place }) => place.stack === stack && place.region === home)?.standing;
      await refuseStrays(deploying);
      const dataIsMade = isMade(of(stackName(choice, 'Data')));
      refuseTable(choice, home, await aws.copies(home, resourceName(choice)), dataIsMade);
      await refuseSilence(deploying, home, isMade(of(stackName(choice, 'Watch'))));

      const alexa = of(stackName(choice, 'Alexa'));
      const skillId = isMade(alexa) ? alexa?.outputs.SkillId : undefined;
      if (!skillId) return;
      found.skillId = skillId;
      terminal.say(`The skill has its id: ${skillId}`);
    },
  };
};
