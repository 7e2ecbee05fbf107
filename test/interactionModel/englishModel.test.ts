import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import model from '../../interactionModel/custom/en-US.json';
import { meanings } from '../../lambda/intents.ts';
import { phrasesOf } from '../../simulator/builtins.ts';
import { phrasebookOf } from '../../simulator/samples.ts';
import { keyOf, wordsOf } from '../../simulator/words.ts';

interface Intent {
  name: string;
  slots?: { name: string; type: string }[];
  samples: string[];
}
const { invocationName, types } = model.interactionModel.languageModel;
const intents: Intent[] = model.interactionModel.languageModel.intents;
const own = intents.filter(({ name }) => !name.startsWith('AMAZON.'));
const samples = own.flatMap(({ name, samples }) => samples.map((sample) => ({ name, sample })));
const idsOf = (type: string) => types.find(({ name }) => name === type)!.values.map(({ id }) => id);
const filesIn = (folder: string) =>
  readdirSync(join(import.meta.dirname ?? __dirname, '../../content', folder)).map((file) =>
    file.replace(/\.json$/, ''),
  );

describe('intents', () => {
  test('the built-in ones are there, with no samples of ours', () => {
    const names = [
      'Stop',
      'Cancel',
      'Help',
      'Fallback',
      'NavigateHome',
      'Pause',
      'Resume',
      'Next',
      'Previous',
      'Repeat',
    ];
    const needed = [...names, 'StartOver', 'Yes', 'No'].map((name) => `AMAZON.${name}Intent`);
    const builtIn = intents.filter(({ name }) => name.startsWith('AMAZON.'));
    expect(builtIn.map(({ name }) => name).toSorted()).toEqual(needed.toSorted());
    expect(builtIn.flatMap(({ samples }) => samples)).toEqual([]);
  });

  test('every intent means something, and every meaning is an intent', () => {
    expect(Object.keys(meanings).toSorted()).toEqual(intents.map(({ name }) => name).toSorted());
  });

  test('names are letters and underscores, and unique', () => {
    for (const { name } of own) expect(name).toMatch(/^[A-Za-z_]+$/);
    expect(new Set(intents.map(({ name }) => name)).size).toBe(intents.length);
  });

  test('each has enough ways of saying it', () => {
    expect(own.filter(({ samples }) => samples.length < 20).map(({ name }) => name)).toEqual([]);
  });
});

describe('samples', () => {
  test('keep to the grammar of Amazon', () => {
    const grammar = /^(?:[a-z]+(?:['-][a-z]+)*\.?|\{[a-z_]+\})(?: (?:[a-z]+(?:['-][a-z]+)*\.?|\{[a-z_]+\}))*$/;
    expect(samples.filter(({ sample }) => !grammar.test(sample))).toEqual([]);
    const values = types.flatMap((type) => type.values.flatMap(({ name }) => [name.value, ...name.synonyms]));
    expect(values.filter((value) => !/^[a-z]+(?:[ '-][a-z]+)*$/.test(value))).toEqual([]);
  });

  test('use only slots that are declared, of types that exist', () => {
    for (const { name, slots = [], samples } of own) {
      const used = samples.flatMap((sample) => [...sample.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
      expect({ name, used: [...new Set(used)].toSorted() }).toEqual({
        name,
        used: slots.map((slot) => slot.name).toSorted(),
      });
      for (const { type } of slots) expect(types.map((each) => each.name)).toContain(type);
    }
  });

  test('never speak to Alexa or name the skill', () => {
    expect(samples.filter(({ sample }) => /\b(alexa|echo|back routine)\b/.test(sample))).toEqual([]);
  });

  test('with every value in every slot, none can be read as two things', () => {
    const readings = [...phrasebookOf(model).exact].map(([phrase, found]) => {
      const meant = found.map(({ intent, fillings }) => [intent, ...fillings.map(({ value }) => value?.id)].join(' '));
      return { phrase, meant: [...new Set(meant)] };
    });
    expect(readings.filter(({ meant }) => meant.length > 1)).toEqual([]);
  });

  test('none is listed twice', () => {
    for (const { name, samples } of own) {
      const keys = samples.map((sample) => keyOf(wordsOf(sample.replace(/[{}]/g, ' slot '))));
      expect({ name, twice: keys.filter((key, n) => keys.indexOf(key) !== n) }).toEqual({ name, twice: [] });
    }
  });

  test("none takes what is Amazon's", () => {
    const taken = new Set(intents.flatMap(({ name }) => phrasesOf(name)).concat('exit', 'quit'));
    expect(samples.filter(({ sample }) => taken.has(sample))).toEqual([]);
  });

  test('a warning sign is a whole phrase', () => {
    const warnings = samples.filter(({ name }) => name === 'WarningAIntent' || name === 'WarningBIntent');
    const single = warnings.filter(({ sample }) => !sample.includes(' ')).map(({ sample }) => sample);
    // One-word answers to "Is it sharp, or going down your leg?", and one cry for help.
    expect(single.toSorted()).toEqual(['electric', 'emergency', 'sharp', 'stabbing']);
  });
});

describe('slot values', () => {
  test('each has an id, and none stands under two', () => {
    for (const { name, values } of types) {
      const said = values.flatMap(({ name }) => [name.value, ...name.synonyms].map((value) => keyOf(wordsOf(value))));
      expect({ name, twice: said.filter((value, n) => said.indexOf(value) !== n) }).toEqual({ name, twice: [] });
      expect(values.every(({ id }) => id !== '')).toBe(true);
    }
  });

  test('name what there is', () => {
    expect(idsOf('Side')).toEqual(['left', 'right', 'both']);
    expect(filesIn('routines')).toEqual(expect.arrayContaining(idsOf('Routine')));
    // The book drop by name is a routine: it takes both sides and needs nothing else.
    expect([...idsOf('Exercise'), 'book-drop'].toSorted()).toEqual(filesIn('exercises').toSorted());
  });
});

describe('the invocation name', () => {
  test("keeps Amazon's rules", () => {
    const words = invocationName.split(' ');
    expect(invocationName).toBe('back routine');
    expect(words.length).toBeGreaterThan(1);
    for (const word of words) expect(word).toMatch(/^[a-z]+$/);
    const refused = [
      'the',
      'a',
      'an',
      'for',
      'to',
      'of',
      'about',
      'up',
      'by',
      'at',
      'off',
      'with',
      'from',
      'in',
      'using',
    ];
    const launching = [
      'run',
      'start',
      'play',
      'resume',
      'use',
      'launch',
      'ask',
      'open',
      'tell',
      'load',
      'begin',
      'enable',
    ];
    const other = ['that', 'if', 'and', 'whether', 'alexa', 'amazon', 'echo', 'skill', 'app'];
    expect(words.filter((word) => [...refused, ...launching, ...other].includes(word))).toEqual([]);
  });
});
