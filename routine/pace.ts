import type { Seconds } from './exercise.ts';
import type { Pace } from './words.ts';

/** A device speaks at most this much slower than the model… */
export const slowest = 1.3;
/** … and at most this much faster. */
export const fastest = 0.75;
/** From the request's timestamp to the first word, at most. */
export const longestDelay: Seconds = 3;

/** Seconds a device is expected to take to say `text`; 0 for no text. The coefficients come from `npm run pace`. */
export const speechSeconds = (text: string, pace: Pace): Seconds => {
  const words = text.match(/[\p{L}\p{N}'’-]+/gu);
  if (!words) return 0;
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const commas = text.match(/[,:;]/g)?.length ?? 0;
  const stops = (text.match(/[.?!]/g)?.length ?? 1) - 1;
  return (
    pace.factor *
    (pace.perPhrase +
      pace.perWord * words.length +
      pace.perLetter * letters +
      pace.perComma * commas +
      pace.perStop * Math.max(0, stops))
  );
};

/** Seconds of the voice's own pause between two sentences. */
export const sentencePause = (pace: Pace): Seconds => pace.factor * pace.perStop;
