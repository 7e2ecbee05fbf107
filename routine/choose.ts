import type { Whereabouts } from './events.ts';
import type { ExerciseId, Routine, RoutineId, Side } from './exercise.ts';
import type { Listener } from './listener.ts';
import type { Content } from './words.ts';

/** What a person asked for; nothing at all gives the routine that is offered. */
export interface Wanted {
  readonly routine?: RoutineId | undefined;
  readonly exercise?: ExerciseId | undefined;
  readonly minutes?: number | undefined;
  readonly position?: Whereabouts | undefined;
  readonly nothingToFetch?: boolean | undefined;
  /** The side it is for, where that was said in the same breath. */
  readonly side?: Side | undefined;
  /** Exercises done just before: they are not offered again. */
  readonly done?: readonly ExerciseId[] | undefined;
}

/** What is wanted after another wish. Minutes or a position ask for another routine than the one that was named. */
export const together = ({ routine, exercise, ...before }: Wanted, wanted: Wanted): Wanted => ({
  ...(wanted.minutes === undefined && wanted.position === undefined ? { routine, exercise } : {}),
  ...before,
  ...wanted,
});

const usualMinutes = 10;

/**
 * The routine that fits the wishes best: one by name, an exercise alone, else the offered ones or, where a position or
 * nothing to fetch was asked for, all that are as asked; of those the nearest in length. The first session has its
 * own. Throws where content offers nothing.
 */
export const choose = (content: Content, wanted: Wanted, listener: Listener): Routine => {
  const named = content.routines.find(({ id }) => id === wanted.routine);
  if (named) return named;
  if (wanted.exercise && content.exercises[wanted.exercise]) return alone(wanted.exercise);

  const newcomer = listener.totals.sessions === 0 && listener.history.length === 0;
  const particular = wanted.position !== undefined || wanted.nothingToFetch === true;
  const standing = wanted.position && (wanted.position === 'standing' ? 'standing' : 'floor');
  const asked = content.routines.filter(
    (routine) =>
      !routine.byName &&
      (!standing || routine.position === standing) &&
      (!(wanted.nothingToFetch || wanted.position === 'bed') || routine.needs.length === 0),
  );
  const offered = content.routines.filter(({ offered }) => offered === 'default' || (newcomer && offered === 'first'));
  const minutes = wanted.minutes ?? usualMinutes;
  const [best] = (particular && asked.length > 0 ? asked : offered).toSorted(
    (a, b) => Math.abs(a.minutes - minutes) - Math.abs(b.minutes - minutes) || rank(b) - rank(a),
  );
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
