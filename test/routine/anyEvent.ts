import fc from 'fast-check';
import { english as content } from '../../content/index.ts';
import {
  daysOfWeek,
  type Answer,
  type EndReason,
  type Event,
  type Question,
  type ReminderResult,
  type Steering,
  type Wish,
} from '../../routine/events.ts';

const steerings: readonly Exclude<Steering, 'ended'>[] = [
  'launch',
  'resume',
  'ready',
  'done',
  'pause',
  'wait',
  'next',
  'previous',
  'repeat',
  'startOver',
  'startOverRoutine',
  'stop',
  'misunderstood',
  'hurts',
  'tooStrong',
  'warningA',
  'warningB',
];
const reasons: readonly EndReason[] = ['USER_INITIATED', 'ERROR', 'EXCEEDED_MAX_REPROMPTS'];
const answers: readonly Answer[] = [
  ...(['yes', 'no', 'notNow', 'aboutRight', 'tooEasy', 'tooMuch', 'fresh', 'unsure', 'thanks'] as const).map(
    (answer) => ({ answer }),
  ),
  ...(['left', 'right', 'both'] as const).map((side) => ({ answer: 'side' as const, side })),
  ...(['left', 'right', 'same'] as const).map((side) => ({ answer: 'tighter' as const, side })),
];

const reminders: readonly ReminderResult[] = [
  { did: 'set', at: '08:00', every: daysOfWeek },
  { did: 'changed', at: '19:30', every: [], day: 'tomorrow' },
  { did: 'set', at: '07:00', every: [], date: '2026-12-24' },
  { did: 'set', at: '08:00', every: ['monday', 'thursday'] },
  { did: 'listed', reminders: [] },
  {
    did: 'listed',
    reminders: [
      { at: '08:00', every: daysOfWeek },
      { at: '17:15', every: [], day: 'today' },
    ],
  },
  { did: 'cancelled', count: 2 },
  ...(['none', 'needsTime', 'asksPermission', 'refused', 'unsupported', 'tooMany', 'down'] as const).map((did) => ({
    did,
  })),
];

/** Wishes that choose, shape or tune a routine, or are about its person. */
export const wishes: readonly Wish[] = [
  ...[5, 10, 20, 60].map((minutes) => ({ wish: 'minutes' as const, minutes })),
  ...(['standing', 'floor', 'bed'] as const).map((position) => ({ wish: 'position' as const, position })),
  { wish: 'nothingToFetch' },
  { wish: 'position', position: 'standing', condition: 'knee' },
  ...(['pace', 'rests', 'holds', 'getReady'] as const).flatMap((what) =>
    (['more', 'less'] as const).map((by) => ({ wish: 'tune' as const, what, by })),
  ),
  ...(['less', 'full', 'usual'] as const).map((words) => ({ wish: 'words' as const, words })),
  ...[true, false].map((on) => ({ wish: 'runThrough' as const, on })),
  { wish: 'waitForMe' },
  { wish: 'leaveOut', exercise: 'child-cobra' },
  { wish: 'leaveOut', exercise: 'unknown' },
  { wish: 'never' },
  { wish: 'never', exercise: 'corkscrew' },
  { wish: 'bringBack' },
  { wish: 'bringBack', exercise: 'corkscrew' },
  ...[0, 4, 40].map((perWeek) => ({ wish: 'goal' as const, perWeek })),
  ...['blood-thinners', 'pregnancy', 'weak-bones', 'unknown'].map((condition) => ({
    wish: 'condition' as const,
    condition,
  })),
  ...[0, 3, 5, 8].map((level) => ({ wish: 'pain' as const, level })),
  { wish: 'someoneElse' },
  { wish: 'meAgain' },
  { wish: 'forget' },
  ...reminders.map((result) => ({ wish: 'reminder' as const, result })),
];

export const questions: readonly Question[] = [
  'help',
  'explain',
  'howLong',
  'howMany',
  'whatsNext',
  'whatDoINeed',
  'whichSide',
  'whichLeg',
  'whichArm',
  'purpose',
  'progress',
  'thisWeek',
  'lastTime',
  'minutesDone',
  'choices',
  'volume',
  'whatDoYouKnow',
  'today',
  'soFar',
  'recordMe',
  'amIRight',
  'meantToHurt',
  'whyNoStrength',
];

/** Everything that can be said, once. */
const everythingSaid: readonly Event[] = [
  ...steerings.map((steer) => ({ kind: 'steer' as const, steer })),
  ...answers.map((answer): Event => ({ kind: 'answer', ...answer })),
  ...['ball', 'book', 'step', 'socks', 'nothing-known'].map((thing) => ({
    kind: 'wish' as const,
    wish: 'without' as const,
    thing,
  })),
  ...['ball', 'band', 'step', 'nothing-known'].map((thing) => ({
    kind: 'wish' as const,
    wish: 'with' as const,
    thing,
  })),
  ...['five', 'twenty', 'hip-drop', 'pelvic-rotation', 'unknown'].map((routine) => ({
    kind: 'wish' as const,
    wish: 'routine' as const,
    routine,
  })),
  ...['ballerina', 'ball-massage', 'unknown'].map((exercise) => ({
    kind: 'wish' as const,
    wish: 'exercise' as const,
    exercise,
  })),
  ...wishes.map((wish): Event => ({ kind: 'wish', ...wish })),
  ...questions.map((question): Event => ({ kind: 'question', question })),
  ...(['mine', 'everyone'] as const).map((whom): Event => ({ kind: 'answer', answer: 'whom', whom })),
];

/** Everything that can happen: what is said, and every way in which Alexa ends its session. */
export const everyEvent: readonly Event[] = [
  ...everythingSaid,
  ...reasons.map((reason): Event => ({ kind: 'steer', steer: 'ended', reason })),
];

const routineIds = content.routines.map(({ id }) => id);

/** Any of it; a yes more often, so that walks get somewhere. */
export const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Event>({ kind: 'answer', answer: 'yes' }) },
  { weight: 8, arbitrary: fc.constantFrom(...everyEvent) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...routineIds).map((routine): Event => ({ kind: 'wish', wish: 'routine', routine })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...Object.keys(content.exercises))
      .map((exercise): Event => ({ kind: 'wish', wish: 'exercise', exercise })),
  },
);
