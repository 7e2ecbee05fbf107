import { english } from '../../content/index.ts';
import fc from 'fast-check';
import type { Listener, Mark, PastSession, Place, Session, Step } from '../../routine/listener.ts';

export const now = Date.parse('2026-11-20T13:25:41.123Z');

/** Every exercise in a form and with doses of its own, as long as they come. */
const hardest: Readonly<Record<string, Pick<Step, 'form' | 'dose'>>> = {
  'ball-massage': { form: 'socks', dose: { spots: 2, sets: 4 } },
  ballerina: { form: 'easier', dose: { sets: 4, hold: 40 } },
  'child-cobra': { form: 'no-lean', dose: { sets: 4, child: 25, cobra: 25 } },
  corkscrew: { form: 'easier', dose: { sets: 4, hold: 25 } },
  'butt-walk': { form: 'easier', dose: { sets: 5, walk: 6 } },
  'book-drop': { form: 'easier-chair', dose: { sets: 2, reps: 10 } },
  'cross-connect': { form: 'easier', dose: { reps: 8, press: 6 } },
  'split-squat': { form: 'floor', dose: { sets: 2, reps: 10 } },
  'lift-lunge': { form: 'no-load', dose: { sets: 2, reps: 10 } },
};
const routines = english.routines.map(({ id }) => id);

const oneSided = new Set(['ball-massage', 'ballerina', 'corkscrew']);
const steps = Object.entries(hardest).flatMap(([exercise, rest]): Step[] => {
  const level = 'medium';
  return oneSided.has(exercise)
    ? (['left', 'right'] as const).map((side) => ({ id: `${exercise}-${side}`, exercise, side, level, ...rest }))
    : [{ id: exercise, exercise, side: 'left', level, ...rest }];
});
const place = (index: number, set: number): Place => ({ step: steps[index]?.id ?? '', spot: 1, pass: 2, set });

const fullSession: Session = {
  plan: { routine: 'twenty-no-equipment', side: 'both', steps },
  place: place(10, 1),
  block: {
    sentAt: now,
    marks: [0, 1, 2, 3, 4, 5, 6]
      .map((set): Mark => ({ place: place(10, set), at: (30 + set * 203) / 10 }))
      .concat({
        place: 'end',
        at: 199.9,
      }),
  },
  startedAt: now - 1_234_567,
  seconds: 1234,
  alexaSession: 'Ab3_-fghijklmnop',
  completed: steps.map((step) => step.id),
  ended: { how: 'finished', at: now },
  errors: 1,
};

/** Everything that can be remembered, at once: twelve steps, nine exercises, 21 routines, 14 sessions. */
export const fullListener: Listener = {
  version: 2,
  session: fullSession,
  preferences: {
    side: 'right',
    secondSide: 'same',
    notches: Object.fromEntries(Object.keys(hardest).map((exercise) => [exercise, -1])),
    pace: 1,
    rests: -1,
    holds: 2,
    getReady: 1,
    words: 'less',
    runThrough: true,
    never: Object.keys(hardest).slice(0, 4),
    goal: 4,
  },
  welcomed: true,
  completed: Object.fromEntries(Object.keys(hardest).map((exercise, index) => [exercise, 90 + index])),
  lastStrengthAt: now,
  completeSessions: Object.fromEntries(routines.map((routine) => [routine, 9])),
  totals: { sessions: 365, minutes: 4321 },
  history: Array.from({ length: 14 }, (_, index): PastSession => {
    const endedAt = now - (14 - index) * 86_400_000 - index * 7_777_777;
    return { endedAt: Math.floor(endedAt / 60_000) * 60_000, minutes: 12 + index, complete: index % 3 > 0 };
  }),
  lastAt: now,
};

/** Somebody in their second week, in the middle of a ten-minute routine. */
export const typicalListener: Listener = {
  ...fullListener,
  session: {
    plan: {
      routine: 'ten',
      side: 'left',
      steps: ['ballerina', 'child-cobra', 'ball-massage', 'corkscrew'].map((exercise): Step => {
        return { id: exercise, exercise, side: 'left', form: 'normal', level: 'medium' };
      }),
    },
    place: { step: 'child-cobra', spot: 1, pass: 1, set: 0 },
    block: {
      sentAt: now,
      marks: [0, 1, 2, 3].map((set) => ({
        place: { step: 'child-cobra', spot: 1, pass: 1, set },
        at: (30 + set * 417) / 10,
      })),
    },
    startedAt: now - 200_000,
    seconds: 180,
    alexaSession: 'Ab3_-fghijklmnop',
    completed: ['ballerina'],
  },
  preferences: { side: 'left' },
  completed: { ballerina: 6, 'child-cobra': 6, corkscrew: 6, 'butt-walk': 1, 'ball-massage': 5 },
  completeSessions: { first: 1, ten: 5 },
  lastStrengthAt: undefined,
  totals: { sessions: 6, minutes: 62 },
  history: fullListener.history.slice(0, 6),
};

// ── any listener at all, within what record.ts keeps exactly ────────────────────────────────────

const id = fc.oneof(fc.stringMatching(/^[a-z]{1,9}(-[a-z]{1,5}){0,2}$/), fc.constantFrom('constructor', '__proto__'));
const instant = fc.nat(4_000_000_000_000);
const side = fc.constantFrom('left' as const, 'right' as const);
const amount = fc.oneof(fc.nat(99), fc.constantFrom(2.5, 0.1));

const step = fc
  .record(
    {
      exercise: id,
      side,
      form: fc.oneof(fc.constant('normal'), id),
      level: fc.constantFrom('full' as const, 'medium' as const, 'short' as const),
      dose: fc.dictionary(fc.oneof(fc.constantFrom('sets', 'reps', 'spots', 's'), id), amount, {
        minKeys: 1,
        maxKeys: 3,
      }),
      sided: fc.boolean(),
    },
    { requiredKeys: ['exercise', 'side', 'form', 'level'] },
  )
  .map(({ sided, ...rest }): Step => ({ id: sided ? `${rest.exercise}-${rest.side}` : rest.exercise, ...rest }));

const sessionOf = (planned: readonly Step[]): fc.Arbitrary<Session> => {
  const ids = planned.map((one) => one.id);
  const count = fc.integer({ min: 1, max: 35 });
  const somewhere = fc.record({ step: fc.constantFrom(...ids), spot: count, pass: count, set: fc.nat(35) });
  const mark = fc.record({
    place: fc.oneof(somewhere, fc.constant('end' as const)),
    at: fc.nat(99_999).map((t) => t / 10),
  });
  return fc.record(
    {
      plan: fc.record({ routine: id, side: fc.constantFrom('left', 'right', 'both'), steps: fc.constant(planned) }),
      place: somewhere,
      block: fc.record({
        sentAt: instant,
        marks: fc.array(mark, { minLength: 1, maxLength: 12 }).map((marks) => marks.sort((a, b) => a.at - b.at)),
      }),
      startedAt: instant,
      seconds: fc.nat(99_999),
      alexaSession: fc.stringMatching(/^[\w-]{16}$/),
      completed: fc.subarray(ids),
      ended: fc.record({
        how: fc.constantFrom('paused', 'stopped', 'hurt', 'silent', 'lost', 'finished'),
        at: instant,
      }),
      errors: fc.nat(9),
    },
    { requiredKeys: ['plan', 'place', 'startedAt', 'seconds', 'alexaSession', 'completed'] },
  );
};

export const anyListener: fc.Arbitrary<Listener> = fc.record(
  {
    version: fc.constant(2 as const),
    session: fc.uniqueArray(step, { minLength: 1, maxLength: 12, selector: (one) => one.id }).chain(sessionOf),
    preferences: fc.record(
      {
        side: fc.constantFrom('left', 'right', 'both'),
        secondSide: fc.constantFrom('left', 'right', 'same'),
        notches: fc.dictionary(id, fc.integer({ min: -3, max: 3 }), { minKeys: 1, maxKeys: 9 }),
        pace: fc.integer({ min: -2, max: 2 }),
        rests: fc.integer({ min: -2, max: 2 }),
        holds: fc.integer({ min: -2, max: 2 }),
        getReady: fc.integer({ min: -2, max: 2 }),
        words: fc.constantFrom('less', 'full'),
        runThrough: fc.boolean(),
        never: fc.uniqueArray(id, { minLength: 1, maxLength: 5 }),
        goal: fc.integer({ min: 1, max: 7 }),
      },
      { requiredKeys: [] },
    ),
    welcomed: fc.boolean(),
    completed: fc.dictionary(id, fc.nat(99), { maxKeys: 9 }),
    lastStrengthAt: instant,
    completeSessions: fc.dictionary(id, fc.nat(9), { maxKeys: 21 }),
    totals: fc.record({ sessions: fc.nat(9999), minutes: fc.nat(99_999) }),
    history: fc.array(
      fc.record({
        endedAt: fc.nat(60_000_000).map((minute) => minute * 60_000),
        minutes: fc.nat(999),
        complete: fc.boolean(),
      }),
      { maxLength: 14 },
    ),
    lastAt: instant,
  },
  { requiredKeys: ['version', 'preferences', 'welcomed', 'completed', 'completeSessions', 'totals', 'history'] },
);
