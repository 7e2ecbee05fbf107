import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { partitionKey, sortKey, listenerKey } from '../../lambda/fingerprint.ts';
import { pack, schema, unpack, upgrade } from '../../lambda/record.ts';
import { newListener, type Listener, type Session } from '../../routine/listener.ts';
import { itemSize } from './itemSize.ts';
import { anyListener, fullListener, now, typicalListener } from './listeners.ts';

const revision = 'Xk2_9sXk2_9sXk2_';
const expiresAt = 1_829_741_141;
const packed = (listener: Listener) => pack(listener, revision, expiresAt);
const again = (listener: Listener) => unpack(packed(listener))?.listener;
const withSession = (change: Partial<Session>): Listener => ({
  ...fullListener,
  session: { ...(fullListener.session as Session), ...change },
});

describe('a listener comes back as it was', () => {
  test.each([
    ['new', newListener],
    ['typical', typicalListener],
    ['full', fullListener],
  ])('%s', (_, listener) => {
    expect(unpack(packed(listener))).toEqual({ listener, revision, expiresAt });
  });

  test('whoever it is', () => {
    fc.assert(fc.property(anyListener, (listener) => expect(again(listener)).toEqual(listener)));
  });

  test('through JSON, as the session attributes carry it', () => {
    fc.assert(
      fc.property(anyListener, (listener) => {
        const carried = JSON.parse(JSON.stringify(listener)) as Listener;
        expect(packed(carried)).toEqual(packed(listener));
      }),
    );
  });
});

describe('rounding', () => {
  test('a mark never begins earlier than it did, nor a tenth of a second later', () => {
    const { plan } = fullListener.session as Session;
    const place = { step: plan.steps[0]?.id ?? '', spot: 1, pass: 1, set: 1 };
    fc.assert(
      fc.property(fc.double({ min: 0, max: 9999, noNaN: true }), (at) => {
        const mark = again(withSession({ block: { sentAt: now, marks: [{ place, at }] } }))?.session?.block?.marks[0];
        expect(mark?.at).toBeGreaterThanOrEqual(at);
        expect(mark?.at).toBeLessThan(at + 0.1 + 1e-9);
      }),
    );
  });

  test('of the past goes down, and counts stop where nobody counts on', () => {
    const listener = again({
      ...withSession({ seconds: 12.9 }),
      completed: { ballerina: 1000 },
      completeSessions: { ten: 1000 },
      totals: { sessions: 1000, minutes: 1000.9 },
      history: [{ endedAt: 119_999, minutes: 1.9, complete: true }],
    });
    expect(listener).toMatchObject({
      session: { seconds: 12 },
      completed: { ballerina: 99 },
      completeSessions: { ten: 9 },
      totals: { sessions: 1000, minutes: 1000 },
      history: [{ endedAt: 60_000, minutes: 1, complete: true }],
    });
  });

  test('only the last 14 sessions are kept', () => {
    const history = Array.from({ length: 20 }, (_, index) => ({ endedAt: index * 60_000, minutes: 1, complete: true }));
    expect(again({ ...newListener, history })?.history).toEqual(history.slice(6));
  });
});

describe('the size of an item', () => {
  const sizeOf = (listener: Listener) => {
    const keys = { pk: partitionKey('u'.repeat(255)), sk: sortKey(listenerKey('p'.repeat(255))) };
    return itemSize({ ...keys, ...packed(listener) });
  };

  test('costs one write unit with everything set', () => {
    expect(sizeOf(fullListener)).toBeLessThan(1024);
  });

  test('is about half of that for most', () => {
    expect(sizeOf(typicalListener)).toBeLessThan(512);
  });
});

describe('a broken item', () => {
  const keysOf = Object.keys(packed(fullListener));
  /** Found by packing it again: that throws for what no listener can be. */
  const isListener = (listener: Listener) => expect(again(listener)).toEqual(listener);

  const anyAttribute = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[0-9a-z|,@^;=/+-]{0,40}$/),
    fc.double(),
    fc.anything(),
  );
  const anyItem = fc.oneof(
    // one attribute replaced
    fc
      .tuple(fc.constantFrom(...keysOf), anyAttribute)
      .map(([name, value]) => ({ ...packed(fullListener), [name]: value })),
    // one letter replaced, put in or taken out
    fc
      .tuple(fc.constantFrom(...keysOf), fc.nat(300), fc.string({ maxLength: 2 }), fc.nat(2))
      .map(([name, at, text, gone]) => {
        const item = packed(fullListener);
        const value = String(item[name]);
        return { ...item, [name]: value.slice(0, at) + text + value.slice(at + gone) };
      }),
    // some attributes missing
    fc.subarray(keysOf).map((names) => {
      const item = packed(fullListener);
      return Object.fromEntries(names.map((name) => [name, item[name]]));
    }),
    fc.dictionary(fc.constantFrom(...keysOf), anyAttribute),
  );

  test('is undefined or a listener, and never throws', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const record = unpack(item);
        if (record) isListener(record.listener);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(keysOf.filter((name) => !['s', 'b', 'w'].includes(name)))('without %s', (name) => {
    const rest = { ...packed(fullListener), [name]: undefined };
    if (name === 'p') expect(unpack(rest)?.listener.session).toBeUndefined();
    else expect(unpack(rest)).toBeUndefined();
  });

  test.each([
    ['an unknown newer version', { v: schema + 1 }],
    ['a version from before the first', { v: 0 }],
    ['a version as a text', { v: '1' }],
    ['a time to live that is no number', { expiresAt: NaN }],
    ['a total that is none', { l: 'l||1||NaN|10|' }],
    ['counts of nothing', { x: '90' }],
    ['a name that leans on one that is too short', { r: '30ten,1' }],
    ['a history from before 1970', { h: '-1+1' }],
    ['a raw id as its revision', { revision: 'amzn1.echo-api.request.1' }],
  ])('%s', (_, change) => expect(unpack({ ...packed(fullListener), ...change })).toBeUndefined());

  test.each([
    ['a step of no exercise', { p: 'ten|l|zlf' }],
    ['a step twice', { p: 'ten|l|0lf,0lf' }],
    ['no steps', { p: 'ten|l|' }],
    ['a place outside of the plan', { s: 'z110|1|1|abc|||' }],
    ['a place with pass 0', { s: '0101|1|1|abc|||' }],
    ['an unknown ending', { s: '0111|1|1|abc||gone@1|' }],
    ['a block without marks', { b: '1|' }],
    ['marks in disorder', { b: '1|0110@5,1@4' }],
    ['a block of another type', { b: 5 }],
  ])('%s costs the session, not the rest', (_, change) => {
    const sound = { ...packed(fullListener), p: 'ten|l|0lf', s: '0110|1|1|abc|||', b: '1|0110@4,1@5' };
    expect(unpack(sound)?.listener.session).toBeDefined();
    expect(unpack({ ...sound, ...change })?.listener).toEqual({ ...fullListener, session: undefined });
  });
});

describe('what could not be read again is not written', () => {
  const elsewhere = { step: 'gone', spot: 1, pass: 1, set: 0 };
  const [first] = (fullListener.session as Session).plan.steps;
  const misnamed = { routine: 'ten', side: 'left' as const, steps: [{ ...first!, id: 'a' }] };
  test.each([
    ['a place outside of the plan', withSession({ place: elsewhere })],
    ['a step named otherwise', withSession({ plan: misnamed })],
    ['a raw id of an Alexa session', withSession({ alexaSession: 'amzn1.echo-api.session.1' })],
    ['a moment that is none', { ...newListener, lastAt: NaN }],
    ['an id that would end the list', { ...newListener, completed: { 'a,b': 1 } }],
    ['a total that is none', { ...newListener, totals: { sessions: NaN, minutes: 0 } }],
  ])('%s', (_, listener) => expect(() => packed(listener)).toThrow(RangeError));
});

describe('upgrades', () => {
  const old = { ...packed(fullListener), v: schema - 2 };
  const first = (item: object) => ({ ...item, v: schema - 1, upgraded: 1 });
  const second = (item: object) => ({ ...item, v: schema });

  test('go from version to version', () => {
    const steps = { [schema - 2]: first, [schema - 1]: second };
    expect(unpack(upgrade(old, steps))?.listener).toEqual(fullListener);
  });

  test.each([
    ['too easy', '2', undefined, { ballerina: 2, 'child-cobra': 2 }],
    ['too much', '-5', '--1-|l|1|4|2', { ballerina: -3, 'child-cobra': -3 }],
    ['neither', '', '--1-|l|1|4|2', undefined],
  ])('from version 1: what was %s for all is so for each that was done', (_, dose, w, notches) => {
    const one = {
      ...packed(newListener),
      v: 1,
      l: `l|s|${dose}|1||7|70|`,
      x: '03ballerina,12child-cobra,..butt-walk,00lift',
      w,
    };
    const now = unpack(one)?.listener;
    expect(now?.preferences.notches).toEqual(notches);
    expect(now).toMatchObject({
      welcomed: true,
      totals: { sessions: 7, minutes: 70 },
      preferences: { side: 'left', secondSide: 'same' },
    });
    expect(now?.preferences.never).toEqual(w && ['butt-walk']);
    expect(pack(now as Listener, revision, expiresAt).v).toBe(2);
  });

  test.each([
    ['a step is missing', { [schema - 2]: first }],
    ['a step leads elsewhere', { [schema - 2]: second }],
  ])('throw where %s', (_, steps) => expect(() => upgrade(old, steps)).toThrow(RangeError));
});
