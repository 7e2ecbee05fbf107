import type { RequestEnvelope } from 'ask-sdk-model';
import type { Event } from '../routine/events.ts';
import { running } from '../routine/history.ts';
import type { Instant } from '../routine/exercise.ts';
import { type Listener, newListener } from '../routine/listener.ts';
import { afterUnread } from '../routine/reconcile.ts';
import { newTalk, type Talk } from '../routine/talk.ts';
import { fingerprint, listenerKey } from './fingerprint.ts';
import type { Owed } from './owed.ts';
import type { ReminderWish } from './reminders.ts';
import type { Account, ListenerKey, ListenerStore, Stored } from './store.ts';

/** What travels in the session attributes: so that one read serves the whole Alexa session. */
export interface Attributes {
  readonly listener: Listener;
  readonly talk: Talk;
  /** Whose listener it is: chosen at the first turn of the Alexa session. */
  readonly key: ListenerKey;
  /** Somebody else speaks, for this Alexa session: the listener is theirs, and nothing of it is saved. */
  readonly guest?: boolean | undefined;
  /** Of the owner, while somebody else speaks: what could not be saved yet. */
  readonly owed?: Owed | undefined;
  /** The account's paused session that may be this person's, while they are asked. */
  readonly found?: (Stored & { readonly key: ListenerKey }) | undefined;
  /** A reminder that lacks its time, while it is asked for. */
  readonly reminder?: ReminderWish | undefined;
  /** Of the stored listener this one stands on; absent where nothing is stored. */
  readonly revision?: string | undefined;
  /** The read failed: what is stored is not known yet. */
  readonly unread?: boolean | undefined;
  /** The last write failed: it is tried again at the next turn. */
  readonly unsaved?: boolean | undefined;
  /** Said once that this may not be remembered. */
  readonly toldUnsaved?: boolean | undefined;
}

/** What waited for an answer to a question of Alexa's own goes on in the Alexa session that the answer opens. */
export const takenUp = (
  carried: Attributes,
  waited: Pick<Attributes, 'key' | 'guest' | 'talk'> | undefined,
): Attributes =>
  waited ? { ...carried, ...waited, talk: { ...waited.talk, alexaSession: carried.talk.alexaSession } } : carried;

/** What the Alexa session knows already; at its first turn who speaks, and nothing else. */
export const carriedIn = ({ session, context }: RequestEnvelope): Attributes => {
  const carried = session?.attributes as Partial<Attributes> | undefined;
  const key = carried?.key ?? listenerKey(context.System.person?.personId);
  if (carried?.listener && carried.talk) return { ...carried, listener: carried.listener, talk: carried.talk, key };
  return { listener: newListener, talk: newTalk(fingerprint(session?.sessionId ?? '')), key, unread: true };
};

const week = 7 * 24 * 60 * 60 * 1000;

/** The account's only session under way; undefined where there are more, or all of them are old. */
const onlyPaused = (account: Account, now: Instant): Attributes['found'] => {
  const paused = [...account].filter(([, { listener }]) => running(listener) && now - (listener.lastAt ?? 0) <= week);
  const [only] = paused;
  return only && paused.length === 1 ? { key: only[0], ...only[1] } : undefined;
};

interface Reading {
  readonly store: ListenerStore;
  readonly userId: string;
  readonly now: Instant;
  readonly signal: AbortSignal;
  readonly event: Event;
}

/** What is known at the start of a turn: what was carried, and where that is not enough what the table holds. */
export const known = async (carried: Attributes, reading: Reading): Promise<Attributes> => {
  if (!carried.unread || carried.guest) return carried;
  const { store, userId, now, signal, event } = reading;
  try {
    const account = await store.load(userId, now, signal);
    const stored = account.get(carried.key);
    const { unread: _, talk, ...rest } = carried;
    const listener = stored ? afterUnread(stored.listener, carried.listener) : carried.listener;
    const comes = event.kind === 'steer' && (event.steer === 'launch' || event.steer === 'resume') && event.opens;
    // A voice that was recognised has a listener of its own; another's session is none of its business.
    const waits = talk.asked === 'isItYours';
    const asks = (comes || waits) && carried.key === 'household' && !running(listener);
    const found = asks ? onlyPaused(account, now) : undefined;
    const whose = waits ? { found: found?.listener.session, asked: found ? talk.asked : undefined } : {};
    const there = { ...rest, talk: { ...talk, ...whose, unsaved: undefined }, listener, revision: stored?.revision };
    return found ? { ...there, found } : there;
  } catch {
    // What cannot be read cannot be said to be saved.
    return { ...carried, talk: { ...carried.talk, unsaved: true } };
  }
};
