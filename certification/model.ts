import { understand, type InteractionModel } from '../simulator/understand.ts';
import { misfits } from './amazonSchema.ts';
import type { Requirement } from './requirement.ts';
import type { Subject } from './subject.ts';

type Languages = InteractionModel['interactionModel']['languageModel'];

/** What speaks against the model of each locale. */
const inEachModel =
  (check: (model: Languages, locale: string, subject: Subject) => readonly string[]) =>
  (subject: Subject): string[] =>
    Object.entries(subject.models).flatMap(([locale, { interactionModel }]) =>
      check(interactionModel.languageModel, locale, subject).map((against) => `${locale}: ${against}`),
    );

const word = "[a-z]+(?:['-][a-z]+)*\\.?";
const sampleGrammar = new RegExp(`^(?:${word}|\\{[a-z_]+\\})(?: (?:${word}|\\{[a-z_]+\\}))*$`);
const valueGrammar = new RegExp(`^${word}(?: ${word})*$`);

const needed = ['Stop', 'Cancel', 'Help', 'Fallback', 'NavigateHome'].map((name) => `AMAZON.${name}Intent`);

/** Words that may not stand in an invocation name: articles and prepositions, launch words, and what is Amazon's. */
const refused = new Set(
  (
    'the a an for to of about up by at off with from in using that if and whether ' +
    'run start play resume use launch ask open tell load begin enable alexa amazon echo skill app'
  ).split(' '),
);

const twice = (all: readonly string[]): string[] => [...new Set(all.filter((one, n) => all.indexOf(one) !== n))];

/** Requirements for the interaction models: names, intents, samples, slots. */
export const modelRequirements: readonly Requirement[] = [
  {
    requires: "every interaction model is valid by Amazon's own schema",
    source: 'model',
    remedy: 'correct interactionModel/custom/en-US.json or differences/, then npm run locales',
    check: ({ models }) =>
      Object.entries(models).flatMap(([locale, model]) =>
        misfits('model', model).map((against) => `${locale}: ${against}`),
      ),
  },
  {
    requires: 'the invocation name is the same everywhere and keeps the rules: two words, none that is refused',
    source: 'invocation name',
    remedy: 'another invocation name; it cannot be changed after publication',
    check: (subject) => [
      ...inEachModel(({ invocationName }) => {
        const words = invocationName.split(' ');
        const odd = words.filter((one) => !/^[a-z]+(?:'s)?$/.test(one) || refused.has(one));
        return [...(words.length > 1 ? [] : ['one word only']), ...odd.map((one) => `"${one}" in "${invocationName}"`)];
      })(subject),
      ...[
        ...new Set(
          Object.values(subject.models).map(({ interactionModel }) => interactionModel.languageModel.invocationName),
        ),
      ].slice(1),
    ],
  },
  {
    requires: 'stop, cancel, help, fallback and home are there',
    source: 'built-in intents',
    remedy: 'declare the intent',
    check: inEachModel(({ intents }) =>
      needed.filter((name) => intents.every((intent) => intent.name !== name)).map((name) => `no ${name}`),
    ),
  },
  {
    requires: 'samples and values are written as Amazon takes them',
    source: 'model',
    remedy: 'letters, spaces, apostrophes and {slots} only',
    check: inEachModel(({ intents, types = [] }) => [
      ...intents.flatMap(({ samples = [] }) => samples.filter((sample) => !sampleGrammar.test(sample))),
      ...types.flatMap(({ values }) =>
        values
          .flatMap(({ name }) => [name.value, ...(name.synonyms ?? [])])
          .filter((value) => !valueGrammar.test(value)),
      ),
    ]),
  },
  {
    requires: 'no sample speaks to Alexa or names the skill',
    source: 'voice interface',
    remedy: 'the sample begins after the name',
    check: inEachModel(({ intents, invocationName }) =>
      intents.flatMap(({ samples = [] }) =>
        samples.filter((sample) => new RegExp(`\\b(alexa|echo|amazon|${invocationName})\\b`).test(sample)),
      ),
    ),
  },
  {
    requires: 'no sample stands twice, in one intent or in two',
    source: 'voice interface',
    remedy: 'leave it in one place',
    check: inEachModel(({ intents }) => twice(intents.flatMap(({ samples = [] }) => samples))),
  },
  {
    requires: 'slots of samples are declared, declared ones are used, and their types exist',
    source: 'voice interface',
    remedy: 'declare the slot, or leave it out',
    check: inEachModel(({ intents, types = [] }) =>
      intents.flatMap(({ name, samples = [], slots = [] }) => {
        const used = new Set(samples.flatMap((sample) => [...sample.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot)));
        const known = (type: string) => type.startsWith('AMAZON.') || types.some((each) => each.name === type);
        return [
          ...[...used]
            .filter((slot) => slots.every((each) => each.name !== slot))
            .map((slot) => `${name}: {${slot}} is not declared`),
          ...slots.filter((slot) => !used.has(slot.name)).map((slot) => `${name}: ${slot.name} is not used`),
          ...slots.filter(({ type }) => !known(type)).map(({ type }) => `${name}: no type ${type}`),
        ];
      }),
    ),
  },
  {
    requires: 'one to four example phrases, the first with wake word and name, each by a sample',
    source: 'functional',
    remedy: 'take another sample, in interactionModel/skill.json',
    check: (subject) =>
      Object.entries(subject.manifest.publishingInformation?.locales ?? {}).flatMap(
        ([locale, { examplePhrases = [] }]) => {
          const model = subject.models[locale];
          if (!model) return [];
          const [first = '', ...others] = examplePhrases;
          const name = model.interactionModel.languageModel.invocationName;
          return [
            ...(examplePhrases.length > 0 && examplePhrases.length <= 4 ? [] : [`${examplePhrases.length} phrases`]),
            ...(first.startsWith('Alexa, ') && first.includes(name) ? [] : [`first: "${first}"`]),
            ...others.filter((phrase) => {
              const heard = understand(model, phrase, { open: false });
              return heard.kind !== 'launch' && !(heard.kind === 'intent' && heard.how === 'exact');
            }),
          ].map((against) => `${locale}: ${against}`);
        },
      ),
  },
];
