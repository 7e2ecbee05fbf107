import { daysOfWeek, type Weekday } from '../routine/events.ts';
import type { Instant } from '../routine/exercise.ts';

/** A minute as the clocks of one place show it: '2026-11-25T08:00'. Two of them compare as text. */
export type LocalMinute = string;

/** What the clocks of a time zone show. Throws a RangeError for a zone that nobody knows. */
export const localMinute = (now: Instant, timeZone: string): LocalMinute =>
  // Swedes write dates as ISO 8601 does.
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(now).replace(' ', 'T');

export const dateOf = (minute: LocalMinute): string => minute.slice(0, 10);
export const timeOf = (minute: LocalMinute): string => minute.slice(11, 16);

/** The date after a date. */
export const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** What day of the week a date is. */
export const weekdayOf = (date: string): Weekday =>
  // Days are counted from Sunday, our week from Monday.
  daysOfWeek[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'monday';

/** '07:00' as '19:00'; what is past noon has no other half of the day. */
const inTheEvening = (time: string): string | undefined => {
  const hour = Number(time.slice(0, 2));
  return hour < 12 ? `${hour + 12}${time.slice(2)}` : undefined;
};

/**
 * When it is that time next; on that date, if one was named and it is not over. "Today at seven" after seven in the
 * morning is this evening.
 */
export const nextAt = (here: LocalMinute, time: string, date?: string): LocalMinute => {
  const today = dateOf(here);
  const named = `${date ?? today}T${time}`;
  if (named > here) return named;
  const evening = `${today}T${inTheEvening(time) ?? time}`;
  if (date === today && evening > here) return evening;
  return time > timeOf(here) ? `${today}T${time}` : `${dayAfter(today)}T${time}`;
};
