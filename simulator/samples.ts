import { builtInSlots, phrasesOf } from './builtins.ts';
import { type Pattern, prepared, type Sample, sampleOf } from './likeness.ts';
import { gist, keyOf, wordsOf } from './words.ts';

/** interactionModel/custom/<locale>.json, as far as it matters for what is understood. */
export interface InteractionModel {
  readonly interactionModel: {
    readonly languageModel: {
      readonly invocationName: string;
      readonly intents: readonly {
        readonly name: string;
        readonly slots?: readonly { readonly name: string; readonly type: string }[];
        readonly samples?: readonly string[];
      }[];
      readonly types?: readonly {
        readonly name: string;
        readonly values: readonly {
          readonly id?: string;
          readonly name: { readonly value: string; readonly synonyms?: readonly string[] };
        }[];
      }[];
    };
  };
}

/**
 * What a slot was filled with: the words said and, of a custom type, the value they stand for; of one of Amazon's own
 * types what Amazon makes of the words.
 */
export interface Filling {
  readonly slot: string;
  readonly type: string;
  readonly said: string;
  readonly value?: { readonly name: string; readonly id?: string };
}

/** One way of saying an intent, its slots filled with one of their values. */
export interface Reading {
  readonly intent: string;
  readonly words: readonly string[];
  readonly fillings: readonly Filling[];
}

/** A sample with a slot in it, for words that are no value of that slot. */
export interface Carrier {
  readonly intent: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly slot: string;
  readonly type: string;
}

/** All that can be said, prepared for looking up. */
export interface Phrasebook {
  readonly exact: ReadonlyMap<string, readonly Reading[]>;
  readonly byGist: ReadonlyMap<string, readonly Reading[]>;
  readonly vocabulary: ReadonlySet<string>;
  readonly carriers: readonly Carrier[];
  /** The samples that have a term. */
  readonly byTerm: ReadonlyMap<string, readonly Pattern[]>;
  /** How much a word tells about the intent. */
  readonly weights: ReadonlyMap<string, number>;
  /** Values of the custom types, by what is said. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, Omit<Filling, 'slot'>>>;
  readonly builtIn: readonly string[];
  /** Slots of each intent: Amazon sends the empty ones too. */
  readonly slots: ReadonlyMap<string, readonly { readonly name: string; readonly type: string }[]>;
}

type Values = ReadonlyMap<string, readonly Omit<Filling, 'slot'>[]>;

const valuesByType = (model: InteractionModel): Values =>
  new Map(
    (model.interactionModel.languageModel.types ?? []).map((type) => [
      type.name,
      type.values.flatMap(({ id, name }) =>
        [name.value, ...(name.synonyms ?? [])].map((said) => ({
          type: type.name,
          said: wordsOf(said).join(' '),
          value: { name: name.value, ...(id === undefined ? {} : { id }) },
        })),
      ),
    ]),
  );

const marker = /\{(\w+)\}/;

/** The word that stands for a slot in a sample, one that nobody says. */
export const slotWord = (type: string): string => `${type.toLowerCase().replace(/[^a-z]/g, '')}slot`;

/** A sample with every value of its slots in turn; for a slot of Amazon's own stands its word. */
const readings = (intent: string, sample: string, types: ReadonlyMap<string, string>, values: Values): Reading[] => {
  const found = marker.exec(sample);
  if (!found) return [{ intent, words: wordsOf(sample), fillings: [] }];
  const slot = found[1]!;
  const type = types.get(slot);
  const known = type === undefined ? undefined : values.get(type);
  if (!known) {
    if (type === undefined || !Object.hasOwn(builtInSlots, type)) {
      throw new Error(`${intent}: slot "${slot}" of type "${type ?? 'none'}" in "${sample}" cannot be understood`);
    }
    return readings(intent, sample.replace(marker, slotWord(type)), types, values).map((rest) => ({
      ...rest,
      fillings: [{ slot, type, said: '' }, ...rest.fillings],
    }));
  }
  return known.flatMap((filling) =>
    readings(intent, sample.replace(marker, filling.said), types, values).map((rest) => ({
      ...rest,
      fillings: [{ slot, ...filling }, ...rest.fillings],
    })),
  );
};

const carrier = (intent: string, sample: string, types: ReadonlyMap<string, string>): Carrier[] => {
  const [before, slot, after, ...more] = sample.split(marker);
  if (slot === undefined || more.length > 0) return [];
  return [{ intent, before: wordsOf(before ?? ''), after: wordsOf(after ?? ''), slot, type: types.get(slot) ?? '' }];
};

const add = (map: Map<string, Reading[]>, key: string, reading: Reading) => {
  const there = map.get(key);
  if (there) there.push(reading);
  else map.set(key, [reading]);
};

/** Every sample once, with the word of its type for each slot. */
const patternsOf = (model: InteractionModel): Sample[] =>
  model.interactionModel.languageModel.intents.flatMap(({ name, slots = [], samples = [] }) => {
    const types = new Map(slots.map((slot) => [slot.name, slot.type]));
    return [...phrasesOf(name), ...samples].map((sample) => {
      const used = [...sample.matchAll(/\{(\w+)\}/g)].map(([, slot]) => ({
        slot: slot!,
        type: types.get(slot!) ?? '',
      }));
      const words = wordsOf(sample.replace(/\{(\w+)\}/g, (_, slot: string) => slotWord(types.get(slot) ?? '')));
      return sampleOf(name, words, used);
    });
  });

/** Prepares a model once; thousands of lines can then be looked up in it. */
export const phrasebookOf = (model: InteractionModel): Phrasebook => {
  const { intents } = model.interactionModel.languageModel;
  const values = valuesByType(model);
  const exact = new Map<string, Reading[]>();
  const byGist = new Map<string, Reading[]>();
  const vocabulary = new Set<string>();
  const carriers: Carrier[] = [];
  for (const { name, slots = [], samples = [] } of intents) {
    const types = new Map(slots.map((slot) => [slot.name, slot.type]));
    for (const sample of [...phrasesOf(name), ...samples]) {
      carriers.push(...carrier(name, sample, types));
      for (const reading of readings(name, sample, types, values)) {
        const meaning = gist(reading.words);
        add(exact, keyOf(reading.words), reading);
        if (meaning.length > 0) add(byGist, meaning.join(' '), reading);
        for (const word of meaning) vocabulary.add(word);
      }
    }
  }
  const { byTerm, weights } = prepared(patternsOf(model));
  const used = new Set(intents.flatMap(({ slots = [] }) => slots.map(({ type }) => type)));
  return {
    ...{ exact, byGist, vocabulary, carriers, byTerm, weights },
    values: new Map(
      [...values]
        .filter(([type]) => used.has(type))
        .map(([type, each]) => [type, new Map(each.map((v) => [keyOf([v.said]), v]))]),
    ),
    builtIn: Object.keys(builtInSlots).filter((type) => used.has(type)),
    slots: new Map(intents.map((i) => [i.name, i.slots ?? []])),
  };
};
