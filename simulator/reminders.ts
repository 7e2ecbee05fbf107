import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** What a skill asks for: its part of a reminder, as Amazon documents it. */
interface ReminderRequest {
  readonly requestTime?: string;
  readonly trigger?: {
    readonly type?: string;
    readonly scheduledTime?: string;
    readonly timeZoneId?: string;
    readonly recurrence?: { readonly startDateTime?: string; readonly recurrenceRules?: readonly string[] };
  };
  readonly alertInfo?: {
    readonly spokenInfo?: { readonly content?: readonly { readonly locale?: string; readonly text?: string }[] };
  };
  readonly pushNotification?: { readonly status?: string };
}

/** A reminder as Amazon tells it. */
export interface AlexaReminder extends ReminderRequest {
  readonly alertToken: string;
  readonly createdTime: string;
  readonly updatedTime: string;
  readonly status: 'ON' | 'COMPLETED';
  readonly version: string;
}

interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

const refused = (code: string, message: string): Reply => ({ status: 400, body: { code, message } });

/** Without a zone: '2026-11-25T08:00:00.000'. */
const localTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?$/;

/** A rule of a day or of every day. Several days in one rule are refused: whether Amazon takes them is not known. */
const taken = /^FREQ=(?:DAILY|WEEKLY;BYDAY=(?:MO|TU|WE|TH|FR|SA|SU));BYHOUR=\d+;BYMINUTE=\d+;BYSECOND=0;INTERVAL=\d+;$/;

/** What Amazon refuses a request for; undefined: nothing. */
const wrong = (request: ReminderRequest, now: number): Reply | undefined => {
  const { trigger, alertInfo, pushNotification } = request;
  if (trigger?.type !== 'SCHEDULED_ABSOLUTE') return refused('INVALID_TRIGGER_TYPE', 'Trigger type is invalid');
  const { scheduledTime = '', timeZoneId, recurrence } = trigger;
  const times = recurrence ? [scheduledTime, recurrence.startDateTime ?? scheduledTime] : [scheduledTime];
  if (!times.every((time) => localTime.test(time))) {
    return refused('INVALID_TRIGGER_SCHEDULED_TIME_FORMAT', 'Scheduled time is no local time');
  }
  let here: string;
  try {
    here = new Intl.DateTimeFormat('sv-SE', { timeZone: timeZoneId, dateStyle: 'short', timeStyle: 'medium' }).format(
      now,
    );
  } catch {
    return refused('INVALID_TRIGGER_TIME_ZONE', 'Time zone is invalid');
  }
  if (!recurrence && scheduledTime.slice(0, 19) <= here.replace(' ', 'T')) {
    return refused('TRIGGER_SCHEDULED_TIME_IN_PAST', 'Scheduled time is over');
  }
  if (recurrence && !recurrence.recurrenceRules?.every((rule) => taken.test(rule))) {
    return refused('UNSUPPORTED_TRIGGER_RECURRENCE', 'Recurrence is not supported');
  }
  const content = alertInfo?.spokenInfo?.content ?? [];
  if (content.length === 0 || !content.every(({ locale, text }) => locale && text)) {
    return refused('INVALID_ALERT_INFO', 'Nothing to say');
  }
  if (!/^(?:EN|DIS)ABLED$/.test(pushNotification?.status ?? ''))
    return refused('INVALID_PUSH_NOTIFICATION', 'No status');
  return undefined;
};

/** The reminders that a skill has set for an account, in a file where one is given. */
export class Reminders {
  readonly #file: string | undefined;
  readonly #most: number;
  #all: AlexaReminder[];

  constructor({ file, most = 250 }: { file?: string; most?: number }) {
    this.#file = file;
    this.#most = most;
    this.#all =
      file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as AlexaReminder[]) : [];
  }

  get all(): readonly AlexaReminder[] {
    return this.#all;
  }

  #keep(all: readonly AlexaReminder[]): void {
    this.#all = [...all];
    if (this.#file !== undefined) writeFileSync(this.#file, `${JSON.stringify(all, undefined, 2)}\n`);
  }

  #written(body: string, now: number, before?: AlexaReminder): Reply | AlexaReminder {
    const request = JSON.parse(body) as ReminderRequest;
    const refusal = wrong(request, now);
    if (refusal) return refusal;
    const updatedTime = new Date(now).toISOString();
    const { alertToken = randomUUID(), createdTime = updatedTime, version = '0' } = before ?? {};
    return { ...request, alertToken, createdTime, updatedTime, status: 'ON', version: String(Number(version) + 1) };
  }

  #told(one: AlexaReminder): Reply {
    const { alertToken, createdTime, updatedTime, status, version } = one;
    const href = `/v1/alerts/reminders/${alertToken}`;
    return { status: 200, body: { alertToken, createdTime, updatedTime, status, version, href } };
  }

  create(body: string, now: number): Reply {
    if (this.#all.length >= this.#most) {
      return { status: 403, body: { code: 'MAX_REMINDERS_EXCEEDED', message: 'Too many reminders' } };
    }
    const made = this.#written(body, now);
    if (!('alertToken' in made)) return made;
    this.#keep([...this.#all, made]);
    return this.#told(made);
  }

  update(before: AlexaReminder, body: string, now: number): Reply {
    const made = this.#written(body, now, before);
    if (!('alertToken' in made)) return made;
    this.#keep(this.#all.map((one) => (one === before ? made : one)));
    return this.#told(made);
  }

  delete(reminder: AlexaReminder): Reply {
    this.#keep(this.#all.filter((one) => one !== reminder));
    return { status: 200 };
  }
}
