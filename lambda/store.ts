import type { Listener } from '../routine/model.ts';

/** Which person of an account: the household, or (later) a recognised voice. */
export type ListenerKey = 'household' | (string & {});

/** A listener as it was stored, and by which request. */
export interface Stored {
  readonly listener: Listener;
  /** Of the request that wrote it: see `fingerprint`. */
  readonly revision: string;
}

/** Everything stored of one account. */
export type Account = ReadonlyMap<ListenerKey, Stored>;

/** Remembers listeners. Both calls throw `StoreUnavailable` when the table does not answer in time, or not well. */
export interface ListenerStore {
  /** All listeners of an account, in one read. Broken records are left out. */
  load(userId: string, signal: AbortSignal): Promise<Account>;
  /**
   * Writes a listener if the stored revision is still `previous` (undefined: if nothing is stored).
   * Throws `LostRace` if it is not.
   */
  save(userId: string, key: ListenerKey, next: Stored, previous: string | undefined, signal: AbortSignal): Promise<void>;
}

/** The table is down, throttled, slow or gone. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** Somebody else wrote in between, or our own answer got lost. Reading again tells which. */
export class LostRace extends Error {
  override readonly name = 'LostRace';
}
