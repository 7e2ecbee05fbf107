import type { Region } from './choice.ts';
import { asText, firstPhase, growTable, secondPhase } from './command.ts';
import { resourceName, stackName } from './names.ts';
import { type Deploying, type Step, perform } from './step.ts';
import { Stop } from './stop.ts';

const placeholder = '<its id>';

/** Makes the skill, which alone knows its id; not again where it is known. */
export const makeSkill = (deploying: Deploying): Step => {
  const { choice, terminal, aws, found } = deploying;
  const [home] = choice.regions;
  return {
    title: 'First phase: the skill, to have its id',
    plan: [
      'The function must know the skill, and the skill the function. So the skill comes first, and answers nobody yet. About two minutes:',
      `    $ ${asText(firstPhase(choice))}`,
    ],
    take: async () => {
      if (found.skillId) return terminal.say('Done before.');
      await perform(deploying, firstPhase(choice));
      const stack = await aws.stack(home, stackName(choice, 'Alexa'));
      const skillId = stack?.outputs.SkillId;
      if (!skillId) throw new Stop(`${stackName(choice, 'Alexa')} is deployed and names no SkillId. Start again.`);
      found.skillId = skillId;
      terminal.say(`The skill has its id: ${skillId}`);
    },
  };
};

/** An existing table takes one copy more in each update: the regions as they grow, all but the last. */
const growing = (regions: readonly Region[], copies: readonly string[]): Region[][] => {
  const there = regions.filter((region, n) => n === 0 || copies.includes(region));
  const missing = regions.filter((region) => !there.includes(region));
  return missing.slice(0, -1).map((_, n) => [...there, ...missing.slice(0, n + 1)]);
};

/** Everything else, and at last the skill's way to the function. */
export const makeEverything = (deploying: Deploying): Step => {
  const { choice, aws, found } = deploying;
  const [home] = choice.regions;
  return {
    title: 'Second phase: table, function, alarms, and the way from the skill to the function',
    plan: ['Four to eight minutes the first time, less later:', `    $ ${asText(secondPhase(choice, placeholder))}`],
    take: async () => {
      const skillId = found.skillId ?? placeholder;
      const copies = await aws.copies(home, resourceName(choice));
      for (const [first, ...others] of copies ? growing(choice.regions, copies) : []) {
        if (first) await perform(deploying, growTable({ ...choice, regions: [first, ...others] }, skillId));
      }
      await perform(deploying, secondPhase(choice, skillId));
    },
  };
};
