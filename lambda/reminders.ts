import type { services } from 'ask-sdk-model';
import type { Reminder, ReminderResult } from '../routine/events.ts';
import type { Instant } from '../routine/exercise.ts';
import type { Content } from '../routine/words.ts';
import { phrase } from '../routine/phrases.ts';
import { dateOf, dayAfter, localMinute, type LocalMinute, nextAt, timeOf } from './localTime.ts';

type StoredReminder = services.reminderManagement.Reminder;

/** What was asked for about reminders: times as '08:00', dates as '2026-11-25', both of the device's place. */
export interface ReminderWish {
  readonly kind: 'set' | 'change' | 'list' | 'cancel';
  readonly time?: string | undefined;
  readonly date?: string | undefined;
  readonly daily: boolean;
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

const requestFor = (content: Content, due: LocalMinute, daily: boolean, here: LocalMinute, timeZoneId: string) => {
  const scheduledTime = `${due}:00.000`;
  const [hour, minute] = timeOf(due).split(':').map(Number);
  const recurrenceRules = [`FREQ=DAILY;BYHOUR=${hour};BYMINUTE=${minute};BYSECOND=0;INTERVAL=1;`];
  return {
    requestTime: `${here}:00.000`,
    trigger: {
      type: 'SCHEDULED_ABSOLUTE',
      scheduledTime,
      timeZoneId,
      ...(daily ? { recurrence: { startDateTime: scheduledTime, recurrenceRules } } : {}),
    },
    alertInfo: { spokenInfo: { content: [{ locale: content.locale, text: phrase(content, 'reminderText') }] } },
    pushNotification: { status: 'ENABLED' },
  } satisfies services.reminderManagement.ReminderRequest;
};

const told = (due: LocalMinute, daily: boolean, here: LocalMinute): Reminder => {
  const [at, date] = [timeOf(due), dateOf(due)];
  if (daily) return { at, every: 'day' };
  const day = date === dateOf(here) ? 'today' : date === dayAfter(dateOf(here)) ? 'tomorrow' : undefined;
  return { at, every: 'once', date, ...(day ? { day } : {}) };
};

const repeats = ({ trigger }: StoredReminder): boolean => {
  const { recurrence } = trigger ?? {};
  return recurrence?.freq !== undefined || (recurrence?.recurrenceRules?.length ?? 0) > 0;
};

/** When it rings next, or rang first: a rule says the time of day, else the trigger does. */
const dueOf = ({ trigger }: StoredReminder): LocalMinute => {
  const due = String(trigger?.scheduledTime ?? trigger?.recurrence?.startDateTime).slice(0, 16);
  const rule = trigger?.recurrence?.recurrenceRules?.[0] ?? '';
  const [hour, minute] = ['BYHOUR', 'BYMINUTE'].map((part) => new RegExp(`${part}=(\\d+)`).exec(rule)?.[1]);
  return hour === undefined ? due : `${dateOf(due)}T${hour.padStart(2, '0')}:${(minute ?? '0').padStart(2, '0')}`;
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
    const sorted = all.map((one) => told(dueOf(one), repeats(one), here)).sort((a, b) => (a.at < b.at ? -1 : 1));
    return { did: 'listed', reminders: sorted };
  }
  if (wish.time === undefined) return { did: 'needsTime' };

  const due = nextAt(here, wish.time, wish.date);
  if (wish.kind === 'set') {
    await reminders.createReminder(requestFor(content, due, wish.daily, here, timeZone));
    return { did: 'set', ...told(due, wish.daily, here) };
  }
  const [newest] = all.sort((a, b) => (String(a.createdTime) > String(b.createdTime) ? -1 : 1));
  if (newest?.alertToken === undefined) return { did: 'none' };
  const daily = wish.daily || (repeats(newest) && wish.date === undefined);
  await reminders.updateReminder(newest.alertToken, requestFor(content, due, daily, here, timeZone));
  return { did: 'changed', ...told(due, daily, here) };
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
  if ((wish.kind === 'set' || wish.kind === 'change') && wish.time === undefined) return { did: 'needsTime' };
  try {
    return await inTime(carriedOut(wish, alexa, content, now));
  } catch (error) {
    const did = refusal(error);
    // Without permission there never was one.
    return did === 'asksPermission' && wish.kind !== 'set' ? { did: 'none' } : { did };
  }
};
