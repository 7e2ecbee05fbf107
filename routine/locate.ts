import type { Instant, Seconds } from './exercise.ts';
import type { Block, Mark, Place } from './listener.ts';

/**
 * Where somebody surely was `elapsed` seconds after a block was sent: the last place whose mark has passed. Marks
 * stand at the slow bound, so this errs backwards; a negative time is the start. Throws on a block without marks.
 */
export const locate = (marks: readonly Mark[], elapsed: Seconds): Place | 'end' => {
  const passed = marks.filter(({ at }) => at <= elapsed).at(-1) ?? marks[0];
  if (!passed) throw new Error('A block without marks');
  return passed.place;
};

/** The second by which a block has surely been heard to its end. */
export const slowEnd = (marks: readonly Mark[]): Seconds => marks.at(-1)?.at ?? 0;

/** The moment by which it surely has. */
export const blockEnd = ({ sentAt, marks }: Block): Instant => sentAt + Math.ceil(slowEnd(marks) * 1000);
