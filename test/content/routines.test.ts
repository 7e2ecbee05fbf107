import { expect, test } from '@jest/globals';
import type { RoutineStep } from '../../routine/exercise.ts';
import { exercises, routines } from './realContent.ts';

/** Each row of the exercise facts, section 7; where the conversation orders one otherwise, as it does. */
const rows: [routine: string, minutes: number, steps: string][] = [
  ['five', 5, 'child-cobra, butt-walk (3)'],
  ['five-standing-book', 5, 'ballerina (20), book-drop (6)'],
  ['five-standing', 5, 'ballerina (20), split-squat floor'],
  ['five-release', 5, 'ball-massage (1), butt-walk (3)'],
  ['five-strength-floor', 5, 'corkscrew, butt-walk (5)'],
  ['five-strength', 5, 'cross-connect, split-squat'],
  ['ten-first', 10, 'ballerina (30), child-cobra, corkscrew, butt-walk (5)'],
  ['ten', 10, 'ballerina (30), child-cobra, ball-massage (1), corkscrew'],
  ['ten-mobility', 10, 'ballerina (30), book-drop (8), child-cobra, corkscrew'],
  ['ten-floor-ball', 10, 'ball-massage (1), child-cobra, corkscrew, butt-walk (3)'],
  ['ten-floor', 10, 'child-cobra, corkscrew, butt-walk (5), cross-connect'],
  ['ten-standing', 10, 'ballerina (30), book-drop (8), split-squat, lift-lunge'],
  ['ten-strength', 10, 'butt-walk (5), cross-connect, split-squat, lift-lunge'],
  [
    'twenty',
    20,
    'ballerina (30), book-drop (8), child-cobra, ball-massage (2), corkscrew, butt-walk (5), cross-connect',
  ],
  [
    'all-nine',
    20,
    'ball-massage (1), ballerina (30), child-cobra, corkscrew, butt-walk (3), book-drop (8), cross-connect, split-squat, lift-lunge',
  ],
  [
    'all-nine-grouped',
    20,
    'ballerina (30), book-drop (8), split-squat, lift-lunge, child-cobra, ball-massage (1), corkscrew, butt-walk (3), cross-connect',
  ],
  [
    'twenty-free',
    20,
    'ballerina (30), child-cobra, corkscrew, butt-walk (5), cross-connect, split-squat floor, lift-lunge',
  ],
  ['full', 14, 'ball-massage (1), ballerina (30), child-cobra, corkscrew, butt-walk (5)'],
  ['hip-drop', 4, 'book-drop (8)'],
  ['pelvic-rotation', 8, 'cross-connect, split-squat, lift-lunge'],
];

/** The amount the rows tell of an exercise. */
const told: Record<string, string> = {
  'ball-massage': 'spots',
  ballerina: 'hold',
  'book-drop': 'reps',
  'butt-walk': 'sets',
};

function describeSteps(steps: readonly RoutineStep[] = []): string {
  return steps
    .map(({ exercise, form, dose: own = {} }) => {
      const dose = exercises.find(({ id }) => id === exercise)?.dose;
      const { spots, sets, reps, holds } = dose ?? {};
      const key = told[exercise];
      const amount = key && (own[key] ?? { ...holds, spots, sets, reps }[key]?.default);
      return [exercise, form, amount && `(${amount})`].filter(Boolean).join(' ');
    })
    .join(', ');
}

const named = (id: string) => routines.find((routine) => routine.id === id);

test.each(rows)('%s takes %d minutes', (id, minutes, steps) => {
  expect(named(id)?.minutes).toBe(minutes);
  expect(describeSteps(named(id)?.steps)).toBe(steps);
});

test('the only others are the standing row on the bare floor, and the gentle half for a day with pain at 4 to 6 (section 6.3)', () => {
  expect(routines.map(({ id }) => id).sort()).toEqual(
    [...rows.map(([id]) => id), 'gentle', 'ten-standing-free'].sort(),
  );
  expect(describeSteps(named('gentle')?.steps)).toBe(
    describeSteps([
      { exercise: 'child-cobra', form: 'easier' },
      { exercise: 'butt-walk', form: 'easier', dose: { sets: 3 } },
    ]),
  );
});

test('the routines nobody has to ask for', () => {
  const offered = routines.filter((routine) => routine.offered).map(({ id, offered }) => [id, offered]);
  expect(Object.fromEntries(offered)).toEqual({
    'ten-first': 'first',
    five: 'default',
    ten: 'default',
    twenty: 'default',
  });
});

test.each(['ten-first', 'five'])('%s needs nothing', (id) => {
  expect(named(id)?.needs).toEqual([]);
});

test.each([
  ['five', 'child-cobra, butt-walk (3)'],
  ['ten', 'child-cobra, butt-walk (5), cross-connect'],
  ['ten-first', 'child-cobra, butt-walk (5), cross-connect'],
])('with both sides sore %s is %s', (id, steps) => {
  expect(describeSteps(named(id)?.both)).toBe(steps);
});

test('never offered by itself: the documents themselves, and the gentle half', () => {
  const byName = routines.filter((routine) => routine.byName).map(({ id }) => id);
  expect(byName).toEqual(['full', 'gentle', 'hip-drop', 'pelvic-rotation']);
});
