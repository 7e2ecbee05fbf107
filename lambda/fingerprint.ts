import { createHash } from 'node:crypto';
import type { ListenerKey } from './store.ts';

const hash = (id: string) => createHash('sha256').update(id).digest('base64url');

/** 16 characters that stand for an id of Amazon's: enough to compare by, and nobody's name. */
export const fingerprint = (id: string): string => hash(id).slice(0, 16);

/** The key of a recognised voice; of the household where none was recognised. Holds no raw id. */
export const listenerKey = (personId: string | undefined): ListenerKey =>
  personId === undefined ? 'household' : hash(personId);

/** `pk` of everything stored for an account. */
export const partitionKey = (userId: string): string => `USER#${hash(userId)}`;

/** What every listener's `sk` begins with. */
export const listenerPrefix = 'LISTENER#';

/** `sk` of a listener. Throws a RangeError for a raw id, which must not reach the table. */
export const sortKey = (key: ListenerKey): string => {
  if (key !== 'household' && !/^[\w-]{43}$/.test(key)) throw new RangeError('a listener is keyed by listenerKey()');
  return listenerPrefix + key;
};
