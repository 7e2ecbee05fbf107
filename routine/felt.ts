import { sayPhrase } from './beats.ts';
import { choose } from './choose.ts';
import type { ExerciseId } from './exercise.ts';
import { takenIn } from './ahead.ts';
import { goOnWith } from './goOn.ts';
import type { Listener, Session } from './listener.ts';
import { moment } from './moment.ts';
import { plan } from './plan.ts';
import { stepAt } from './place.ts';
import type { Outcome, Turn } from './talk.ts';

/** How something felt: moves the dose of what was done one notch next time. */
export type Ease = 'aboutRight' | 'tooEasy' | 'tooMuch';

export const notch: Record<Ease, number> = { aboutRight: 0, tooEasy: 1, tooMuch: -1 };
/** A dose moves no further than this; each exercise's range bounds it as well. */
const mostMoved = 3;

/** The listener with the doses of these exercises moved by so many notches each. */
export const movedBy = (listener: Listener, by: ReadonlyMap<ExerciseId, number>): Listener => {
  const { notches = {}, ...preferences } = listener.preferences;
  const moved = [...by].map(([exercise, more]) => {
    const to = (notches[exercise] ?? 0) + more;
    return [exercise, Math.min(mostMoved, Math.max(-mostMoved, to))] as const;
  });
  return { ...listener, preferences: { ...preferences, notches: { ...notches, ...Object.fromEntries(moved) } } };
};

/** Of a session, where a set of the exercise that is on was begun, this one; else the one that was done last. */
const meant = (turn: Turn, { plan: today, place, completed }: Session): ExerciseId | undefined => {
  const atFirstSet = place.set === 1 && place.pass === 1 && place.spot === 1;
  const begun = place.set > 0 && (moment(turn) === 'block' || !atFirstSet);
  const on = begun ? stepAt(today, place) : undefined;
  return (on ?? today.steps.find(({ id }) => id === completed.at(-1)))?.exercise;
};

/** The exercise that a word about how it felt is about, before the last question is reached; undefined before any. */
export const feltExercise = (turn: Turn): ExerciseId | undefined => {
  const { session } = takenIn(turn).listener;
  return session && !turn.talk.draft ? meant(turn, session) : undefined;
};

/** How much of the exercise a plan made now would have. */
const amount = ({ content, now }: Turn, listener: Listener, exercise: ExerciseId): string =>
  JSON.stringify(
    plan(content, choose(content, { exercise }, listener), 'left', listener, now).steps.map(({ dose }) => dose),
  );

/** "Too easy", "too hard" about one exercise: one notch from the next session on; said again, it replaces what was said. */
export const felt = (turn: Turn, exercise: ExerciseId, ease: Ease): Outcome => {
  const { content, listener, talk } = turn;
  if (ease === 'aboutRight') return goOnWith(turn, [sayPhrase(content, 'goodToKnow')]);
  const before = talk.felt?.[exercise] ?? 0;
  const by = new Map([[exercise, notch[ease] - before]]);
  const usual = movedBy(listener, new Map([[exercise, -before]]));
  const moves = amount(turn, usual, exercise) !== amount(turn, movedBy(listener, by), exercise);
  if (!moves) return goOnWith(turn, [sayPhrase(content, `noted-${ease}Already`)]);
  return goOnWith(turn, [sayPhrase(content, `noted-${ease}`)], (there) => ({
    ...there,
    listener: movedBy(there.listener, by),
    talk: { ...there.talk, felt: { ...there.talk.felt, [exercise]: notch[ease] } },
  }));
};
