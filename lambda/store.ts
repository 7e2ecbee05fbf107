import type { Instant } from '../routine/exercise.ts';
import type { Listener } from '../routine/listener.ts';

/** Which person of an account: the household, or a recognised voice, hashed (see `listenerKey`). */
export type ListenerKey = 'household' | (string & {});

/** A listener as it was stored, and by which request. */
export interface Stored {
  readonly listener: Listener;
  /** Of the request that wrote it: see `fingerprint`. */
  readonly revision: string;
}

/** Everything stored of one account. */
export type Account = ReadonlyMap<ListenerKey, Stored>;

/**
 * Remembers listeners. All calls throw `StoreUnavailable` when the table does not answer well, or not before the
 * signal; they set no deadline of their own that one could rely on.
 */
export interface ListenerStore {
  /**
   * All listeners of an account, in one read. What has expired at `now` is left out, and so is what a newer version
   * of the skill wrote. A record that cannot be read is a fresh listener with the revision it has, so that it can be
   * replaced.
   */
  load(userId: string, now: Instant, signal: AbortSignal): Promise<Account>;
  /**
   * Writes a listener, which must have `lastAt`, if the stored revision is still `previous` (undefined: if nothing is
   * stored, or only what has expired at `lastAt`). Throws `LostRace` if it is not. What comes back from a later `load`
   * is rounded as `record.ts` says.
   */
  save(
    userId: string,
    key: ListenerKey,
    next: Stored,
    previous: string | undefined,
    signal: AbortSignal,
  ): Promise<void>;
  /**
   * Deletes these listeners of an account, without `keys` everything stored of it, unreadable and expired records
   * included. Nothing there is nothing wrong. Some may be gone when it throws: what is deleted twice does no harm.
   */
  forget(userId: string, keys: readonly ListenerKey[] | undefined, signal: AbortSignal): Promise<void>;
}

/** The table is down, throttled, slow or gone, or a listener could not be written; `cause` says why. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** Somebody else wrote in between, or our own answer got lost. Reading again tells which. */
export class LostRace extends Error {
  override readonly name = 'LostRace';
}
