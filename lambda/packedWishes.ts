import type { ExerciseId } from '../routine/exercise.ts';
import type { Preferences } from '../routine/listener.ts';
import { entry, fromBase36, groups, inBase36 } from './packing.ts';

// The format is described at the top of record.ts.

type Wishes = Omit<Preferences, 'side' | 'secondSide'>;
/** What stands for no notch, so that three up and three down are one digit. */
const usual = 3;
const tuned = ['pace', 'rests', 'holds', 'getReady'] as const;

const digitOf = (notches: Wishes['notches'] = {}, exercise: ExerciseId): string =>
  Object.hasOwn(notches, exercise) ? String((notches[exercise] ?? 0) + usual) : '-';

const notchesIn = (digits: string, exercises: readonly ExerciseId[]): NonNullable<Wishes['notches']> =>
  Object.fromEntries(
    Array.from(digits).flatMap((digit, i) => (digit === '-' ? [] : [[entry(exercises, i), Number(digit) - usual] as const])),
  );

/** What a person wished for good, `exercises` being the list that ids are looked up in; nothing where nothing was. */
export const packWishes = (wishes: Wishes, exercises: readonly ExerciseId[]): string | undefined => {
  const notches = tuned.map((key) => (wishes[key] === undefined ? '-' : String(wishes[key] + 2))).join('');
  const packed = [
    notches,
    wishes.words?.charAt(0) ?? '',
    wishes.runThrough === undefined ? '' : wishes.runThrough ? 1 : 0,
    wishes.goal ?? '',
    wishes.never?.map((exercise) => inBase36(exercises.indexOf(exercise))).join('') ?? '',
    exercises.map((exercise) => digitOf(wishes.notches, exercise)).join('').replace(/-+$/, ''),
  ].join('|');
  return packed === '----|||||' ? undefined : packed;
};

/** Throws a RangeError where it cannot be read. */
export const unpackWishes = (text: unknown, exercises: readonly ExerciseId[]): Wishes => {
  if (text === undefined) return {};
  const group = groups(text, '([-0-4]{4})\\|([lf]?)\\|([01]?)\\|([1-7]?)\\|([0-9a-z]*)\\|((?:[-0-6]*[0-6])?)');
  const notches = tuned.flatMap((key, i) => {
    const notch = group(1).charAt(i);
    return notch === '-' ? [] : [[key, Number(notch) - 2] as const];
  });
  return {
    ...Object.fromEntries(notches),
    ...(group(2) && { words: group(2) === 'l' ? 'less' : 'full' }),
    ...(group(3) && { runThrough: group(3) === '1' }),
    ...(group(4) && { goal: Number(group(4)) }),
    ...(group(5) && { never: Array.from(group(5), (digit) => entry(exercises, fromBase36(digit))) }),
    ...(group(6) && { notches: notchesIn(group(6), exercises) }),
  };
};
