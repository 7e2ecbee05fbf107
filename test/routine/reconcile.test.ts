import { describe, expect, it } from '@jest/globals';
import { type Listener, newListener } from '../../routine/listener.ts';
import { afterLostRace, afterUnread } from '../../routine/reconcile.ts';
import { conversation, side, steering, yes } from './talking.ts';
import {
  after,
  atGate,
  ended,
  finishedFirst,
  hours,
  inFirst,
  inSecondSet,
  regular,
  sessionIn,
  speaksFrom,
} from './moments.ts';
import { newTalk } from '../../routine/talk.ts';

describe('two devices at once', () => {
  /** Another device has gone on from the same place, a little later. */
  const elsewhere = conversation(atGate.listener, newTalk('elsewhere'), atGate.now).say(steering('launch'), 5);
  const stored = {
    ...elsewhere.listener,
    completed: { ballerina: 1 },
    preferences: { side: 'left', dose: 1 },
  } as Listener;

  it('an end of this Alexa session moves nothing where another block is stored', () => {
    expect(afterLostRace(stored, inFirst.listener, ended('USER_INITIATED'))).toBeUndefined();
  });

  it('an end acts on what is stored where it is the same block', () => {
    const counted = { ...inFirst.listener, completed: { corkscrew: 3 } };
    expect(afterLostRace(counted, inFirst.listener, ended('USER_INITIATED'))).toEqual(counted);
  });

  it('what I say acts on the block that this device spoke, and counts are the stored ones', () => {
    const on = afterLostRace(stored, inFirst.listener, steering('pause'));
    expect(on?.session).toEqual(inFirst.listener.session);
    expect(on?.completed).toEqual({ ballerina: 1 });
    expect(on?.preferences).toEqual({ side: 'left', dose: 1 });
  });

  it('a first block begins where nothing ran here, whatever is stored', () => {
    expect(afterLostRace(stored, newListener, yes)).toEqual(stored);
  });

  it('what was forgotten elsewhere does not come back with an end', () => {
    expect(afterLostRace(newListener, inFirst.listener, ended('ERROR'))).toBeUndefined();
  });
});

describe('the table could not be read, and is back', () => {
  const since = atGate.say(yes).listener;
  const known: Listener = { ...regular, preferences: { side: 'right', secondSide: 'same', notches: { ballerina: 1 } } };

  it('stored preferences win, and those it does not have are added', () => {
    expect(afterUnread(known, since).preferences).toEqual({
      side: 'right',
      secondSide: 'same',
      notches: { ballerina: 1 },
    });
    expect(afterUnread(newListener, since).preferences).toEqual({ side: 'left' });
  });

  it('exercises finished since are added to the stored counts', () => {
    expect(afterUnread(known, since).completed).toEqual({ ...regular.completed, ballerina: 7 });
  });

  it('the session that runs wins, and goes on', () => {
    const merged = afterUnread({ ...known, session: sessionIn(inSecondSet) }, since);
    expect(merged.session).toEqual(since.session);
    expect(speaksFrom(conversation(merged, newTalk('first'), inFirst.now).say(steering('resume'), 300))).not.toBe(
      'no block',
    );
  });

  it('the stored session comes back where none was begun since', () => {
    expect(afterUnread({ ...known, session: sessionIn(inSecondSet) }, newListener).session).toEqual(
      sessionIn(inSecondSet),
    );
  });

  it('a partial session that gives way to the running one enters history', () => {
    const partial = atGate.say(steering('wait')).say(steering('stop')).listener;
    const running = after(inFirst, 5).later(hours).listener;
    const merged = afterUnread({ ...known, session: partial.session }, running);
    expect(merged.history).toHaveLength(1);
    expect(merged.totals.sessions).toBe(known.totals.sessions + 1);
  });

  it('sessions finished since are in totals, history and complete sessions', () => {
    const merged = afterUnread(known, finishedFirst.listener);
    expect(merged.totals.sessions).toBe(7);
    expect(merged.totals.minutes).toBe(66 + (finishedFirst.listener.history[0]?.minutes ?? 0));
    expect(merged.history).toEqual([...known.history, ...finishedFirst.listener.history]);
    expect(merged.completeSessions).toEqual({ 'ten-first': 2, ten: 5 });
  });

  it('fourteen sessions are kept', () => {
    const history = Array.from({ length: 14 }, (_, i) => ({ endedAt: (i + 1) * 60_000, minutes: 10, complete: true }));
    expect(afterUnread({ ...known, history }, finishedFirst.listener).history).toHaveLength(14);
  });

  it('whoever answered the welcome once has answered it', () => {
    expect(afterUnread(known, newListener).welcomed).toBe(true);
    expect(afterUnread(newListener, since).welcomed).toBe(true);
    expect(afterUnread(newListener, newListener).welcomed).toBe(false);
  });

  it('strength done since is known', () => {
    expect(afterUnread({ ...known, lastStrengthAt: 5 }, { ...since, lastStrengthAt: 9 }).lastStrengthAt).toBe(9);
    expect(afterUnread({ ...known, lastStrengthAt: 5 }, since).lastStrengthAt).toBe(5);
  });

  it('another side said since is the one the running session keeps', () => {
    const right = inSecondSet.say(side('right')).listener;
    expect(afterUnread(known, right).session?.plan.side).toBe('right');
  });
});
