import type { RequestEnvelope } from 'ask-sdk-model';
import { advance } from '../routine/advance.ts';
import { type Beat, sayPhrase } from '../routine/beats.ts';
import type { Event } from '../routine/events.ts';
import { type Content, type Instant, type Listener, newListener } from '../routine/model.ts';
import { afterLostRace, afterUnread } from '../routine/reconcile.ts';
import { moment } from '../routine/moment.ts';
import { newTalk, type Outcome, type Talk } from '../routine/talk.ts';
import { fingerprint, listenerKey } from './fingerprint.ts';
import { eventOf } from './intents.ts';
import { type ListenerKey, type ListenerStore, LostRace } from './store.ts';

/** All store calls of a turn together, in milliseconds: Alexa waits eight seconds for an answer. */
const storeDeadline = 2000;

/** What travels in the session attributes: so that one read serves the whole Alexa session. */
export interface Attributes {
  readonly listener: Listener;
  readonly talk: Talk;
  /** Of the stored listener this one stands on; absent where nothing is stored. */
  readonly revision?: string | undefined;
  /** The read failed: what is stored is not known yet. */
  readonly unread?: boolean | undefined;
  /** The last write failed: it is tried again at the next turn. */
  readonly unsaved?: boolean | undefined;
  /** Said once that this may not be remembered. */
  readonly toldUnsaved?: boolean | undefined;
}

/** How a turn was saved, for its record. */
type Saved = 'unchanged' | 'saved' | 'savedBefore' | 'savedAfterRace' | 'failed';

export interface TurnResult {
  readonly reply: Outcome['reply'];
  readonly attributes: Attributes;
}

interface Turning {
  readonly content: Content;
  readonly store: ListenerStore;
  readonly userId: string;
  readonly key: ListenerKey;
  readonly revision: string;
  readonly event: Event;
  readonly now: Instant;
  readonly signal: AbortSignal;
}

/** What is known at the start of a turn: from the session attributes, else from the table. */
const known = async (turning: Turning, envelope: RequestEnvelope): Promise<Attributes> => {
  const sessionId = envelope.session?.sessionId ?? '';
  const carried = envelope.session?.attributes as Partial<Attributes> | undefined;
  const before: Attributes =
    carried?.listener && carried.talk
      ? { ...carried, listener: carried.listener, talk: carried.talk }
      : { listener: newListener, talk: newTalk(fingerprint(sessionId)), unread: true };
  if (!before.unread) return before;

  try {
    const account = await turning.store.load(turning.userId, turning.now, turning.signal);
    const stored = account.get(turning.key);
    const { unread: _, ...rest } = before;
    return stored
      ? { ...rest, listener: afterUnread(stored.listener, before.listener), revision: stored.revision }
      : { ...rest, revision: undefined };
  } catch {
    return before;
  }
};

interface Saving {
  readonly outcome: Outcome;
  readonly revision: string | undefined;
  readonly saved: Saved;
}

/** Writes the outcome; after a lost race decides again on what is stored, once. */
const save = async (turning: Turning, before: Attributes, outcome: Outcome): Promise<Saving> => {
  const { store, userId, key, revision, signal, content, event, now } = turning;
  const next = { listener: outcome.listener, revision };
  try {
    await store.save(userId, key, next, before.revision, signal);
    return { outcome, revision, saved: 'saved' };
  } catch (error) {
    if (!(error instanceof LostRace)) throw error;
  }
  const stored = (await store.load(userId, now, signal)).get(key);
  if (stored?.revision === revision) return { outcome, revision, saved: 'savedBefore' };

  const listener = afterLostRace(stored?.listener ?? newListener, before.listener, event);
  if (!listener) return { outcome: { ...outcome, listener: stored?.listener ?? newListener }, revision: stored?.revision, saved: 'unchanged' };
  const again = advance(content, { listener, talk: before.talk }, event, now);
  await store.save(userId, key, { listener: again.listener, revision }, stored?.revision, signal);
  return { outcome: again, revision, saved: 'savedAfterRace' };
};

/** The notice stands before the last words, which are the question: marks of the block stay true. */
const withNotice = (content: Content, speech: readonly Beat[]): Beat[] => [
  ...speech.slice(0, -1),
  sayPhrase(content, 'mayNotRemember'),
  ...speech.slice(-1),
];

/**
 * One request, one answer: load, advance, save, and only then speak. A table that is down never silences the coach:
 * the turn goes on from the Alexa session, says once that it may not remember, and is saved with the next one.
 */
export const takeTurn = async (content: Content, store: ListenerStore, envelope: RequestEnvelope): Promise<TurnResult> => {
  const began = performance.now();
  const { request, session, context } = envelope;
  const turning: Turning = {
    content,
    store,
    userId: context.System.user.userId,
    key: listenerKey(undefined),
    revision: fingerprint(request.requestId),
    event: eventOf(request, session?.new ?? false),
    now: Date.parse(request.timestamp),
    signal: AbortSignal.timeout(storeDeadline),
  };

  const before = await known(turning, envelope);
  const decided = advance(content, before, turning.event, turning.now);
  const changed = decided.listener !== before.listener || before.unsaved === true;
  let saving: Saving = { outcome: decided, revision: before.revision, saved: 'unchanged' };
  if (changed) {
    saving = before.unread
      ? { ...saving, saved: 'failed' }
      : await save(turning, before, decided).catch(() => ({ ...saving, saved: 'failed' as const }));
  }

  const { outcome, saved } = saving;
  const unknown = saved === 'failed' || before.unread === true;
  const tell = unknown && !before.toldUnsaved && outcome.reply.speech.length > 0;
  record(before, outcome, turning, saved, performance.now() - began);
  return {
    reply: tell ? { ...outcome.reply, speech: withNotice(content, outcome.reply.speech) } : outcome.reply,
    attributes: {
      listener: outcome.listener,
      talk: outcome.talk,
      revision: saving.revision,
      ...(before.unread ? { unread: true } : {}),
      ...(saved === 'failed' ? { unsaved: true } : {}),
      ...(tell || before.toldUnsaved ? { toldUnsaved: true } : {}),
    },
  };
};

/** One structured record a turn: what happened, never who or in which words. */
const record = (before: Attributes, { listener, talk }: Outcome, { content, event, now }: Turning, saved: Saved, ms: number) => {
  const at = (state: { listener: Listener; talk: Talk }) => moment({ ...state, content, now });
  const said = event.kind === 'steer' ? event.steer : event.kind === 'answer' ? event.answer : event.kind;
  console.info({
    event: 'turn',
    from: at(before),
    to: at({ listener, talk }),
    kind: event.kind,
    said,
    saved,
    read: before.unread ? 'failed' : 'known',
    ms: Math.round(ms),
  });
};
