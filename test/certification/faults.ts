import type { Answered } from '../../certification/tester.ts';
import type { Manifest, Subject } from '../../certification/subject.ts';
import type { Rehearsal } from '../../certification/rehearse.ts';
import type { InteractionModel } from '../../simulator/understand.ts';

type Change = (subject: Subject) => Subject;
type Page = NonNullable<NonNullable<Manifest['publishingInformation']>['locales']>[string];
type Languages = InteractionModel['interactionModel']['languageModel'];
type Intent = Languages['intents'][number];

const manifest =
  (change: (manifest: Manifest) => Manifest): Change =>
  (subject) => ({ ...subject, manifest: change(subject.manifest) });

const publishing = (change: Partial<NonNullable<Manifest['publishingInformation']>>): Change =>
  manifest((one) => ({ ...one, publishingInformation: { ...one.publishingInformation, ...change } }));

const page =
  (change: (page: Page) => Partial<Page>): Change =>
  (subject) => {
    const locales = subject.manifest.publishingInformation!.locales!;
    const british = locales['en-GB']!;
    return publishing({ locales: { ...locales, 'en-GB': { ...british, ...change(british) } } })(subject);
  };

const privacy = (change: Partial<NonNullable<Manifest['privacyAndCompliance']>>): Change =>
  manifest((one) => ({ ...one, privacyAndCompliance: { ...one.privacyAndCompliance, ...change } }));

const model =
  (change: (model: Languages) => Partial<Languages>): Change =>
  (subject) => {
    const { interactionModel } = subject.models['en-IN']!;
    const { languageModel } = interactionModel;
    const changed = {
      interactionModel: { ...interactionModel, languageModel: { ...languageModel, ...change(languageModel) } },
    };
    return { ...subject, models: { ...subject.models, 'en-IN': changed } };
  };

const intent = (name: string, change: (intent: Intent) => Partial<Intent>): Change =>
  model(({ intents }) => ({ intents: intents.map((one) => (one.name === name ? { ...one, ...change(one) } : one)) }));

const sample = (text: string): Change => intent('WaitIntent', ({ samples = [] }) => ({ samples: [...samples, text] }));

const rehearsal =
  (change: (rehearsal: Rehearsal) => Partial<Rehearsal>): Change =>
  (subject) => ({
    ...subject,
    rehearsal: { ...subject.rehearsal, ...change(subject.rehearsal) },
  });

/** The last answer of some kind is another. */
const answer = (of: (answer: Answered) => boolean, change: Partial<Answered>): Change =>
  rehearsal(({ answers }) => {
    const last = answers.findLastIndex(of);
    return { answers: answers.with(last, { ...answers[last]!, ...change }) };
  });

const asked = (name: string) => (one: Answered) => one.intent === `AMAZON.${name}Intent`;
const inMoment = (moment: string) => (one: Answered) => one.moment === moment;

const policies = { privacyPolicyUrl: 'https://ann.test/privacy', termsOfUseUrl: 'https://ann.test/terms' };
const published = privacy({ locales: { 'en-US': policies } });
const ann = { name: 'Ann Example', contact: 'ann@ann.test', ...policies };

interface Planted {
  readonly fault: Change;
  /** Where the publisher has to supply something: with it. */
  readonly met?: Change;
}

/** A fault for every requirement. */
export const faults: Readonly<Record<string, Planted>> = {
  "the manifest is valid by Amazon's own schema": {
    fault: manifest((one) => ({ ...one, manifestVersion: undefined, endpont: {} }) as Manifest),
  },
  'every language has a page, a model and its privacy answers': { fault: privacy({ locales: { 'en-US': {} } }) },
  'texts are there, and none is too long': { fault: page(() => ({ summary: 'x'.repeat(161) })) },
  "nothing looks like Amazon's, and the skill is called a skill": {
    fault: page(({ summary }) => ({ summary: `${summary} An Alexa skill.` })),
  },
  'the description says what the skill cannot replace, and whom to call in an emergency': {
    fault: page(({ description }) => ({ description: description!.replace('not a substitute for', 'as good as') })),
  },
  'nothing is claimed about curing': { fault: page(({ keywords }) => ({ keywords: [...keywords!, 'pain relief'] })) },
  'icons are PNG of 108 and 512 pixels': { fault: page(({ smallIconUri }) => ({ largeIconUri: smallIconUri })) },
  'it is listed where it belongs: health and fitness, where English is spoken': {
    fault: publishing({ distributionCountries: ['US'] }),
  },
  'testers are told of the long silences, reminders and what is stored': {
    fault: publishing({ testingInstructions: 'Say: open back routine.' }),
  },

  "every interaction model is valid by Amazon's own schema": {
    fault: intent('WaitIntent', () => ({ sampels: [] }) as Partial<Intent>),
  },
  'the invocation name is the same everywhere and keeps the rules: two words, none that is refused': {
    fault: model(() => ({ invocationName: 'back app' })),
  },
  'stop, cancel, help, fallback and home are there': {
    fault: model(({ intents }) => ({ intents: intents.filter(({ name }) => name !== 'AMAZON.CancelIntent') })),
  },
  'samples and values are written as Amazon takes them': { fault: sample('wait, please!') },
  'no sample speaks to Alexa or names the skill': { fault: sample('alexa hold it') },
  'no sample stands twice, in one intent or in two': { fault: sample('how long') },
  'slots of samples are declared, declared ones are used, and their types exist': {
    fault: sample('wait {minutes} minutes'),
  },
  'one to four example phrases, the first with wake word and name, each by a sample': {
    fault: page(({ examplePhrases }) => ({
      examplePhrases: [...examplePhrases!.slice(0, 3), 'Alexa, ask back routine to sing'],
    })),
  },

  'a launch asks what to do, and listens': {
    fault: answer(({ request }) => request === 'LaunchRequest', { words: 'Welcome.' }),
  },
  'the first launch says that this is no medical advice, and who should not start': {
    fault: answer(inMoment('the first launch'), { words: 'Welcome. Which side?' }),
  },
  'stop ends the session, in every moment': { fault: answer(asked('Stop'), { listens: true }) },
  'cancel ends the session, in every moment': {
    fault: rehearsal(({ answers }) => ({ answers: answers.filter((one) => !asked('Cancel')(one)) })),
  },
  'home ends the session, in every moment': { fault: answer(asked('NavigateHome'), { listens: true }) },
  'help says what can be said, asks and listens, in every moment': {
    fault: answer(asked('Help'), { words: 'Shall we?' }),
  },
  'what is not understood is answered, in every moment': { fault: answer(asked('Fallback'), { listens: false }) },
  'yes and no are understood wherever a question was asked': { fault: answer(asked('No'), { words: '' }) },
  'every open microphone follows a question, and has a reprompt that asks too': {
    fault: answer(({ listens }) => listens, { words: 'Is it? No. That is all.' }),
  },
  'what closes asks nothing': {
    fault: answer(({ listens }) => !listens, { words: 'Goodbye. Or not?', directives: [] }),
  },
  'an unanswered question is asked once more, and then the session is over': {
    fault: rehearsal(({ silences }) => ({ silences: silences.map((one) => ({ ...one, microphones: 3 })) })),
  },
  'every example phrase works for somebody new': {
    fault: answer(inMoment('an example phrase'), { words: 'There is nothing to carry on with. Shall we?' }),
  },
  'every intent is answered, right after the name of the skill and in the middle of an exercise': {
    fault: rehearsal(({ answers }) => ({ answers: answers.filter(({ intent }) => intent !== 'PurposeIntent') })),
  },
  'slots with strange words, or without any, are answered too': {
    fault: answer(inMoment('a strange slot'), { words: '' }),
  },
  'nothing fails, and no answer is one that Alexa refuses': {
    fault: rehearsal(() => ({ errors: ['TypeError: x is undefined'] })),
  },
  'speech has at most 8,000 characters, a response 24 KB (120 KB is the limit)': {
    fault: answer(() => true, { characters: 8001 }),
  },
  'answers come within a second, where Alexa waits for eight': {
    fault: rehearsal(({ answers }) => ({ answers: answers.map((one) => ({ ...one, milliseconds: 1500 })) })),
  },
  'nothing that is said needs a screen': {
    fault: (subject) => ({ ...subject, texts: [...subject.texts, 'As you see on the screen.'] }),
  },

  'the privacy questions are answered, and truly: it remembers people, and sells nothing': {
    fault: privacy({ usesPersonalInfo: false }),
  },
  'every language links to a privacy policy and terms, by https, under no name of Amazon': {
    met: published,
    fault: privacy({ locales: { 'en-US': { ...policies, termsOfUseUrl: 'https://alexa.ann.test/terms' } } }),
  },
  'the policies name who publishes': {
    met: (subject) => ({ ...subject, publisher: ann, policies: ['Ann Example, ann@ann.test'] }),
    fault: (subject) => ({ ...subject, policies: ['The publisher, contact@publisher.example'] }),
  },
  'a function is named, and hears when the skill is disabled': {
    fault: manifest(({ events, ...one }) => ({ ...one, events: { ...events!, subscriptions: [] } })),
  },
  'what is stored is deleted when the skill is disabled': {
    fault: rehearsal(({ disabled }) => ({ disabled: { ...disabled, after: disabled.back } })),
  },
  'requests of another skill are refused': { fault: rehearsal(() => ({ stranger: 'answered' })) },
  'the log holds no id and no words': {
    fault: rehearsal(({ logged }) => ({ logged: [...logged, '{"user":"amzn1.ask.account.AAA"}'] })),
  },
  'permissions are those that a feature asks for, and no other': {
    fault: manifest((one) => ({ ...one, permissions: [] })),
  },
  'interfaces are those that responses use': {
    fault: answer(() => true, { directives: ['Alexa.Presentation.APL.RenderDocument'] }),
  },
};
