import { accessToken, enable, progressOf } from './amazon.ts';
import type { Deploying, Step } from './step.ts';
import { Stop } from './stop.ts';

const [every, longest] = [5, 300];

const byHand = (skillId: string): string =>
  `Switch it on by hand: open https://developer.amazon.com/alexa/console/ask/test/${skillId}/development/en_US/ and set "Skill testing is enabled in" to Development.`;

/** Waits until Amazon has learned what may be said. Says so where it does not tell. */
const waitForModels = async ({ terminal, wait }: Deploying, token: string, skillId: string): Promise<void> => {
  let told = '';
  for (let waited = 0; waited < longest; waited += every) {
    const progress = await progressOf(token, skillId);
    if (!progress) return terminal.say('Amazon does not tell how far it is. It usually takes a minute or two.');
    if (progress.wrong.length > 0) throw new Stop(`Amazon could not take the skill. ${progress.wrong.join('\n')}`);
    if (progress.open.length === 0) return terminal.say('Amazon has learned what may be said.');
    const now = `Amazon is still learning: ${progress.open.join(', ')} …`;
    if (now !== told) terminal.say(now);
    told = now;
    await wait(every);
  }
  terminal.say(
    'Amazon is still learning what may be said. That is no fault; the first words may not be understood yet.',
  );
};

/** Lets the developer's own devices have the skill. */
export const switchOn = (deploying: Deploying): Step => {
  const { terminal, found } = deploying;
  return {
    title: 'On your own Echo',
    plan: [
      'Waits until Amazon has learned what may be said, up to five minutes, and switches the skill on for testing. If Amazon does not let it, says how to do that by hand.',
    ],
    take: async () => {
      const { keys, skillId } = found;
      if (!keys || !skillId) throw new Stop('There is no skill to switch on.');
      const token = await accessToken(keys);
      await waitForModels(deploying, token, skillId);
      const refused = await enable(token, skillId);
      terminal.say(
        refused ? `Amazon would not switch the skill on: ${refused}. ${byHand(skillId)}` : 'The skill is on.',
      );
    },
  };
};
