import { advance } from '../routine/advance.ts';
import type { Event } from '../routine/events.ts';
import type { Instant } from '../routine/exercise.ts';
import { newListener } from '../routine/listener.ts';
import type { Content } from '../routine/words.ts';
import { afterLostRace } from '../routine/reconcile.ts';
import type { Outcome } from '../routine/talk.ts';
import type { Attributes } from './attributes.ts';
import { type ListenerStore, LostRace } from './store.ts';

/** One request, with what it takes to answer it. */
export interface Turning {
  readonly content: Content;
  readonly store: ListenerStore;
  readonly userId: string;
  /** Of this request: see `fingerprint`. */
  readonly revision: string;
  readonly event: Event;
  readonly now: Instant;
  /** Ends all store calls of the turn. */
  readonly signal: AbortSignal;
}

/** How a turn was saved, for its record. */
export type Saved =
  'unchanged' | 'saved' | 'savedBefore' | 'savedAfterRace' | 'failed' | 'guest' | 'erased' | 'notErased';

export interface Saving {
  readonly outcome: Outcome;
  /** Of the listener that is stored now. */
  readonly revision: string | undefined;
  readonly saved: Saved;
}

/** Writes the outcome; after a lost race decides again on what is stored, once. */
const write = async (turning: Turning, before: Attributes, outcome: Outcome): Promise<Saving> => {
  const { store, userId, revision, signal, content, event, now } = turning;
  const { key } = before;
  try {
    await store.save(userId, key, { listener: outcome.listener, revision }, before.revision, signal);
    return { outcome, revision, saved: 'saved' };
  } catch (error) {
    if (!(error instanceof LostRace)) throw error;
  }
  const stored = (await store.load(userId, now, signal)).get(key);
  if (stored?.revision === revision) return { outcome, revision, saved: 'savedBefore' };

  const there = stored?.listener ?? newListener;
  const listener = afterLostRace(there, before.listener, event);
  if (!listener) return { outcome: { ...outcome, listener: there }, revision: stored?.revision, saved: 'unchanged' };
  const again = advance(content, { listener, talk: before.talk }, event, now);
  await store.save(userId, key, { listener: again.listener, revision }, stored?.revision, signal);
  return { outcome: again, revision, saved: 'savedAfterRace' };
};

/** Deletes what the outcome says; of a guest there is nothing. */
const erase = async ({ store, userId, signal }: Turning, { key, guest }: Attributes, whom: 'mine' | 'everyone') => {
  if (guest && whom === 'mine') return;
  await store.forget(userId, whom === 'mine' ? [key] : undefined, signal);
};

/** Saves what changed, or deletes what is to be forgotten: before the words leave. Never throws. */
export const save = async (turning: Turning, before: Attributes, outcome: Outcome): Promise<Saving> => {
  const stays = { outcome, revision: before.revision };
  if (outcome.erase) {
    return erase(turning, before, outcome.erase).then(
      () => ({ outcome, revision: undefined, saved: 'erased' as const }),
      () => ({ ...stays, saved: 'notErased' as const }),
    );
  }
  if (before.guest) return { ...stays, saved: 'guest' };
  if (outcome.listener === before.listener && !before.unsaved) return { ...stays, saved: 'unchanged' };
  if (before.unread) return { ...stays, saved: 'failed' };
  return write(turning, before, outcome).catch(() => {
    const { content, event, now } = turning;
    // Said again, as somebody whose place is not saved.
    const unsaved = advance(
      content,
      { listener: before.listener, talk: { ...before.talk, unsaved: true } },
      event,
      now,
    );
    return { ...stays, outcome: unsaved, saved: 'failed' as const };
  });
};
