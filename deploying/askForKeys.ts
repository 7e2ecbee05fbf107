import { accessToken, vendorsOf } from './amazon.ts';
import { isWhole, type Keys, missingIn } from './keys.ts';
import { secretName } from './names.ts';
import { returnUrl, signIn } from './signIn.ts';
import type { Deploying, Step } from './step.ts';
import { KeysRefused, Stop } from './stop.ts';
import type { Terminal } from './terminal.ts';

const howToGetThem = [
  'CloudFormation makes the skill in your name. For that, Amazon wants you to have a "security profile", once:',
  '- Sign in at https://developer.amazon.com with the Amazon account of your Echo. No developer account yet? It makes you one, for nothing.',
  '- Open https://developer.amazon.com/settings/console/securityprofile and create a security profile. Any name will do.',
  `- In its Web Settings, add to Allowed Return URLs: ${returnUrl}`,
  '- Open https://developer.amazon.com/loginwithamazon/console/site/lwa/overview.html and switch Login with Amazon on for that profile; it wants the address of a privacy notice, which may be any page of yours.',
  '- Back in the Web Settings, copy Client ID and Client Secret when you are asked for them here.',
];

const wanted = async (terminal: Terminal, question: string, hidden: boolean): Promise<string> => {
  for (;;) {
    const typed = await terminal.ask(question, { hidden });
    if (typed) return typed;
  }
};

const chosenVendor = async (terminal: Terminal, token: string): Promise<string> => {
  const vendors = await vendorsOf(token);
  const [only] = vendors;
  if (only && vendors.length === 1) return only.id;
  terminal.say('Your vendor id stands at https://developer.amazon.com/settings/console/mycid');
  for (const { id, name } of vendors) terminal.say(`- ${id} ${name}`);
  return wanted(terminal, 'Vendor ID:', false);
};

const askFor = async (terminal: Terminal, known: Partial<Keys>): Promise<Keys> => {
  const clientId = known.clientId ?? (await wanted(terminal, 'Client ID:', false));
  const clientSecret = known.clientSecret ?? (await wanted(terminal, 'Client Secret (it stays hidden):', true));
  const pasted =
    known.refreshToken ??
    (await terminal.ask('Press Enter to sign in with your browser, or paste a refresh token (it stays hidden):', {
      hidden: true,
    }));
  const refreshToken = pasted || (await signIn(terminal, { clientId, clientSecret }));
  const token = await accessToken({ clientId, clientSecret, refreshToken });
  return { clientId, clientSecret, refreshToken, vendorId: known.vendorId ?? (await chosenVendor(terminal, token)) };
};

/** What Amazon refuses is asked for anew, all of it: which of the three is wrong, nobody can tell. */
const askUntilAccepted = async (terminal: Terminal, known: Partial<Keys>): Promise<Keys> => {
  for (let held = known; ; held = {}) {
    try {
      return await askFor(terminal, held);
    } catch (error) {
      if (!(error instanceof KeysRefused)) throw error;
      terminal.say(`${error.message} Once more:`);
    }
  }
};

/** The developer's keys: from the secret, or from the person into the secret. They are never shown, nor written here. */
export const askForKeys = ({ choice, terminal, aws, found }: Deploying): Step => {
  const [home] = choice.regions;
  return {
    title: 'Your Amazon developer account',
    plan: [
      `Looks for the secret ${secretName} in ${home}. The first time it is not there, and you are told this:`,
      ...howToGetThem,
      'Asks, without showing what is secret, and looks the vendor id up:',
      '    Client ID:',
      '    Client Secret (it stays hidden):',
      '    Press Enter to sign in with your browser, or paste a refresh token (it stays hidden):',
      'Tries them at Amazon, and keeps them in the secret: not on this computer, and in no command.',
    ],
    take: async () => {
      const held = (await aws.keys(home)) ?? {};
      if (isWhole(held)) {
        await accessToken(held).catch((error: unknown) => {
          if (!(error instanceof KeysRefused)) throw error;
          throw new Stop(
            `${error.message} What the secret ${secretName} holds is of no use any more. Delete it, and start again to be asked:\n\n    $ aws secretsmanager delete-secret --secret-id ${secretName} --region ${home} --force-delete-without-recovery`,
          );
        });
        found.keys = held;
        terminal.say(`The secret ${secretName} is there, and Amazon accepts it.`);
        return;
      }
      const missing = missingIn(held);
      terminal.say(
        missing.length < 4
          ? `The secret ${secretName} lacks ${missing.join(', ')}.`
          : `There is no secret ${secretName} yet.`,
      );
      for (const line of howToGetThem) terminal.say(line);
      found.keys = await askUntilAccepted(terminal, held);
      await aws.keepKeys(home, found.keys);
      terminal.say(`Kept in the secret ${secretName}.`);
    },
  };
};
