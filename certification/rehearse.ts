import { inspect } from 'node:util';
import { startAlexaApi } from '../simulator/alexaApi.ts';
import type { Handler } from '../simulator/device.ts';
import type { ApiAccess } from '../simulator/envelope.ts';
import { skillId } from '../simulator/identity.ts';
import type { InteractionModel } from '../simulator/understand.ts';
import { moments } from './moments.ts';
import type { Manifest } from './subject.ts';
import { oneOfEach, strangeIntents } from './samples.ts';
import { type Answered, Tester } from './tester.ts';

/** What the built skill did while it was talked to. */
export interface Rehearsal {
  readonly answers: readonly Answered[];
  /** Where it failed, or answered what Alexa refuses. */
  readonly problems: readonly string[];
  /** Microphones that were open before an unanswered Alexa session was over, by moment. */
  readonly silences: readonly { readonly moment: string; readonly microphones: number; readonly over: boolean }[];
  /** The first words to somebody new, to the same person coming back, and after the skill was disabled. */
  readonly disabled: Readonly<Record<'fresh' | 'back' | 'after', string>>;
  /** What became of a request of another skill. */
  readonly stranger: 'refused' | 'answered';
  /** What nobody foresaw: each was answered with an apology. */
  readonly errors: readonly string[];
  /** Everything the skill wrote into its log, and what must not be in there. */
  readonly logged: readonly string[];
  readonly secrets: readonly string[];
}

/** Said in every moment: what Amazon asks every skill to take, an answer each way, and what nobody foresaw. */
export const everywhere = ['stop', 'cancel', 'go home', 'help', 'yes', 'no', 'is it raining in purple town'];
const oneShot = (words: string): string => `alexa, ask back routine to ${words}`;
const nothingOpen = 'nothing open';
/** Where every wish is tried; the moments of the other locales. */
const fewMoments = [nothingOpen, 'in an exercise'];

/** Calls the skill outside of any conversation. */
const call = (
  handler: Handler,
  userId: string,
  applicationId: string,
  request: Readonly<Record<string, unknown>>,
): Promise<unknown> => {
  const application = { applicationId };
  const system = { application, user: { userId }, apiEndpoint: 'https://api.amazonalexa.com', apiAccessToken: 'none' };
  const session = { new: true, sessionId: 'amzn1.echo-api.session.certification', application, user: { userId } };
  const more = { requestId: 'amzn1.echo-api.request.certification', locale: 'en-US', ...request };
  const event = {
    version: '1.0',
    ...(request.type === 'LaunchRequest' ? { session } : {}),
    context: { System: system },
    request: more,
  };
  return handler(event as never, {});
};

const disabling = async (handler: Handler, model: InteractionModel, api: ApiAccess): Promise<Rehearsal['disabled']> => {
  const tester = new Tester(handler, 'en-US', model, api);
  const launch = async () => (await tester.say('alexa, open back routine'))?.words ?? '';
  const fresh = await launch();
  for (const words of ['left', 'yes', 'alexa, stop']) await tester.say(words);
  const back = await launch();
  await tester.say('alexa, stop');
  const now = new Date('2026-03-03T09:00:00Z').toISOString();
  const event = {
    type: 'AlexaSkillEvent.SkillDisabled',
    timestamp: now,
    eventCreationTime: now,
    eventPublishingTime: now,
  };
  await call(handler, tester.userId, skillId, event);
  return { fresh, back, after: await launch() };
};

/** Holds every conversation a certification begins with. The handler must have an empty table of its own. */
export const rehearse = async (
  handler: Handler,
  models: Readonly<Record<string, InteractionModel>>,
  { publishingInformation }: Manifest,
): Promise<Rehearsal> => {
  const testers: Tester[] = [];
  const api = await startAlexaApi({ now: () => Date.now(), mayRemind: false });
  const silences: Rehearsal['silences'][number][] = [];
  const logged: string[] = [];
  const errors: string[] = [];
  const written = (line: readonly unknown[]): string =>
    line.map((one) => inspect(one, { breakLength: Infinity, depth: 8 })).join(' ');
  const { info, error } = console;
  console.info = (...line) => void logged.push(written(line));
  console.error = (...line) => void errors.push(written(line));

  const arrive = async (locale: string, moment: string): Promise<Tester> => {
    const tester = new Tester(handler, locale, models[locale]!, api);
    testers.push(tester);
    for (const words of moments[moment] ?? []) await tester.say(words, `on the way to: ${moment}`);
    return tester;
  };
  const saidIn = async (locale: string, moment: string, words: string): Promise<void> => {
    const tester = await arrive(locale, moment);
    if (moment === nothingOpen) await tester.say(oneShot(words), moment);
    else await tester.interrupt(words, moment);
  };

  try {
    for (const [locale, model] of Object.entries(models)) {
      await (await arrive(locale, nothingOpen)).say('alexa, open back routine', 'the first launch');
      for (const phrase of publishingInformation?.locales?.[locale]?.examplePhrases ?? [])
        await (await arrive(locale, nothingOpen)).say(phrase, 'an example phrase');
      for (const moment of locale === 'en-US' ? Object.keys(moments) : fewMoments) {
        for (const words of everywhere) await saidIn(locale, moment, words);
      }
      if (locale !== 'en-US') continue;
      for (const moment of fewMoments) for (const { words } of oneOfEach(model)) await saidIn(locale, moment, words);
      for (const moment of Object.keys(moments).filter((moment) => moment !== nothingOpen)) {
        const tester = await arrive(locale, moment);
        silences.push({ moment, microphones: await tester.silent(), over: !tester.open });
      }
      const reminded = await arrive(locale, nothingOpen);
      for (const words of [oneShot('remind me every day at eight'), 'no']) await reminded.say(words, 'a reminder');
      const strange = await arrive(locale, nothingOpen);
      for (const intent of model.interactionModel.languageModel.intents.flatMap(strangeIntents))
        await strange.send(intent, 'a strange slot');
    }
    const american = models['en-US']!;
    const launch = { type: 'LaunchRequest', timestamp: '2026-03-02T09:00:00Z' };
    const other = 'amzn1.ask.skill.00000000-0000-4000-8000-000000000000';
    return {
      answers: testers.flatMap(({ answers }) => answers),
      problems: testers.flatMap(({ problems }) => problems),
      silences,
      disabled: await disabling(handler, american, api),
      stranger: await call(handler, 'amzn1.ask.account.STRANGER', other, launch).then(
        () => 'answered' as const,
        () => 'refused' as const,
      ),
      errors,
      logged: [...logged, ...errors],
      secrets: [...testers.map(({ userId }) => userId), 'amzn1.ask.', 'amzn1.echo-api.', 'purple'],
    };
  } finally {
    Object.assign(console, { info, error });
    await api.stop();
  }
};
