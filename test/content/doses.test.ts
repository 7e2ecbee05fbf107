import { expect, test } from '@jest/globals';
import type { Amount, Origin } from '../../routine/exercise.ts';
import { exercises } from './realContent.ts';

/** "Doses at a glance" of the exercise facts: default, least and most, and whether a source document says so. */
const doses: [exercise: string, amount: string, normal: number, least: number, most: number, rangeFrom: Origin][] = [
  ['ball-massage', 'bout', 20, 15, 20, 'source'],
  ['ball-massage', 'sets', 3, 3, 5, 'source'],
  ['ball-massage', 'spots', 1, 1, 3, 'ours'],
  ['ballerina', 'hold', 30, 20, 60, 'source'],
  ['ballerina', 'sets', 3, 3, 5, 'source'],
  ['child-cobra', 'child', 20, 20, 30, 'source'],
  ['child-cobra', 'cobra', 20, 20, 30, 'source'],
  ['child-cobra', 'sets', 3, 3, 5, 'source'],
  ['corkscrew', 'hold', 20, 20, 20, 'source'],
  ['corkscrew', 'sets', 3, 3, 5, 'source'],
  ['butt-walk', 'walk', 5, 5, 5, 'source'],
  ['butt-walk', 'sets', 5, 3, 5, 'source'],
  ['book-drop', 'reps', 8, 6, 12, 'ours'],
  ['cross-connect', 'reps', 6, 6, 8, 'ours'],
  ['split-squat', 'reps', 8, 6, 12, 'ours'],
  ['lift-lunge', 'reps', 8, 6, 12, 'ours'],
];

const doseOf = (exercise: string) => exercises.find(({ id }) => id === exercise)?.dose;

test.each(doses)('%s %s: %d, from %d to %d', (exercise, key, normal, least, most, rangeFrom) => {
  const dose = doseOf(exercise);
  const amounts: Record<string, Amount | undefined> = {
    ...dose?.holds,
    sets: dose?.sets,
    reps: dose?.reps,
    spots: dose?.spots,
  };
  expect(amounts[key]).toMatchObject({ default: normal, range: [least, most], rangeFrom });
});

test.each([
  ['book-drop', [3, 2, 3]],
  ['cross-connect', [5, 3]],
  ['split-squat', [3, 2]],
  ['lift-lunge', [3, 2]],
])('%s is counted at %j seconds', (exercise, tempo) => {
  expect(doseOf(exercise)?.tempo?.map(({ seconds }) => seconds)).toEqual(tempo);
});

test('all nine exercises are there', () => {
  expect(new Set(exercises.map(({ id }) => id))).toEqual(new Set(doses.map(([exercise]) => exercise)));
});
