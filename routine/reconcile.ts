import type { Event } from './events.ts';
import { replaced } from './history.ts';
import { type Listener, remembered } from './listener.ts';

/**
 * What to go on from when another device has written since this one last read. Counts and preferences are the stored
 * ones. What was said acts on the block that this device spoke; an end of its Alexa session moves nothing if another
 * block is stored: `undefined` then, for nothing to do.
 */
export const afterLostRace = (stored: Listener, mine: Listener, event: Event): Listener | undefined => {
  const same = stored.session?.block?.sentAt === mine.session?.block?.sentAt;
  if (same) return stored;
  if (event.kind === 'steer' && event.steer === 'ended') return undefined;
  return mine.session ? { ...stored, session: mine.session } : stored;
};

const sum = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> => {
  const total: Record<string, number> = { ...a };
  for (const [key, count] of Object.entries(b)) total[key] = (total[key] ?? 0) + count;
  return total;
};

/**
 * What is stored and what happened since a read failed, as one: stored preferences and counts win, exercises finished
 * since are added, and the running session wins.
 */
export const afterUnread = (read: Listener, since: Listener): Listener => {
  // The stored session gives way to the running one, and enters history as far as it got.
  const stored = since.session ? replaced(read, since.session, since.session.startedAt) : read;
  const session = since.session ?? stored.session;
  const lastStrengthAt = since.lastStrengthAt ?? stored.lastStrengthAt;
  return {
    ...stored,
    ...(session ? { session } : {}),
    ...(lastStrengthAt === undefined ? {} : { lastStrengthAt }),
    preferences: { ...since.preferences, ...stored.preferences },
    welcomed: stored.welcomed || since.welcomed,
    completed: sum(stored.completed, since.completed),
    completeSessions: sum(stored.completeSessions, since.completeSessions),
    totals: {
      sessions: stored.totals.sessions + since.totals.sessions,
      minutes: stored.totals.minutes + since.totals.minutes,
    },
    history: [...stored.history, ...since.history].slice(-remembered),
  };
};
