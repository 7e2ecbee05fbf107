import type { Beat } from '../routine/beats.ts';
import type { Seconds } from '../routine/exercise.ts';

/** Alexa refuses a longer break. */
const longestBreakMs = 10_000;

/** Alexa refuses speech over 8,000 characters; blocks stay below this, tags counted. */
export const maxCharacters = 7000;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Whole milliseconds: Alexa does not play a fraction without its unit. */
const breaks = (seconds: Seconds): string => {
  const tags: string[] = [];
  for (let left = Math.round(seconds * 1000); left > 0; left -= longestBreakMs) {
    tags.push(`<break time="${Math.min(left, longestBreakMs)}ms"/>`);
  }
  return tags.join('');
};

/** Beats as Alexa speaks them. The only place where SSML is written and text escaped. */
export const ssml = (beats: readonly Beat[]): string =>
  `<speak>${beats.map(({ text, silence }) => `${escape(text)}${breaks(silence)}`).join(' ')}</speak>`;
