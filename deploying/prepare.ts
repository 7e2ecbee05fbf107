import { asText, assemble, bootstrap, build } from './command.ts';
import { type Deploying, type Step, perform } from './step.ts';

/** Whose credentials these are. */
export const knowAccount = ({ choice, terminal, aws, found }: Deploying): Step => ({
  title: 'Your AWS account',
  plan: [
    'Asks AWS whose credentials this computer has. No account yet? https://aws.amazon.com/free. No credentials? With a new AWS CLI (https://docs.aws.amazon.com/cli/):',
    '    $ aws login',
  ],
  take: async () => {
    found.account = await aws.account(choice.regions[0]);
    terminal.say(`The account is ${found.account}.`);
  },
});

export const buildEverything = (deploying: Deploying): Step => ({
  title: 'The bundle and the skill package',
  plan: ['Builds on this computer what is uploaded later:', ...[build, assemble].map((one) => `    $ ${asText(one)}`)],
  take: async () => {
    await perform(deploying, build);
    await perform(deploying, assemble);
  },
});

/** CDK uploads to a bucket and acts through roles that it makes once in every account and region. */
export const makeRoomForCdk = (deploying: Deploying): Step => {
  const { choice, terminal, aws, found } = deploying;
  return {
    title: "CDK's place in the account",
    plan: [
      'Looks whether CDK, the tool that makes all this, was ever used here. If not, has it make its bucket and roles, once:',
      ...choice.regions.map((region) => `    $ ${asText(bootstrap(choice, '<your account>', region))}`),
    ],
    take: async () => {
      for (const region of choice.regions) {
        if (await aws.isBootstrapped(region)) terminal.say(`There is one in ${region}.`);
        else await perform(deploying, bootstrap(choice, found.account ?? '', region));
      }
    },
  };
};
