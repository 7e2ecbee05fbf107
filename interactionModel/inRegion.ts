import type { InteractionModel } from '../simulator/understand.ts';

/** What people of a region say otherwise than people in the United States. */
export interface Differences {
  /** Words that are spelt or called otherwise, wherever they stand. */
  readonly words: Readonly<Record<string, string>>;
  /** More ways of saying an intent. */
  readonly samples: Readonly<Record<string, readonly string[]>>;
  /** More ways of saying a value: by slot type and id. */
  readonly values: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

type LanguageModel = InteractionModel['interactionModel']['languageModel'];
type Intent = LanguageModel['intents'][number];
type SlotType = NonNullable<LanguageModel['types']>[number];

/** A text as it is spelt in a region. */
export const spelt = (text: string, words: Differences['words']): string =>
  text.replace(new RegExp(`\\b(?:${Object.keys(words).join('|') || '(?!)'})\\b`, 'g'), (word) => words[word] ?? word);

const once = (all: readonly string[]): string[] => [...new Set(all)];

/** The model of another region: the one of the United States with these differences. Throws where one has no place. */
export const inRegion = (model: InteractionModel, { words, samples, values }: Differences): InteractionModel => {
  const { languageModel } = model.interactionModel;
  const said = (text: string): string => spelt(text, words);

  const intentOf = (intent: Intent): Intent => ({
    ...intent,
    samples: once([...(intent.samples ?? []).map(said), ...(samples[intent.name] ?? [])]),
  });
  const typeOf = (type: SlotType): SlotType => ({
    ...type,
    values: type.values.map(({ id, name: { value, synonyms = [] } }) => {
      const more = (id === undefined ? undefined : values[type.name]?.[id]) ?? [];
      const others = once([...synonyms.map(said), ...more]).filter((synonym) => synonym !== said(value));
      return { ...(id === undefined ? {} : { id }), name: { value: said(value), synonyms: others } };
    }),
  });

  const { intents, types = [] } = languageModel;
  const missing = [
    ...Object.keys(samples).filter((name) => intents.every((intent) => intent.name !== name)),
    ...Object.entries(values).flatMap(([name, byId]) => {
      const ids = types.find((type) => type.name === name)?.values.map(({ id }) => id) ?? [];
      return Object.keys(byId).flatMap((id) => (ids.includes(id) ? [] : [`${name} ${id}`]));
    }),
  ];
  if (missing.length > 0) throw new Error(`There is nothing to differ from: ${missing.join(', ')}.`);
  return {
    ...model,
    interactionModel: {
      ...model.interactionModel,
      languageModel: { ...languageModel, intents: intents.map(intentOf), types: types.map(typeOf) },
    },
  };
};
