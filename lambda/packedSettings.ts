import type { ExerciseId } from '../routine/exercise.ts';
import type { Preferences } from '../routine/listener.ts';
import { entry, fromBase36, groups, inBase36 } from './packing.ts';

// The format is described at the top of record.ts.

type Settings = Pick<
  Preferences,
  'pace' | 'rests' | 'holds' | 'getReady' | 'words' | 'runThrough' | 'never' | 'goal' | 'notches'
>;
/** What stands for no notch, so that three up and three down are one digit. */
const usual = 3;
const tuned = ['pace', 'rests', 'holds', 'getReady'] as const;

const digitOf = (notches: Settings['notches'] = {}, exercise: ExerciseId): string =>
  Object.hasOwn(notches, exercise) ? String((notches[exercise] ?? 0) + usual) : '-';

const notchesIn = (digits: string, exercises: readonly ExerciseId[]): NonNullable<Settings['notches']> =>
  Object.fromEntries(
    Array.from(digits).flatMap((digit, i) =>
      digit === '-' ? [] : [[entry(exercises, i), Number(digit) - usual] as const],
    ),
  );

/** What a person chose for good, `exercises` being the list that ids are looked up in; nothing where nothing was. */
export const packSettings = (settings: Settings, exercises: readonly ExerciseId[]): string | undefined => {
  const notches = tuned.map((key) => (settings[key] === undefined ? '-' : String(settings[key] + 2))).join('');
  const packed = [
    notches,
    settings.words?.charAt(0) ?? '',
    settings.runThrough === undefined ? '' : settings.runThrough ? 1 : 0,
    settings.goal ?? '',
    settings.never?.map((exercise) => inBase36(exercises.indexOf(exercise))).join('') ?? '',
    exercises
      .map((exercise) => digitOf(settings.notches, exercise))
      .join('')
      .replace(/-+$/, ''),
  ].join('|');
  return packed === '----|||||' ? undefined : packed;
};

/** Throws a RangeError where it cannot be read. */
export const unpackSettings = (text: unknown, exercises: readonly ExerciseId[]): Settings => {
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
