import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import model from '../../interactionModel/custom/en-US.json';
import { meanings } from '../../lambda/intents.ts';
import { reminderMeanings } from '../../lambda/reminderIntents.ts';
import { builtInSlots, phrasesOf } from '../../simulator/builtins.ts';
import { keyOf, wordsOf } from '../../simulator/words.ts';
import { readingsOf } from './readings.ts';

interface Intent {
  name: string;
  slots?: { name: string; type: string }[];
  samples: string[];
}
const { types } = model.interactionModel.languageModel;
const intents: Intent[] = model.interactionModel.languageModel.intents;
const own = intents.filter(({ name }) => !name.startsWith('AMAZON.'));
const samples = own.flatMap(({ name, samples }) => samples.map((sample) => ({ name, sample })));
const idsOf = (type: string) => types.find(({ name }) => name === type)!.values.map(({ id }) => id);
const filesIn = (folder: string) =>
  readdirSync(join(import.meta.dirname ?? __dirname, '../../content', folder)).map((file) =>
    file.replace(/\.json$/, ''),
  );

const exercises = filesIn('exercises').map((id) => {
  const file = join(import.meta.dirname ?? __dirname, '../../content/exercises', `${id}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as { leaveOutWith: string[] };
});

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
    expect([...Object.keys(meanings), ...Object.keys(reminderMeanings)].toSorted()).toEqual(
      intents.map(({ name }) => name).toSorted(),
    );
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
  test('use only slots that are declared, of types that exist', () => {
    for (const { name, slots = [], samples } of own) {
      const used = samples.flatMap((sample) => [...sample.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
      expect({ name, used: [...new Set(used)].toSorted() }).toEqual({
        name,
        used: slots.map((slot) => slot.name).toSorted(),
      });
      for (const { type } of slots)
        expect([...types.map((each) => each.name), ...Object.keys(builtInSlots)]).toContain(type);
    }
  });

  test('with every value in every slot, none can be read as two things', () => {
    const several = [...readingsOf(model)].filter(([, meanings]) => meanings.size > 1);
    expect(several.map(([phrase, meanings]) => ({ phrase, meanings: [...meanings] }))).toEqual([]);
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
    expect(idsOf('Side')).toEqual(['left', 'right', 'both', 'other']);
    expect(filesIn('routines')).toEqual(expect.arrayContaining(idsOf('Routine')));
    // The book drop by name is a routine: it takes both sides and needs nothing else.
    expect([...idsOf('Exercise'), 'book-drop'].toSorted()).toEqual(filesIn('exercises').toSorted());
    expect(idsOf('AnyExercise').toSorted()).toEqual(filesIn('exercises').toSorted());
  });

  test('an exercise has the same names wherever it is named', () => {
    const namesIn = (type: string) =>
      new Map(
        types.find(({ name }) => name === type)!.values.map(({ id, name }) => [id, [name.value, ...name.synonyms]]),
      );
    const any = namesIn('AnyExercise');
    // "No tennis ball" is a thing that is missing.
    const things = ['tennis ball', 'massage ball'];
    for (const [id, names] of namesIn('Exercise')) {
      expect({ id, names: any.get(id) }).toEqual({ id, names: names.filter((name) => !things.includes(name)) });
    }
  });

  test('conditions are those with which exercises are left out', () => {
    const named = new Set(exercises.flatMap(({ leaveOutWith }) => leaveOutWith));
    expect(idsOf('Condition').toSorted()).toEqual([...named].toSorted());
    for (const type of ['BodyState', 'BodyFact']) for (const id of idsOf(type)) expect(named).toContain(id);
  });
});
