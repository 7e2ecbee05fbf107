import type { services } from 'ask-sdk-model';
import { daysOfWeek, type Weekday } from '../routine/events.ts';
import { dateOf, dayAfter, type LocalMinute, weekdayOf } from './localTime.ts';

type Recurrence = services.reminderManagement.Recurrence;

/**
 * Amazon's rules for these days at this time. One for each day: several days in one rule are documented nowhere, several
 * rules are.
 */
export const rulesFor = (days: readonly Weekday[], time: string): string[] => {
  const [hour, minute] = time.split(':').map(Number);
  const at = `BYHOUR=${hour};BYMINUTE=${minute};BYSECOND=0;INTERVAL=1;`;
  return days.length === daysOfWeek.length
    ? [`FREQ=DAILY;${at}`]
    : days.map((day) => `FREQ=WEEKLY;BYDAY=${day.toUpperCase().slice(0, 2)};${at}`);
};

/** On which days it recurs, in rules or in the fields they came after; none: it rings once. */
export const daysIn = ({ freq, byDay = [], recurrenceRules = [] }: Recurrence = {}): readonly Weekday[] => {
  if (freq === 'DAILY' || recurrenceRules.some((rule) => rule.includes('FREQ=DAILY'))) return daysOfWeek;
  const named = [...byDay, ...recurrenceRules.flatMap((rule) => /BYDAY=([A-Z,]+)/.exec(rule)?.[1]?.split(',') ?? [])];
  return daysOfWeek.filter((day) => named.some((two) => day.startsWith(two.toLowerCase())));
};

/** At what time of day its rules ring; undefined where they do not say. */
export const timeIn = ({ recurrenceRules: [rule = ''] = [] }: Recurrence = {}): string | undefined => {
  const [hour, minute = '0'] = ['BYHOUR', 'BYMINUTE'].map((part) => new RegExp(`${part}=(\\d+)`).exec(rule)?.[1]);
  return hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
};

/** When it is that time next on one of these days. */
export const nextOn = (here: LocalMinute, time: string, days: readonly Weekday[]): LocalMinute => {
  let date = dateOf(here);
  while (!days.includes(weekdayOf(date)) || `${date}T${time}` <= here) date = dayAfter(date);
  return `${date}T${time}`;
};
