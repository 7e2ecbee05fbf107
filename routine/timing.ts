import type { Seconds } from './exercise.ts';
import type { Preferences } from './listener.ts';

/** How a person wants the silences between the words: factors to the seconds that content gives. */
export interface Timing {
  /** Of seconds to do a line in, and to change position. */
  readonly move: number;
  /** Of rests between sets. */
  readonly rest: number;
  /** Of seconds to get ready. */
  readonly ready: number;
}

export const usualTiming: Timing = { move: 1, rest: 1, ready: 1 };

/** Notches go this far either way. */
export const mostTuned = 2;

const longer = [0.5, 0.75, 1, 1.5, 2];
const factor = (notches = 0): number => longer[notches + mostTuned] ?? 1;

/** Silences as a person asked for them: "slower", "longer rests", "longer to get ready". */
export const timingOf = ({ pace, rests, getReady }: Preferences): Timing => ({
  move: factor(pace),
  rest: factor(rests),
  ready: factor(getReady),
});

/** Seconds to the nearest half: content counts in whole ones. */
export const stretched = (seconds: Seconds, by: number): Seconds => Math.round(seconds * by * 2) / 2;
