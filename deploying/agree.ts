import { dollars, measured, perMonth, perThousandSessions, sum } from './costs.ts';
import { places, resourceName, secretName } from './names.ts';
import type { Deploying, Step } from './step.ts';
import { Stop } from './stop.ts';
import { agrees } from './terminal.ts';

const makes = (name: string, stage: string): Record<string, string> => ({
  Data: `the table ${name}, where people's places are kept. It can be restored to any moment of the last 35 days, and nothing here ever deletes it.`,
  Skill: `the function ${name} that answers Alexa, her right to call it for this one skill, and its logs for a month${stage === 'production' ? '; new versions take a tenth of the turns first, and are taken back if they fail' : ''}.`,
  Watch: `nine metrics, seven alarms and a dashboard${stage === 'production' ? ', and a budget' : ''}.`,
  Alexa: 'the skill itself, in your Amazon developer account: only you can use it until you publish it.',
});

/** Says what will be made and what it costs; nothing is made before a yes. */
export const agree = ({ choice, terminal }: Deploying): Step => {
  const { stage, alarmEmail, regions } = choice;
  const texts = makes(resourceName(choice), stage);
  const thousand = perThousandSessions(measured, regions.length - 1);
  const telling =
    alarmEmail && alarmEmail !== 'none'
      ? `Alarms go to ${alarmEmail}; Amazon sends it a mail first, to be confirmed.`
      : 'Alarms are shown on the dashboard; with --alarm-email you@example.com you would be told.';
  const question = 'Make all this?';
  const text = [
    'Makes, or brings up to date:',
    ...places(choice).map(
      ({ region, stack }) => `- ${stack} in ${region}: ${texts[/(Data|Skill|Watch|Alexa)$/.exec(stack)?.[1] ?? '']}`,
    ),
    `- ${secretName}, a secret in ${regions[0]}: what CloudFormation needs to make a skill in your name. And, where CDK was never used, its bucket for what is uploaded.`,
    telling,
    `Costs about ${dollars(perMonth(choice, true))} a month, ${dollars(perMonth(choice, false))} if you already use up what an account has for nothing, and ${dollars(sum(thousand))} for a thousand sessions. Prices of us-east-1; the formula is in docs/operations.md. The developer account costs nothing.`,
  ];
  return {
    title: 'What it makes, and what it costs',
    plan: [...text, `Asks: ${question} (yes or no)`],
    take: async () => {
      for (const line of text) terminal.say(line);
      if (!choice.yes && !(await agrees(terminal, question))) throw new Stop('Nothing was made.');
    },
  };
};
