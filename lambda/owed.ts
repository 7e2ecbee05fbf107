import { newListener } from '../routine/listener.ts';
import { afterUnread } from '../routine/reconcile.ts';
import { newTalk } from '../routine/talk.ts';
import type { Attributes } from './attributes.ts';
import type { Turning } from './saving.ts';
import { LostRace } from './store.ts';

/** What could not be saved of the owner before somebody else began to speak. */
export type Owed = Pick<Attributes, 'listener' | 'revision' | 'unread'>;

/** Saves it, while somebody else speaks; gives what still could not be. Never throws. */
export const settleOwed = async (turning: Turning, { key, owed }: Attributes): Promise<Owed | undefined> => {
  if (!owed) return undefined;
  const { store, userId, revision, now, signal } = turning;
  try {
    const stored = owed.unread ? (await store.load(userId, now, signal)).get(key) : { revision: owed.revision };
    const listener = stored && 'listener' in stored ? afterUnread(stored.listener, owed.listener) : owed.listener;
    await store.save(userId, key, { listener, revision }, stored?.revision, signal);
    return undefined;
  } catch (error) {
    // Another device has gone on since: what it wrote is newer.
    return error instanceof LostRace ? undefined : owed;
  }
};

/** What the turn leaves owed in which somebody else takes over: nothing that was saved, or never used. */
export const leftOwed = ({ listener, revision, unread }: Owed): Owed | undefined =>
  listener.lastAt === undefined ? undefined : { listener, revision, ...(unread ? { unread } : {}) };

/** The owner again, after somebody else: as they were left where that is still owed, else as they are stored. */
export const ownerAgain = ({ key, talk, owed, toldUnsaved }: Attributes): Attributes => ({
  listener: newListener,
  unread: true,
  ...(owed && { unread: undefined, unsaved: true, ...owed }),
  talk: newTalk(talk.alexaSession),
  key,
  ...(toldUnsaved ? { toldUnsaved } : {}),
});
