import { describe, expect, it } from '@jest/globals';
import type { Listener } from '../../routine/listener.ts';
import { conversation, side, steering, yes } from './talking.ts';
import {
  atGate,
  atGateOf,
  atLast,
  days,
  ended,
  finishedFirst,
  hours,
  inFirst,
  inSecondSet,
  minutes,
  offered,
  regular,
  sessionIn,
  until,
} from './moments.ts';

const launch = steering('launch');

describe('an exercise counts', () => {
  it('when its last set is known to be heard', () => {
    expect(atGate.say(yes).listener.completed).toEqual({ ballerina: 1 });
  });

  it('not before', () => {
    expect(inFirst.say(steering('next'), 170).listener.completed).toEqual({});
    expect(inFirst.say(steering('stop'), 170).listener.completed).toEqual({});
  });

  it('once a session, however often it is done again', () => {
    const again = atGate.say(steering('previous')).say(yes).heard().say(yes);
    expect(again.listener.completed).toEqual({ ballerina: 1 });
    expect(atLast.say(steering('previous')).heard().say(yes).listener.completed['butt-walk']).toBe(1);
  });

  it('again in another session', () => {
    const next = finishedFirst.later(days).say(launch).say(yes).heard();
    const done = atGateOf('child-cobra', next).say(yes);
    expect(done.listener.completed['ballerina']).toBe(2);
  });

  it('as strength only where it is', () => {
    const strong = (exercise: string) =>
      until(
        exercise === 'book-drop' ? 'tighterLast' : 'howWasIt',
        conversation(regular).say({ kind: 'wish', wish: 'exercise', exercise }),
      ).say(yes);
    expect(strong('cross-connect').listener.lastStrengthAt).toBeDefined();
    expect(strong('split-squat').listener.lastStrengthAt).toBeDefined();
    expect(strong('lift-lunge').listener.lastStrengthAt).toBeDefined();
    expect(strong('corkscrew').listener.lastStrengthAt).toBeUndefined();
    expect(strong('butt-walk').listener.lastStrengthAt).toBeUndefined();
  });
});

describe('a session enters the history', () => {
  it('complete, with its minutes', () => {
    const { listener, now } = finishedFirst;
    expect(listener.history).toEqual([
      { endedAt: now, minutes: Math.round(sessionIn(finishedFirst).seconds / 60), complete: true },
    ]);
    expect(listener.totals).toEqual({ sessions: 1, minutes: listener.history[0]?.minutes });
    expect(listener.completeSessions).toEqual({ 'ten-first': 1 });
  });

  it('with the minutes that were spoken, not those I was away', () => {
    const slow = until(
      'howWasIt',
      inSecondSet
        .say(steering('pause'))
        .later(3 * hours)
        .say(launch)
        .heard(),
    ).say(yes);
    expect(slow.listener.history[0]?.minutes).toBeLessThan(16);
    expect(slow.listener.history[0]?.minutes).toBeGreaterThan(9);
  });

  it('partial, when another one takes its place', () => {
    const was = atGate.say(steering('wait')).say(steering('stop'));
    const fresh = was.later(14 * days).say(launch);
    expect(fresh.listener.history).toEqual([]);
    const replaced = fresh.say(yes);
    expect(replaced.listener.history).toEqual([expect.objectContaining({ complete: false, endedAt: was.now })]);
    expect(replaced.listener.totals.sessions).toBe(1);
    expect(replaced.listener.completed).toEqual({ ballerina: 1 });
  });

  it('not at all, when nothing of it was done', () => {
    const replaced = inFirst
      .say(steering('stop'), 5)
      .later(14 * days)
      .say(launch)
      .say(yes);
    expect(replaced.listener.history).toEqual([]);
    expect(replaced.listener.totals.sessions).toBe(0);
  });

  it('not while it is only offered', () => {
    expect(offered.say(steering('stop')).listener.history).toEqual([]);
  });

  it('once, when it is finished, taken up again and finished again', () => {
    const hurt = atGateOf('butt-walk', atGate).say(yes).say(steering('hurts'), 90);
    const once = hurt.listener;
    const again = until('howWasIt', hurt.say({ kind: 'answer', answer: 'no' }).say(yes).heard()).say(yes).listener;
    expect(again.history).toHaveLength(1);
    expect(again.totals.sessions).toBe(1);
    expect(again.totals.minutes).toBe(again.history[0]?.minutes);
    expect(once.history.length).toBeLessThanOrEqual(1);
    expect(again.completeSessions).toEqual({ 'ten-first': 1 });
  });

  it('by silence at the last question, once', () => {
    const silent = atLast.say(ended('EXCEEDED_MAX_REPROMPTS'), 70).later(minutes).say(launch).say(yes);
    expect(silent.listener.history).toHaveLength(1);
    expect(silent.listener.totals.sessions).toBe(1);
  });

  it('of the last fourteen, and the totals go on', () => {
    const history = Array.from({ length: 14 }, (_, i) => ({ endedAt: (i + 1) * 60_000, minutes: 10, complete: true }));
    const many: Listener = { ...regular, history, totals: { sessions: 40, minutes: 400 } };
    const done = until(
      'howWasIt',
      conversation(many).say({ kind: 'wish', wish: 'exercise', exercise: 'corkscrew' }),
    ).say(yes);
    expect(done.listener.history).toHaveLength(14);
    expect(done.listener.history[0]).toEqual(history[1]);
    expect(done.listener.totals.sessions).toBe(41);
  });

  it('a change of side does not count what was done twice', () => {
    const done = until('howWasIt', atGateOf('corkscrew', atGate).say(side('right')).say(yes).heard()).say(yes);
    expect(done.listener.completed).toEqual({ ballerina: 1, 'child-cobra': 1, corkscrew: 1, 'butt-walk': 1 });
  });
});
