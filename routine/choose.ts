import type { Content, ExerciseId, Listener, Routine, RoutineId } from './model.ts';

/** What a person asked for; nothing at all gives the routine that is offered. */
export interface Wishes {
  readonly routine?: RoutineId;
  readonly exercise?: ExerciseId;
  readonly minutes?: number;
}

/**
 * The routine that fits the wishes best: one by name, an exercise alone, else the offered one nearest in length; the
 * first session has its own. Throws where content offers nothing.
 */
export const choose = (content: Content, wishes: Wishes, listener: Listener): Routine => {
  const named = content.routines.find(({ id }) => id === wishes.routine);
  if (named) return named;
  if (wishes.exercise && content.exercises[wishes.exercise]) return alone(wishes.exercise);

  const newcomer = listener.totals.sessions === 0 && listener.history.length === 0;
  const minutes = wishes.minutes ?? 10;
  const offered = content.routines
    .filter((routine) => routine.offered === 'default' || (newcomer && routine.offered === 'first'))
    .sort((a, b) => Math.abs(a.minutes - minutes) - Math.abs(b.minutes - minutes) || rank(b) - rank(a));
  const [best] = offered;
  if (!best) throw new Error('Content offers no routine');
  return best;
};

const rank = (routine: Routine): number => (routine.offered === 'first' ? 1 : 0);

const alone = (exercise: ExerciseId): Routine => ({
  id: exercise,
  minutes: 5,
  needs: [],
  byName: true,
  steps: [{ exercise }],
});
