import { dollars, measured, perMonth, perThousandSessions, sum } from './costs.ts';
import type { Choice } from './choice.ts';
import { resourceName, secretName, stackName } from './names.ts';
import type { Deploying, Step } from './step.ts';
import { Stop } from './stop.ts';
import { agrees } from './terminal.ts';

/** Every stack, where it is made, and what it holds. */
const makes = (choice: Choice): string[] => {
  const { stage, regions, alarmEmail } = choice;
  const name = resourceName(choice);
  const production = stage === 'production';
  const budget = production && alarmEmail && alarmEmail !== 'none' ? '; and a budget' : '';
  const gradually = production ? ' New versions take a tenth of the turns first, and are taken back if they fail.' : '';
  const [home] = regions;
  const line = (of: 'Data' | 'Skill' | 'Watch' | 'Alexa', where: string, what: string) =>
    `- ${stackName(choice, of)} in ${where}: ${what}`;
  return [
    line(
      'Data',
      home,
      `the table ${name}, where people's places are kept${regions.length > 1 ? ', with a copy in each further region' : ''}. It can be restored to any moment of the last 35 days, and nothing here ever deletes it.`,
    ),
    line(
      'Skill',
      regions.join(' and '),
      `the function ${name} that answers Alexa, her right to call it for this one skill, and its logs for a month.${gradually}`,
    ),
    line('Watch', regions.join(' and '), `nine metrics, seven alarms and a dashboard${budget}.`),
    line(
      'Alexa',
      home,
      'the skill itself, in your Amazon developer account: only you can use it until you publish it.',
    ),
    `- ${secretName}, a secret in ${home}: what CloudFormation needs to make a skill in your name.`,
    '- Where CDK was never used, a bucket and roles: with those, CDK, which is part of this project, makes all the rest.',
  ];
};

/** Turns that a production stage keeps for itself in each region, as `infra/answerAlexa.ts` has it. */
const reserved = 200;

/** Says what will be made and what it costs; nothing is made before a yes. */
export const agree = ({ choice, terminal }: Deploying): Step => {
  const { alarmEmail, regions } = choice;
  const thousand = perThousandSessions(measured, regions.length - 1);
  const telling =
    alarmEmail && alarmEmail !== 'none'
      ? `Alarms go to ${alarmEmail}; Amazon sends it a mail first, to be confirmed.`
      : 'Alarms are shown on the dashboard; with --alarm-email you@example.com you would be told.';
  const room =
    choice.stage === 'production'
      ? [
          `In each region, ${reserved} of the turns that the account may run at once are kept for the skill, and AWS wants 100 left over. A new account has ten in all, and would refuse: first see "When a deployment fails" in docs/operations.md.`,
        ]
      : [];
  const question = 'Make all this?';
  const text = [
    'Makes, or brings up to date:',
    ...makes(choice),
    ...room,
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
