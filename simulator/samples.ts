import { builtInSlots, phrasesOf } from './builtins.ts';
import { type Weighed, weighed } from './likeness.ts';
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

interface Slot {
  readonly slot: string;
  readonly type: string;
}

/** One way of saying an intent; for each slot stands the word of its type. */
export interface Reading {
  readonly intent: string;
  readonly words: readonly string[];
  readonly slots: readonly Slot[];
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
export interface Phrasebook extends Weighed {
  readonly exact: ReadonlyMap<string, readonly Reading[]>;
  readonly byGist: ReadonlyMap<string, readonly Reading[]>;
  readonly vocabulary: ReadonlySet<string>;
  readonly carriers: readonly Carrier[];
  /** Values of the custom types, by what is said. */
  readonly values: ReadonlyMap<string, readonly Omit<Filling, 'slot'>[]>;
  /** Amazon's own types that the model uses. */
  readonly builtIn: readonly string[];
  /** Slots of each intent: Amazon sends the empty ones too. */
  readonly slots: ReadonlyMap<string, readonly { readonly name: string; readonly type: string }[]>;
}

const add = <T>(map: Map<string, T[]>, key: string, value: T) => {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
};

const valuesOf = (model: InteractionModel): Phrasebook['values'] => {
  const found = new Map<string, Omit<Filling, 'slot'>[]>();
  for (const { name: type, values } of model.interactionModel.languageModel.types ?? []) {
    for (const { id, name } of values) {
      for (const value of [name.value, ...(name.synonyms ?? [])]) {
        const words = wordsOf(value);
        const filling = {
          type,
          said: words.join(' '),
          value: { name: name.value, ...(id === undefined ? {} : { id }) },
        };
        add(found, keyOf(words), filling);
      }
    }
  }
  return found;
};

const marker = /\{(\w+)\}/;
const markers = new RegExp(marker, 'g');

/** The word that stands for a slot, one that nobody says. */
export const slotWord = (type: string): string => `${type.toLowerCase().replace(/[^a-z]/g, '')}slot`;

const carrierOf = (intent: string, sample: string, slots: readonly Slot[]): Carrier[] => {
  const [before, , after] = sample.split(marker);
  const [only, ...more] = slots;
  if (!only || more.length > 0) return [];
  return [{ intent, before: wordsOf(before ?? ''), after: wordsOf(after ?? ''), ...only }];
};

/** Prepares a model once; thousands of lines can then be looked up in it. */
export const phrasebookOf = (model: InteractionModel): Phrasebook => {
  const { intents, types: custom = [] } = model.interactionModel.languageModel;
  const exact = new Map<string, Reading[]>();
  const byGist = new Map<string, Reading[]>();
  const carriers: Carrier[] = [];
  const readings: Reading[] = [];
  const vocabulary = new Set<string>();
  const typeNames = new Set(custom.map(({ name }) => name));
  for (const { name: intent, slots = [], samples = [] } of intents) {
    const types = new Map(slots.map((slot) => [slot.name, slot.type]));
    for (const sample of [...phrasesOf(intent), ...samples]) {
      const used = [...sample.matchAll(markers)].map(([, slot]) => {
        const type = types.get(slot!);
        const known = typeNames.has(type ?? '') || Object.hasOwn(builtInSlots, type ?? '');
        if (type !== undefined && known) return { slot: slot!, type };
        throw new Error(`${intent}: slot "${slot}" of type "${type ?? 'none'}" in "${sample}" cannot be understood`);
      });
      const words = wordsOf(used.reduce((rest, { type }) => rest.replace(marker, slotWord(type)), sample));
      const reading = { intent, words, slots: used };
      const meaning = gist(words);
      for (const word of meaning) vocabulary.add(word);
      readings.push(reading);
      add(exact, keyOf(words), reading);
      if (meaning.length > 0) add(byGist, meaning.join(' '), reading);
      if (used.length > 0) carriers.push(...carrierOf(intent, sample, used));
    }
  }
  const values = valuesOf(model);
  const used = new Set(intents.flatMap(({ slots = [] }) => slots.map(({ type }) => type)));
  for (const key of values.keys()) for (const word of key.split(' ')) vocabulary.add(word);
  return {
    ...{ exact, byGist, carriers, values },
    ...weighed(readings),
    vocabulary,
    builtIn: Object.keys(builtInSlots).filter((type) => used.has(type)),
    slots: new Map(intents.map((i) => [i.name, i.slots ?? []])),
  };
};
