import type { interfaces, RequestEnvelope } from 'ask-sdk-model';
import type { Event, ReminderResult } from '../routine/events.ts';
import type { Content } from '../routine/words.ts';
import { eventOf } from './intents.ts';
import { consentIn, maySetReminders, type Pending, pendingIn } from './permission.ts';
import { reminderWish } from './reminderIntents.ts';
import { type AlexaServices, carryOut, type ReminderWish } from './reminders.ts';

/** What a request means to the routine, and what became of it on the way. */
export interface Heard {
  readonly event: Event;
  /** Opened its Alexa session; after a question of Alexa's own, whether the wish before it had. */
  readonly opens: boolean;
  /** A reminder that lacks its time; what is said next may tell it. */
  readonly lacksTime?: ReminderWish;
  /** A reminder that lacks the permission: Alexa is to ask for it. */
  readonly lacksPermission?: ReminderWish;
  /** Alexa was told no, and sent no card that says how to change one's mind. */
  readonly wantsCard?: boolean;
  /** Who it was that waited for Alexa's question to be answered, and what was talked about. */
  readonly waited?: Pick<Pending, 'key' | 'guest' | 'talk'>;
}

interface Hearing {
  readonly content: Content;
  readonly envelope: RequestEnvelope;
  /** Amazon's API; absent where it cannot be called. */
  readonly alexa: AlexaServices | undefined;
  /** What was lacking its time before. */
  readonly lackedTime: ReminderWish | undefined;
}

const reminded = (result: ReminderResult, opens: boolean): Event => ({
  kind: 'wish',
  wish: 'reminder',
  result,
  ...(opens ? { opens } : {}),
});

const tried = ({ alexa, content, envelope }: Hearing, wish: ReminderWish): Promise<ReminderResult> =>
  alexa
    ? carryOut(wish, alexa, content, Date.parse(envelope.request.timestamp))
    : Promise.resolve({ did: 'down' as const });

/** "At eight", asked for a time: what was said before still holds. */
const together = (before: ReminderWish | undefined, now: ReminderWish): ReminderWish => {
  if (!before || now.kind !== 'set') return now;
  const every = now.every.length > 0 ? now.every : before.every;
  return { ...before, time: now.time ?? before.time, date: now.date ?? before.date, every };
};

const wished = async (hearing: Hearing, wish: ReminderWish, opens: boolean): Promise<Heard> => {
  const asks = wish.kind === 'set' && wish.time !== undefined && !maySetReminders(hearing.envelope);
  const result: ReminderResult = asks ? { did: 'asksPermission' } : await tried(hearing, wish);
  return {
    event: reminded(result, opens),
    opens,
    ...(result.did === 'needsTime' ? { lacksTime: wish } : {}),
    ...(result.did === 'asksPermission' ? { lacksPermission: wish } : {}),
  };
};

/** Alexa's question about the permission was answered. */
const answered = async (hearing: Hearing, request: interfaces.connections.ConnectionsResponse): Promise<Heard> => {
  const pending = pendingIn(request);
  if (!pending) return { event: reminded({ did: 'down' }, true), opens: true };
  const { how, shown } = consentIn(request);
  const { wish, opens, ...waited } = pending;
  const found: ReminderResult = how === 'given' ? await tried(hearing, wish) : { did: 'refused' };
  // Alexa is asked once: permission that was given and does not help is an error of hers.
  const lost = how === 'failed' || found.did === 'asksPermission';
  const result: ReminderResult = lost ? { did: 'down' } : found;
  const wantsCard = result.did === 'refused' && !shown;
  return { event: reminded(result, opens), opens, waited, ...(wantsCard ? { wantsCard } : {}) };
};

/** What a request means to the routine. A wish about reminders is carried out on the way: its event tells the result. */
export const hear = (hearing: Hearing): Promise<Heard> => {
  const { request, session } = hearing.envelope;
  const opens = session?.new ?? false;
  if (request.type === 'Connections.Response') return answered(hearing, request);
  const { lackedTime } = hearing;
  const wish = reminderWish(request, lackedTime !== undefined);
  if (wish) return wished(hearing, together(lackedTime, wish), opens);
  return Promise.resolve({ event: eventOf(request, opens), opens });
};
