import type { Echo } from './device.ts';
import { wakes } from './wakeWord.ts';

/** How far into a speech somebody barges in who did not say when. */
const usualBargeIn = 20_000;

/**
 * When a person says these words: with "alexa" 20 s into the speech, or at the given second of it; without, and where
 * a goodbye or a shorter speech is being spoken, at its end, where the microphone opens.
 */
export const momentToSay = (echo: Echo, words: string, atSecond?: number): number => {
  const { stage } = echo;
  if (stage.kind !== 'speaking') return echo.now;
  if (atSecond !== undefined) return stage.from + atSecond * 1000;
  const bargesIn = wakes(words) && echo.open;
  return Math.min(stage.quietAt, bargesIn ? stage.from + usualBargeIn : Infinity);
};
