import type { ContentFiles } from '../../content/files.ts';
import type { Facts, Routine } from '../../routine/exercise.ts';
import type { ExerciseWords } from '../../routine/words.ts';

const ours = (value: number, least: number, most: number) =>
  ({ default: value, from: 'ours', range: [least, most], rangeFrom: 'ours' }) as const;

/** Done for the sore side, in a normal form and one that has no side. */
const sideBend: Facts = {
  id: 'side-bend',
  source: { file: 'none.txt' },
  part: 'mobility',
  needsRestDay: false,
  position: 'standing',
  sides: 'sore',
  equipment: [{ id: 'ball', substitute: 'socks' }],
  dose: {
    spots: ours(1, 1, 2),
    sets: ours(3, 3, 5),
    holds: { hold: ours(30, 20, 60) },
    rest: { seconds: 8, from: 'ours' },
  },
  leaveOutWith: [],
  forms: { normal: { noLean: 'upright', without: { ball: 'upright' } }, upright: { sides: 'none', equipment: [] } },
};

const sideBendWords: ExerciseWords = {
  name: 'side bend',
  shortName: 'the bend',
  purpose: 'This makes room at the side of your back.',
  needs: 'a ball, or rolled-up socks',
  things: { ball: 'the ball' },
  leaveOut: 'Leave this out with weak bones; just say skip.',
  setUp: [{ do: 'Take {ball}.', seconds: 5 }, { say: 'Cross your {other} foot in front.' }],
  medium: [{ do: '{Other} foot in front.', seconds: 4 }],
  short: [{ do: '{Other} foot in front.', seconds: 3 }],
  mayFeel: 'You may feel a stretch.',
  stopIf: 'Stop if you feel dizzy.',
  breathe: 'Breathe out slowly.',
  sets: [
    [
      { do: 'Hips to the {sore}.', seconds: 3 },
      { hold: 'hold', begin: 'Hold.', end: 'Release.' },
    ],
  ],
  rest: 'Come up tall.',
  nextSpot: [{ do: 'Move {ball} a little.', seconds: 5 }],
  release: 'Come up tall and uncross your feet.',
  forms: {
    upright: {
      says: 'Stay upright.',
      needs: '',
      setUp: [{ do: 'Stand tall.', seconds: 5 }],
      medium: [{ do: 'Stand tall.', seconds: 4 }],
      short: [{ do: 'Stand tall.', seconds: 3 }],
      sets: [[{ hold: 'hold', begin: 'Reach up.', end: 'Release.' }]],
      nextSpot: [{ do: 'Move a little.', seconds: 5 }],
    },
  },
};

/** Done in two passes, counted. */
const kneeLift: Facts = {
  id: 'knee-lift',
  source: { file: 'none.txt' },
  part: 'strength',
  needsRestDay: true,
  position: 'lying',
  sides: 'each',
  equipment: [],
  dose: {
    sets: ours(1, 1, 2),
    reps: ours(8, 6, 12),
    tempo: [
      { seconds: 3, from: 'ours' },
      { seconds: 2, from: 'ours' },
    ],
    holds: { march: ours(5, 5, 10) },
    rest: { seconds: 10, from: 'ours' },
    switch: { seconds: 10, from: 'ours' },
  },
  leaveOutWith: [],
  forms: { normal: {} },
};

const kneeLiftWords: ExerciseWords = {
  name: 'knee lift',
  shortName: 'the lift',
  purpose: 'This wakes your hips.',
  setUp: [{ do: 'Lie on your back.', seconds: 5 }, { say: 'Your {this} knee goes first.' }],
  medium: [{ do: 'On your back, {this} knee first.', seconds: 4 }],
  short: [{ do: '{This} knee first.', seconds: 3 }],
  mayFeel: 'You may feel your hip work.',
  stopIf: 'Stop if it pinches.',
  breathe: 'Breathe out on the way up.',
  sets: [[{ do: '{This} knee up.', seconds: 2 }, { count: ['up', 'down'] }, { walk: 'march', steps: ['heel', 'toe'] }]],
  rest: 'Rest.',
  switch: [{ do: 'Now the {this} knee.', seconds: 10 }],
  release: 'Both feet down.',
  forms: {},
};

const short: Routine = {
  id: 'short',
  minutes: 5,
  needs: ['ball'],
  steps: [{ exercise: 'side-bend', dose: { hold: 20 } }, { exercise: 'knee-lift' }],
  both: [{ exercise: 'side-bend', form: 'upright' }],
};

const alone: Routine = { id: 'alone', minutes: 4, position: 'floor', needs: [], steps: [{ exercise: 'knee-lift' }] };

/** A small content of two languages without a mistake, for examples to break. */
export const baseline: ContentFiles = {
  'content/exercises/side-bend.json': sideBend,
  'content/exercises/knee-lift.json': kneeLift,
  'content/routines/short.json': short,
  'content/routines/alone.json': alone,
  ...Object.fromEntries(
    ['en', 'de'].flatMap((language) => [
      [`content/${language}/exercises/side-bend.json`, sideBendWords],
      [`content/${language}/exercises/knee-lift.json`, kneeLiftWords],
      [`content/${language}/routines.json`, { short: 'the short routine', alone: 'the knee lift' }],
      [
        `content/${language}/phrases.json`,
        {
          left: 'left',
          right: 'right',
          whichSide: 'Where does it hurt: left, right, or both?',
          side: '{Side} side.',
          toGo: { one: 'One to go.', other: '{count} to go.' },
        },
      ],
    ]),
  ),
};
