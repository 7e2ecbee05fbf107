import { type FormedExercise, formTowards, inForm } from './form.ts';
import type { BodySide, Dose, Instant, Level, Routine, RoutineStep, Side } from './exercise.ts';
import type { Listener, Plan, Preferences, Step } from './listener.ts';
import type { Content } from './words.ts';

const day = 24 * 60 * 60 * 1000;
/** Away for longer than this, a person hears one level more of the instructions and does one notch less. */
const longAway = 21 * day;

/** Strength is left out of a routine that nobody asked for when it was done this recently. */
const restDay = 36 * 60 * 60 * 1000;

const levels: readonly Level[] = ['full', 'medium', 'short'];

/** How much of an exercise is said to somebody who completed it `times` times: 0 and 1 full, 2 and 3 medium, then short. */
export const levelFor = (times: number, awayFor: number): Level => {
  const known = times >= 4 ? 2 : times >= 2 ? 1 : 0;
  return levels[Math.max(0, awayFor > longAway ? known - 1 : known)] ?? 'full';
};

/** "Full instructions" and "less talking" stand over how well an exercise is known. */
export const levelWanted = ({ words }: Preferences, known: Level): Level => {
  if (words === 'full') return 'full';
  return words === 'less' ? (known === 'full' ? 'medium' : 'short') : known;
};

/** An exercise needs a sore side when its form without a lean is still done for one. */
const needsSide = (content: Content, step: RoutineStep): boolean => {
  const form = step.form ?? 'normal';
  const noLean = formTowards(content, { exercise: step.exercise, form }, 'noLean') ?? form;
  return inForm(content, { exercise: step.exercise, form: noLean }).sides === 'sore';
};

/** Doses moved by "too easy" (up) and "too much" (down), one notch each, never outside the range. */
const movedDose = (
  dose: Dose,
  own: Readonly<Record<string, number>>,
  notches: number,
  holdNotches: number,
): Record<string, number> => {
  const moved: Record<string, number> = { ...own };
  const { sets, reps, holds = {} } = dose;
  const move = (key: string, amount: { default: number; range: readonly [number, number] }, by: number) => {
    const from = moved[key] ?? amount.default;
    const to = Math.min(Math.max(from + by, amount.range[0]), amount.range[1]);
    if (to !== from) moved[key] = to;
    return to !== from;
  };
  for (let left = Math.abs(notches); left > 0; left--) {
    const by = Math.sign(notches);
    // One thing only: repetitions where there are some, else sets, else the holds.
    if (reps ? move('reps', reps, by) : move('sets', sets, by)) continue;
    for (const [name, hold] of Object.entries(holds)) move(name, hold, by * 5);
  }
  for (const [name, hold] of Object.entries(holds)) if (holdNotches !== 0) move(name, hold, holdNotches * 5);
  return moved;
};

/** A step with its holds moved by notches of five seconds, inside their ranges. */
export const withLongerHolds = ({ dose }: FormedExercise, step: Step, notches: number): Step => {
  const moved = movedDose(dose, step.dose ?? {}, 0, notches);
  return Object.keys(moved).length > 0 ? { ...step, dose: moved } : step;
};

/**
 * A routine made concrete for one person today: forms, sides, doses and how much is said. With both sides sore,
 * forms without a lean; what needs a sore side is replaced, or done once for each side. Strength has its rest day, and
 * what was never wanted again is left out where it was not asked for by name.
 */
export const plan = (content: Content, routine: Routine, side: Side, listener: Listener, now: Instant): Plan => {
  const { preferences } = listener;
  const awayFor = listener.lastAt === undefined ? 0 : now - listener.lastAt;
  // Odd sessions begin on the left: the second pass is then the right one.
  const odd = listener.totals.sessions % 2 === 0;
  const second: BodySide = side === 'both' ? (odd ? 'right' : 'left') : side;
  const tighter = preferences.secondSide === 'same' ? undefined : preferences.secondSide;

  const toStep = (wanted: RoutineStep, onSide: BodySide, id: string): Step => {
    const chosen = wanted.form ?? 'normal';
    const noLean =
      side === 'both' ? formTowards(content, { exercise: wanted.exercise, form: chosen }, 'noLean') : undefined;
    const form = noLean ?? chosen;
    const { sides, dose: formed } = inForm(content, { exercise: wanted.exercise, form });
    const notches = (preferences.notches?.[wanted.exercise] ?? 0) - (awayFor > longAway ? 1 : 0);
    const dose = movedDose(formed, wanted.dose ?? {}, notches, preferences.holds ?? 0);
    return {
      id,
      exercise: wanted.exercise,
      side: sides === 'each' ? (tighter ?? onSide) : onSide,
      form,
      level: levelWanted(preferences, levelFor(listener.completed[wanted.exercise] ?? 0, awayFor)),
      ...(Object.keys(dose).length > 0 ? { dose } : {}),
    };
  };

  const first: BodySide = second === 'left' ? 'right' : 'left';
  const all = side === 'both' && routine.both ? routine.both : routine.steps;
  const asked = all.filter(({ exercise }) => routine.byName || !preferences.never?.includes(exercise));
  const wanted = asked.length > 0 ? asked : all;
  const steps = wanted.flatMap((step) =>
    side === 'both' && needsSide(content, step)
      ? [toStep(step, first, `${step.exercise}-${first}`), toStep(step, second, `${step.exercise}-${second}`)]
      : [toStep(step, second, step.exercise)],
  );
  const resting = routine.offered && rests(listener, now);
  const rested = steps.filter(
    ({ exercise }) => !(resting && inForm(content, { exercise, form: 'normal' }).facts.needsRestDay),
  );
  return { routine: routine.id, side, steps: rested.length > 0 ? rested : steps };
};

/** Whether strength has its rest day. */
export const rests = (listener: Listener, now: Instant): boolean =>
  now - (listener.lastStrengthAt ?? -Infinity) < restDay;

/** Whether a plan was made shorter for a rest day: said when it is offered. */
export const leavesOutStrength = (content: Content, made: Plan, listener: Listener, now: Instant): boolean => {
  const routine = content.routines.find(({ id }) => id === made.routine);
  if (!routine?.offered || !rests(listener, now)) return false;
  const wanted = made.side === 'both' && routine.both ? routine.both : routine.steps;
  const done = new Set(made.steps.map(({ exercise }) => exercise));
  return wanted.some(({ exercise }) => content.exercises[exercise]?.facts.needsRestDay && !done.has(exercise));
};
