import type { services } from 'ask-sdk-model';
import type { Reminder, ReminderResult, Weekday } from '../routine/events.ts';
import type { Instant } from '../routine/exercise.ts';
import type { Content } from '../routine/words.ts';
import { phrase } from '../routine/phrases.ts';
import { dateOf, dayAfter, localMinute, type LocalMinute, nextAt, timeOf } from './localTime.ts';
import { daysIn, nextOn, rulesFor, timeIn } from './recurrence.ts';

type StoredReminder = services.reminderManagement.Reminder;

/** What was asked for about reminders: times as '08:00', dates as '2026-11-25', both of the device's place. */
export interface ReminderWish {
  readonly kind: 'set' | 'change' | 'list' | 'cancel';
  readonly time?: string | undefined;
  readonly date?: string | undefined;
  /** On which days it is to recur; none: once. */
  readonly every: readonly Weekday[];
}

/** Amazon's API for the account and the device that a request came from. */
export interface AlexaServices {
  readonly factory: services.ServiceClientFactory;
  readonly deviceId: string;
}

/** All calls for one wish together, in milliseconds. */
const deadline = 2000;

const inTime = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('the reminders are late')), deadline);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** What an error of the API means to the person. */
const refusal = (error: unknown): 'asksPermission' | 'unsupported' | 'tooMany' | 'down' => {
  const { statusCode, response } = error as { statusCode?: number; response?: { code?: unknown } };
  const code = String(response?.code);
  if (/MAX_REMINDERS/.test(code)) return 'tooMany';
  if (/DEVICE/.test(code)) return 'unsupported';
  if (statusCode === 401 || /PERMISSION|UNAUTHORIZED/.test(code)) return 'asksPermission';
  // In Amazon's own samples, a device that keeps no reminders.
  return statusCode === 403 ? 'unsupported' : 'down';
};

/** When a reminder is to ring. */
interface When {
  /** The first time. */
  readonly due: LocalMinute;
  readonly every: readonly Weekday[];
}

const whenever = (here: LocalMinute, time: string, every: readonly Weekday[], date?: string): When => ({
  due: every.length > 0 ? nextOn(here, time, every) : nextAt(here, time, date),
  every,
});

const requestFor = (content: Content, { due, every }: When, here: LocalMinute, timeZoneId: string) => {
  const scheduledTime = `${due}:00.000`;
  const recurrence = { startDateTime: scheduledTime, recurrenceRules: rulesFor(every, timeOf(due)) };
  return {
    requestTime: `${here}:00.000`,
    trigger: { type: 'SCHEDULED_ABSOLUTE', scheduledTime, timeZoneId, ...(every.length > 0 ? { recurrence } : {}) },
    alertInfo: { spokenInfo: { content: [{ locale: content.locale, text: phrase(content, 'reminderText') }] } },
    pushNotification: { status: 'ENABLED' },
  } satisfies services.reminderManagement.ReminderRequest;
};

const told = ({ due, every }: When, here: LocalMinute): Reminder => {
  const [at, date] = [timeOf(due), dateOf(due)];
  if (every.length > 0) return { at, every };
  const day = date === dateOf(here) ? 'today' : date === dayAfter(dateOf(here)) ? 'tomorrow' : undefined;
  return { at, every, date, ...(day ? { day } : {}) };
};

/** When it rings next, or rang first: a rule says the time of day, else the trigger does. */
const whenOf = ({ trigger }: StoredReminder): When => {
  const { scheduledTime, recurrence } = trigger ?? {};
  const due = String(scheduledTime ?? recurrence?.startDateTime).slice(0, 16);
  const time = timeIn(recurrence);
  return { due: time === undefined ? due : `${dateOf(due)}T${time}`, every: daysIn(recurrence) };
};

/** What is not said anew stays: the time, and the day or the days. */
const moved = ({ due, every }: When, wish: ReminderWish, here: LocalMinute): When => {
  const time = wish.time ?? timeOf(due);
  if (wish.date !== undefined || wish.every.length > 0) return whenever(here, time, wish.every, wish.date);
  return whenever(here, time, every, dateOf(due));
};

const carriedOut = async (
  wish: ReminderWish,
  { factory, deviceId }: AlexaServices,
  content: Content,
  now: Instant,
): Promise<ReminderResult> => {
  const reminders = factory.getReminderManagementServiceClient();
  /** Amazon gives a skill only those it has set itself. */
  const ours = async () => ((await reminders.getReminders()).alerts ?? []).filter(({ status }) => status === 'ON');
  const [timeZone, all] = await Promise.all([
    wish.kind === 'cancel' ? undefined : factory.getUpsServiceClient().getSystemTimeZone(deviceId),
    wish.kind === 'set' ? [] : ours(),
  ]);

  if (wish.kind === 'cancel') {
    await Promise.all(all.map(({ alertToken = '' }) => reminders.deleteReminder(alertToken)));
    return { did: 'cancelled', count: all.length };
  }
  // A device that was never told where it is has none, and Amazon answers with nothing.
  if (!timeZone) return { did: 'down' };
  const here = localMinute(now, timeZone);
  if (wish.kind === 'list') {
    const sorted = all.map((one) => told(whenOf(one), here)).sort((a, b) => (a.at < b.at ? -1 : 1));
    return { did: 'listed', reminders: sorted };
  }
  if (wish.kind === 'set') {
    const when = whenever(here, wish.time ?? '', wish.every, wish.date);
    await reminders.createReminder(requestFor(content, when, here, timeZone));
    return { did: 'set', ...told(when, here) };
  }
  const [newest] = all.sort((a, b) => (String(a.createdTime) > String(b.createdTime) ? -1 : 1));
  if (newest?.alertToken === undefined) return { did: 'none' };
  const when = moved(whenOf(newest), wish, here);
  await reminders.updateReminder(newest.alertToken, requestFor(content, when, here, timeZone));
  return { did: 'changed', ...told(when, here) };
};

/** Whether a wish says too little: a change to another day keeps the time there was. */
const lacksTime = ({ kind, time, date, every }: ReminderWish): boolean => {
  if (time !== undefined) return false;
  return kind === 'set' || (kind === 'change' && date === undefined && every.length === 0);
};

/**
 * Does with Alexa's reminders what was asked for: sets one, moves the newest, tells or cancels all of ours. Never
 * throws: whatever goes wrong is a result too. `asksPermission` is only said, not done.
 */
export const carryOut = async (
  wish: ReminderWish,
  alexa: AlexaServices,
  content: Content,
  now: Instant,
): Promise<ReminderResult> => {
  if (lacksTime(wish)) return { did: 'needsTime' };
  try {
    return await inTime(carriedOut(wish, alexa, content, now));
  } catch (error) {
    const did = refusal(error);
    // Without permission there never was one.
    return did === 'asksPermission' && wish.kind !== 'set' ? { did: 'none' } : { did };
  }
};
