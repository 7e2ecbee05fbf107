import type { Intent } from 'ask-sdk-model';
import type { Side } from '../routine/exercise.ts';

/** What was said for a slot; an empty one may arrive blank. Of Amazon's own types: Amazon's reading of it. */
export const valueOf = (intent: Intent, slot: string): string | undefined => {
  const value = intent.slots?.[slot]?.value?.trim();
  return value === undefined || value === '' ? undefined : value;
};

/**
 * The id that Alexa resolved a slot to. Never the words that were said: the values of a slot are a hint to Alexa, not a
 * list she keeps to, and a slot may arrive blank.
 */
export const idOf = (intent: Intent, slot: string): string | undefined => {
  const resolutions = intent.slots?.[slot]?.resolutions?.resolutionsPerAuthority ?? [];
  const match = resolutions.find(({ status }) => status.code === 'ER_SUCCESS_MATCH');
  return match?.values?.[0]?.value.id;
};

/** Whether this id of a side names one; "the other side" does not. */
export const isSide = (id: string | undefined): id is Side => id === 'left' || id === 'right' || id === 'both';

/** A whole number of AMAZON.NUMBER, which sends "?" for what it could not read. */
export const numberOf = (intent: Intent, slot: string): number | undefined => {
  const value = valueOf(intent, slot);
  return value !== undefined && /^\d{1,3}$/.test(value) ? Number(value) : undefined;
};
