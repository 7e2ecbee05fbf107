import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listenerKey } from '../../lambda/fingerprint.ts';
import { LostRace, StoreUnavailable, type ListenerStore } from '../../lambda/store.ts';
import { newListener, type Listener } from '../../routine/listener.ts';
import { fullListener, now, typicalListener } from './listeners.ts';

const inTime = () => AbortSignal.timeout(2000);
const day = 24 * 60 * 60 * 1000;
/** As long as Alexa's ids may be. */
const longId = () => `amzn1.ask.account.${randomUUID()}`.padEnd(255, 'X');

/** What every store of listeners does. `open` is called once; every test has accounts of its own. */
export const storeContract = (
  name: string,
  open: () => Promise<{ readonly store: ListenerStore; readonly close: () => Promise<void> }>,
): void =>
  describe(`${name} keeps the contract`, () => {
    let store: ListenerStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close());

    const load = (userId: string, at = now) => store.load(userId, at, inTime());
    const save = (userId: string, listener: Listener, revision: string, previous?: string, key = 'household') =>
      store.save(userId, key, { listener, revision }, previous, inTime());

    test('knows nobody at first', async () => {
      expect(await load(longId())).toEqual(new Map());
    });

    test.each([
      ['a new listener', { ...newListener, lastAt: now }],
      ['a typical one', typicalListener],
      ['a full one', fullListener],
    ])('gives back %s', async (_, listener) => {
      const user = longId();
      await save(user, listener, 'first');
      expect(await load(user)).toEqual(new Map([['household', { listener, revision: 'first' }]]));
    });

    test('keeps a save before the next', async () => {
      const user = longId();
      await save(user, fullListener, 'first');
      await save(user, typicalListener, 'second', 'first');
      expect(await load(user)).toEqual(new Map([['household', { listener: typicalListener, revision: 'second' }]]));
    });

    test('tells the people of an account from each other, and accounts that differ in their last letter', async () => {
      const [user, person] = [longId(), listenerKey(longId())];
      await save(user, typicalListener, 'one');
      await save(user, fullListener, 'two', undefined, person);
      await save(`${user.slice(0, -1)}Y`, { ...newListener, lastAt: now }, 'three');
      expect(await load(user)).toEqual(
        new Map([
          ['household', { listener: typicalListener, revision: 'one' }],
          [person, { listener: fullListener, revision: 'two' }],
        ]),
      );
    });

    test.each([
      ['where nothing was stored', undefined],
      ['on the same revision', 'before'],
    ])('lets one of two writers through, %s', async (_, previous) => {
      const user = longId();
      if (previous) await save(user, typicalListener, previous);
      const results = await Promise.allSettled([
        save(user, typicalListener, 'one', previous),
        save(user, fullListener, 'two', previous),
      ]);
      const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
      expect(lost).toEqual([expect.any(LostRace)]);
      const winner = results[0].status === 'fulfilled' ? 'one' : 'two';
      expect((await load(user)).get('household')?.revision).toBe(winner);
    });

    test.each([
      ['nothing was expected and something is stored', 'first', undefined],
      ['something else was expected', 'first', 'other'],
      ['something was expected and nothing is stored', undefined, 'first'],
    ])('loses the race where %s', async (_, stored, previous) => {
      const user = longId();
      if (stored) await save(user, typicalListener, stored);
      await expect(save(user, fullListener, 'next', previous)).rejects.toThrow(LostRace);
      expect((await load(user)).get('household')?.revision).toBe(stored);
    });

    test('after a lost answer the second try loses the race, and the stored revision is its own', async () => {
      const user = longId();
      await save(user, typicalListener, 'mine');
      await expect(save(user, typicalListener, 'mine')).rejects.toThrow(LostRace);
      expect((await load(user)).get('household')?.revision).toBe('mine');
    });

    test('forgets 400 days after the last turn', async () => {
      const user = longId();
      await save(user, typicalListener, 'first');
      const end = Math.floor(now / 1000) * 1000 + 400 * day;
      expect((await load(user, end - 1)).size).toBe(1);
      expect((await load(user, end)).size).toBe(0);
      await expect(save(user, { ...newListener, lastAt: end - 1 }, 'early')).rejects.toThrow(LostRace);
      await save(user, { ...newListener, lastAt: end }, 'anew');
      await expect(save(user, { ...newListener, lastAt: end }, 'late')).rejects.toThrow(LostRace);
      expect((await load(user, end)).get('household')?.revision).toBe('anew');
    });

    test('takes no listener without the moment of its last turn, and no raw id as a key', async () => {
      const user = longId();
      await expect(save(user, newListener, 'first')).rejects.toThrow(StoreUnavailable);
      await expect(save(user, fullListener, 'first', undefined, longId())).rejects.toThrow(StoreUnavailable);
      expect(await load(user)).toEqual(new Map());
    });

    test('forgets one of an account, or everyone, and nobody else', async () => {
      const [user, other, person] = [longId(), longId(), listenerKey(longId())];
      await save(user, typicalListener, 'one');
      await save(user, fullListener, 'two', undefined, person);
      await save(other, typicalListener, 'three');

      await store.forget(user, [person], inTime());
      expect([...(await load(user)).keys()]).toEqual(['household']);
      await save(user, fullListener, 'anew', undefined, person);
      await store.forget(user, undefined, inTime());
      expect(await load(user)).toEqual(new Map());
      expect((await load(other)).size).toBe(1);
    });

    test('forgets what has expired, and what is not there, and takes no raw id', async () => {
      const user = longId();
      await save(user, typicalListener, 'first');
      await store.forget(user, undefined, inTime());
      await store.forget(user, undefined, inTime());
      await store.forget(user, ['household'], inTime());
      // Nothing is left of it, not even what would only be replaced.
      await expect(save(user, typicalListener, 'next', 'first')).rejects.toThrow(LostRace);
      await expect(store.forget(user, [longId()], inTime())).rejects.toThrow(StoreUnavailable);
    });
  });
