import type { BodySide, Instant } from '../routine/exercise.ts';

/** What is stored of a listener, by attribute name: `S` values as strings, `N` values as numbers. */
export type Item = Readonly<Record<string, unknown>>;

/** An id of an exercise, a form, a routine or a dose, as a pattern. */
export const id = '[\\w-]+';
/** A moment as a pattern; nine digits reach the year 5188. */
export const time = '[0-9a-z]{1,9}';
/** A hash as a pattern: shorter than any id of Amazon's, and without the dots all of those have. */
export const hashed = '[\\w-]{1,16}';

/**
 * The groups of a text; a group that may be missing is an empty string.
 * Throws a RangeError when it is no text, or does not match as a whole. The error holds nothing of what was stored.
 */
export const groups = (text: unknown, pattern: string): ((index: number) => string) => {
  const found = typeof text === 'string' ? new RegExp(`^(?:${pattern})$`).exec(text) : null;
  if (!found) throw new RangeError(`expected ${pattern}`);
  return (index) => found[index] ?? '';
};

/** The entry at an index. Throws a RangeError where there is none. */
export const entry = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new RangeError('expected an entry');
  return found;
};

/** The parts of a comma-separated list; none of an empty text. Throws a RangeError when it is no text. */
export const parts = (text: unknown): readonly string[] => {
  if (typeof text !== 'string') throw new RangeError('expected a list');
  return text === '' ? [] : text.split(',');
};

export const inBase36 = (value: number): string => value.toString(36);
export const fromBase36 = (text: string): number => parseInt(text, 36);

/** A moment that may be missing, to the millisecond. */
export const packTime = (at: Instant | undefined): string => (at === undefined ? '' : inBase36(at));

export const bodySide = (letter: string): BodySide => (letter.toLowerCase() === 'l' ? 'left' : 'right');
