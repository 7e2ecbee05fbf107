import type { Speech } from '../../simulator/speech.ts';
import { transcriptOf, wordsIn } from '../../simulator/transcript.ts';

const silence = /\(\d+(?:\.\d+)? s\)/;

/** The speech as an expectation is compared with it: with its silences only if the expectation writes one. */
export const asCompared = (expected: string, speech: Speech): string =>
  silence.test(expected) ? transcriptOf(speech) : wordsIn(speech);

/** Whether a whole speech is what was expected, "..." being anything. */
export const meets = (expected: string, speech: Speech): boolean => {
  const pieces = expected.replace(/\s+/g, ' ').split(/\.{3}|…/);
  const pattern = pieces.map((piece) => piece.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*');
  return new RegExp(`^${pattern}$`).test(asCompared(expected, speech));
};
