import type { ExerciseId, RoutineId } from '../routine/exercise.ts';
import type { Listener } from '../routine/listener.ts';
import { fromBase36, groups, id, inBase36, parts } from './packing.ts';

// The format is described at the top of record.ts.

type Counts = Listener['completed'];

/** The exercises an item speaks of, each with how often it was completed. */
export const packCounts = (completed: Counts, exercises: readonly ExerciseId[]): string =>
  exercises
    .map((exercise) => {
      const count = Object.hasOwn(completed, exercise) ? completed[exercise] : undefined;
      return (count === undefined ? '..' : String(Math.min(count, 99)).padStart(2, '0')) + exercise;
    })
    .join(',');

/** Throws a RangeError where it cannot be read. */
export const unpackCounts = (text: unknown): { exercises: readonly ExerciseId[]; completed: Counts } => {
  const counted = parts(text).map((part) => groups(part, `(\\d\\d|\\.\\.)(${id})`));
  return {
    exercises: counted.map((group) => group(2)),
    completed: Object.fromEntries(
      counted.filter((group) => group(1) !== '..').map((group) => [group(2), Number(group(1))]),
    ),
  };
};

const sharedLength = (one: string, other: string): number => {
  let length = 0;
  while (length < Math.min(one.length, other.length, 35) && one[length] === other[length]) length++;
  return length;
};

/** Complete sessions of each routine; a name is written from where it differs from the one before. */
export const packRoutines = (counts: Listener['completeSessions']): string =>
  Object.keys(counts)
    .sort()
    .map((routine, index, all) => {
      const shared = sharedLength(routine, all[index - 1] ?? '');
      return `${Math.min(counts[routine] ?? 0, 9)}${inBase36(shared)}${routine.slice(shared)}`;
    })
    .join(',');

/** Throws a RangeError where it cannot be read. */
export const unpackRoutines = (text: unknown): Listener['completeSessions'] => {
  let before: RoutineId = '';
  return Object.fromEntries(
    parts(text).map((part) => {
      const group = groups(part, '(\\d)([0-9a-z])([\\w-]*)');
      before = groups(before.slice(0, fromBase36(group(2))) + group(3), id)(0);
      return [before, Number(group(1))];
    }),
  );
};
