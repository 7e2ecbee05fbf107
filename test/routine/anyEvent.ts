import fc from 'fast-check';
import { english as content } from '../../content/index.ts';
import type { Answer, EndReason, Event, Steering } from '../../routine/events.ts';

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
  ...(['yes', 'no', 'aboutRight', 'tooEasy', 'tooMuch', 'fresh', 'unsure'] as const).map((answer) => ({ answer })),
  ...(['left', 'right', 'both'] as const).map((side) => ({ answer: 'side' as const, side })),
  ...(['left', 'right', 'same'] as const).map((side) => ({ answer: 'tighter' as const, side })),
];

/** Everything that can be said, once. */
export const everythingSaid: readonly Event[] = [
  ...steerings.map((steer) => ({ kind: 'steer' as const, steer })),
  ...answers.map((answer): Event => ({ kind: 'answer', ...answer })),
  ...['ball', 'book', 'step', 'socks', 'nothing-known'].map((thing) => ({ kind: 'wish' as const, wish: 'without' as const, thing })),
  ...['five', 'twenty', 'hip-drop', 'pelvic-rotation', 'unknown'].map((routine) => ({ kind: 'wish' as const, wish: 'routine' as const, routine })),
  ...['ballerina', 'ball-massage', 'unknown'].map((exercise) => ({ kind: 'wish' as const, wish: 'exercise' as const, exercise })),
  { kind: 'question', question: 'help' },
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
  { weight: 1, arbitrary: fc.constantFrom(...routineIds).map((routine): Event => ({ kind: 'wish', wish: 'routine', routine })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...Object.keys(content.exercises)).map((exercise): Event => ({ kind: 'wish', wish: 'exercise', exercise })),
  },
);
