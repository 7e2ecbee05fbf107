import { everywhere } from './rehearse.ts';
import { moments } from './moments.ts';
import type { Requirement } from './requirement.ts';
import type { Answered } from './tester.ts';
import type { Subject } from './subject.ts';

const written = ({ locale, moment, said, words }: Answered): string =>
  `${locale}, ${moment}, "${said}": ...${words.slice(-70)}`;

/** Whether words end in a question, with at most a hint how to answer it after it. */
const asks = (words: string): boolean =>
  /\?(?: [^?]*[.?])?$/.test(
    words
      .split(/(?<=[.?]) /)
      .slice(-2)
      .join(' '),
  );

/** Every answer of some kind must be so; there must be at least as many as moments. */
const every =
  (of: (answer: Answered) => boolean, is: (answer: Answered) => boolean, least = 1) =>
  ({ rehearsal: { answers } }: Subject): string[] => {
    const concerned = answers.filter(of);
    const against = concerned.filter((answer) => !is(answer)).map(written);
    return concerned.length >= least
      ? against
      : [...against, `only ${concerned.length} of these were heard, not ${least}`];
  };

const inMoments = Object.keys(moments).length;
const toIntent = (name: string) => (answer: Answered) => answer.intent === name;
const closes = ({ listens }: Answered): boolean => !listens;
const keepsOpen = ({ listens, words }: Answered): boolean => listens && asks(words);
const sends = ({ directives }: Answered): boolean => directives.length > 0;

/** No word that only somebody with a screen could follow. The app and its cards are elsewhere, and may be named. */
const screens = /\b(screen|display|swipe|click|tap (?:on|the|here)|see below|shown here)\b/i;

/** Requirements for how the built skill talks, from what it answered in the rehearsal. */
export const conversationRequirements: readonly Requirement[] = [
  {
    requires: 'a launch asks what to do, and listens',
    source: 'voice interface',
    remedy: 'see routine/launch.ts',
    check: every(({ request }) => request === 'LaunchRequest', keepsOpen),
  },
  {
    requires: 'the first launch says that this is no medical advice, and who should not start',
    source: 'policy',
    remedy: 'see "welcome" and "whoShouldNotStart" in content/en/phrases.json',
    check: every(
      ({ moment }) => moment === 'the first launch',
      ({ words }) => /not medical advice/.test(words) && /ask a doctor/.test(words),
    ),
  },
  {
    requires: 'stop ends the session, in every moment',
    source: 'voice interface',
    remedy: 'see AMAZON.StopIntent in lambda/intents.ts and routine/steer.ts',
    check: every(toIntent('AMAZON.StopIntent'), closes, inMoments),
  },
  {
    requires: 'cancel ends the session, in every moment',
    source: 'voice interface',
    remedy: 'see AMAZON.CancelIntent in lambda/intents.ts and routine/steer.ts',
    check: every(toIntent('AMAZON.CancelIntent'), closes, inMoments),
  },
  {
    requires: 'home ends the session, in every moment',
    source: 'built-in intents',
    remedy: 'see AMAZON.NavigateHomeIntent in lambda/intents.ts',
    check: every(toIntent('AMAZON.NavigateHomeIntent'), closes, inMoments),
  },
  {
    requires: 'help says what can be said, asks and listens, in every moment',
    source: 'voice interface',
    remedy: 'see the phrases "help-..." and routine/question.ts',
    check: every(
      toIntent('AMAZON.HelpIntent'),
      (answer) => keepsOpen(answer) && answer.words.split(/[.?] /).length > 1,
      inMoments,
    ),
  },
  {
    requires: 'what is not understood is answered, in every moment',
    source: 'voice interface',
    remedy: 'see AMAZON.FallbackIntent in lambda/intents.ts',
    check: every(toIntent('AMAZON.FallbackIntent'), keepsOpen, inMoments),
  },
  {
    requires: 'yes and no are understood wherever a question was asked',
    source: 'functional',
    remedy: 'see routine/answer.ts',
    check: every(
      ({ intent }) => intent === 'AMAZON.YesIntent' || intent === 'AMAZON.NoIntent',
      ({ words }) => words.length > 0,
      2 * inMoments,
    ),
  },
  {
    requires: 'every open microphone follows a question, and has a reprompt that asks too',
    source: 'session',
    remedy: 'end the words with a question, or close',
    check: every(
      ({ listens }) => listens,
      ({ words, reprompt = '' }) => asks(words) && asks(reprompt),
      inMoments * everywhere.length,
    ),
  },
  {
    requires: 'what closes asks nothing',
    source: 'session',
    remedy: 'listen for the answer, or do not ask',
    check: every(
      (answer) => !answer.listens && !sends(answer),
      ({ words }) => !words.endsWith('?') && !asks(words),
    ),
  },
  {
    requires: 'an unanswered question is asked once more, and then the session is over',
    source: 'session',
    remedy: 'see routine/reprompt.ts',
    check: ({ rehearsal: { silences } }) => [
      ...silences
        .filter(({ microphones, over }) => microphones !== 2 || !over)
        .map(({ moment, microphones }) => `${moment}: ${microphones} microphones`),
      ...(silences.length === inMoments - 1 ? [] : ['not every moment was left in silence']),
    ],
  },
  {
    requires: 'every example phrase works for somebody new',
    source: 'functional',
    remedy: 'take another sample, in interactionModel/skill.json',
    check: (subject) => {
      const phrases = Object.values(subject.manifest.publishingInformation?.locales ?? {}).flatMap(
        ({ examplePhrases = [] }) => examplePhrases,
      );
      const works = (answer: Answered) =>
        keepsOpen(answer) && answer.how !== 'fallback' && !/nothing/i.test(answer.words.split('.')[0] ?? '');
      return every(({ moment }) => moment === 'an example phrase', works, phrases.length)(subject);
    },
  },
  {
    requires: 'every intent is answered, right after the name of the skill and in the middle of an exercise',
    source: 'voice interface',
    remedy: 'give the intent a meaning in lambda/intents.ts',
    check: ({ models, rehearsal: { answers } }) => {
      const intents = models['en-US']?.interactionModel.languageModel.intents.map(({ name }) => name) ?? [];
      const heard = new Set(answers.filter(({ words }) => words.length > 0).map(({ intent }) => intent));
      return intents.filter((intent) => !heard.has(intent)).map((intent) => `${intent} was never answered`);
    },
  },
  {
    requires: 'slots with strange words, or without any, are answered too',
    source: 'voice interface',
    remedy: 'see lambda/slots.ts',
    check: every(
      ({ moment }) => moment === 'a strange slot',
      ({ words }) => words.length > 0,
    ),
  },
  {
    requires: 'nothing fails, and no answer is one that Alexa refuses',
    source: 'response',
    remedy: 'look for the error in the log',
    check: ({ rehearsal: { problems, errors } }) => [...problems, ...errors].slice(0, 5),
  },
  {
    requires: 'speech has at most 8,000 characters, a response 24 KB (120 KB is the limit)',
    source: 'response',
    remedy: 'see maxBlockSeconds in routine/narrate.ts',
    check: every(
      () => true,
      ({ characters, bytes }) => characters <= 8000 && bytes <= 24 * 1024,
    ),
  },
  {
    requires: 'answers come within a second, where Alexa waits for eight',
    source: 'certification',
    remedy: 'see what the turn waits for',
    // A machine that is busy with something else must not fail it: one in twenty may be late.
    check: ({ rehearsal: { answers } }) => {
      const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
      const late = times[Math.floor(times.length * 0.95)] ?? Infinity;
      return late < 1000 ? [] : [`one in twenty takes ${Math.round(late)} ms`];
    },
  },
  {
    requires: 'nothing that is said needs a screen',
    source: 'functional',
    remedy: 'say it for somebody who only hears',
    check: ({ texts, rehearsal: { answers } }) =>
      [...texts, ...answers.map(({ words }) => words)].filter((text) => screens.test(text)).slice(0, 5),
  },
];
