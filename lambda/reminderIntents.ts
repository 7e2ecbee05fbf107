import type { Intent, Request } from 'ask-sdk-model';
import { daysOfWeek, type Weekday } from '../routine/events.ts';
import type { ReminderWish } from './reminders.ts';
import { idOf, valueOf } from './slots.ts';

/** "Every morning at eight", "every evening": when no time is said, a time that fits. */
const partsOfDay: Readonly<Record<string, { readonly usual: string; readonly afternoon: boolean }>> = {
  morning: { usual: '08:00', afternoon: false },
  afternoon: { usual: '15:00', afternoon: true },
  evening: { usual: '18:00', afternoon: true },
  night: { usual: '20:00', afternoon: true },
};
/** AMAZON.TIME without an hour. */
const ranges: Readonly<Record<string, string>> = { MO: 'morning', AF: 'afternoon', EV: 'evening', NI: 'night' };

/** Every day of these; a part of the day means all of them. */
const daysOf = (id: string | undefined): readonly Weekday[] => {
  if (id === undefined) return [];
  if (id === 'weekday') return daysOfWeek.slice(0, 5);
  if (id === 'weekend') return daysOfWeek.slice(5);
  const one = daysOfWeek.filter((day) => day === id);
  return one.length > 0 ? one : daysOfWeek;
};

/** "Every Monday, Wednesday and Friday": the first with its "every", the others after it. */
const daysIn = (intent: Intent): readonly Weekday[] => {
  const said = ['daily', 'second', 'third', 'fourth'].flatMap((slot) => daysOf(idOf(intent, slot)));
  return daysOfWeek.filter((day) => said.includes(day));
};

const inAfternoon = (time: string): string => {
  const hour = Number(time.slice(0, 2));
  return hour < 12 ? `${hour + 12}${time.slice(2)}` : time;
};

/** The time said; "in the evening" alone and "every evening" name one as well. */
const timeOf = (said: string | undefined, often: string | undefined): string | undefined => {
  const part = often === undefined ? undefined : partsOfDay[often];
  if (said !== undefined && /^\d\d:\d\d$/.test(said)) return part?.afternoon ? inAfternoon(said) : said;
  const range = said === undefined ? undefined : ranges[said];
  return (range === undefined ? part : partsOfDay[range])?.usual;
};

const dateOf = (said: string | undefined): string | undefined =>
  said !== undefined && /^\d{4}-\d\d-\d\d$/.test(said) ? said : undefined;

const wished =
  (kind: ReminderWish['kind']) =>
  (intent: Intent): ReminderWish => {
    const often = idOf(intent, 'daily');
    const time = timeOf(valueOf(intent, 'time'), often);
    const date = dateOf(valueOf(intent, 'date'));
    return { kind, ...(time ? { time } : {}), ...(date ? { date } : {}), every: daysIn(intent) };
  };

/** Intents about reminders, and what is wished for. They are carried out before the routine hears of them. */
export const reminderMeanings: Readonly<Record<string, (intent: Intent) => ReminderWish>> = {
  RemindIntent: wished('set'),
  ChangeReminderIntent: wished('change'),
  ListRemindersIntent: () => ({ kind: 'list', every: [] }),
  CancelRemindersIntent: () => ({ kind: 'cancel', every: [] }),
  ReminderTimeIntent: wished('set'),
};

/**
 * What a request wishes about reminders, if it is about them. A bare time ("eight", "at half past seven") sets one only
 * where a time was `asked` for: elsewhere it may be anything.
 */
export const reminderWish = (request: Request, asked = false): ReminderWish | undefined => {
  if (request.type !== 'IntentRequest') return undefined;
  const { intent } = request;
  if (!Object.hasOwn(reminderMeanings, intent.name) || (intent.name === 'ReminderTimeIntent' && !asked))
    return undefined;
  return reminderMeanings[intent.name]?.(intent);
};
