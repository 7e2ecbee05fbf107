import { describe, expect, it } from '@jest/globals';
import type { EndReason } from '../../routine/events.ts';
import { newTalk } from '../../routine/talk.ts';
import { conversation, type Conversation, named, side, steering, yes } from './talking.ts';
import {
  after,
  afterSetUp,
  atGate,
  atLast,
  ended,
  inFirst,
  inSecondSet,
  launched,
  minutes,
  offered,
  placeIn,
  sessionIn,
  speaksFrom,
  spokenFor,
} from './moments.ts';

const reasons: readonly EndReason[] = ['USER_INITIATED', 'ERROR', 'EXCEEDED_MAX_REPROMPTS'];
const resting = ({ listener }: Conversation) => listener.session?.ended?.how;

describe.each(reasons)('Alexa ends its session with %s', (reason) => {
  const end = ended(reason);

  it('says nothing', () => {
    const { outcome } = inSecondSet.say(end);
    expect(outcome?.reply).toEqual({ speech: [], expects: 'nothing' });
  });

  it.each([
    ['while the side is asked', launched],
    ['at the first gate', offered],
    ['while it waits at the first gate', offered.say(steering('wait'))],
    ['while it pauses at the first gate', offered.say(steering('pause'))],
  ])('%s nothing is stored', (_, was) => {
    expect(was.say(end, 60).listener).toBe(was.listener);
  });

  it('paused stays paused, with the place and the moment it was paused at', () => {
    const was = inSecondSet.say(steering('pause'));
    expect(was.say(end, 240).listener).toBe(was.listener);
  });

  it('after "that hurts" the place stays the next exercise', () => {
    const was = inSecondSet.say(steering('hurts'));
    expect(was.say(end, 40).listener).toBe(was.listener);
    expect(placeIn(was)).toBe('child-cobra 1.1.0');
  });

  it('while it waits at a gate the announced exercise stays stored at its set-up', () => {
    const was = atGate.say(steering('wait'));
    expect(placeIn(was.say(end, 60))).toBe('child-cobra 1.1.0');
    expect(was.say(end, 60).listener.completed).toEqual({ ballerina: 1 });
  });

  it('in another Alexa session nothing moves', () => {
    const other = conversation(inFirst.listener, newTalk('other'), inFirst.now);
    expect(other.say(end, 110).listener).toBe(inFirst.listener);
  });

  it('after the session is finished nothing changes', () => {
    const done = atLast.say(yes);
    expect(done.say(end).listener).toBe(done.listener);
  });

  it('after a launch that only asked, the stored session is not touched', () => {
    const asked = inSecondSet
      .say(steering('stop'))
      .later(2 * 24 * 60 * minutes)
      .say(steering('launch'));
    expect(asked.say(end, 30).listener).toBe(asked.listener);
  });
});

describe('Alexa ends its session in a block', () => {
  it('because I said exit: I am where the clock puts me', () => {
    const out = inSecondSet.say(ended('USER_INITIATED'));
    expect(placeIn(out)).toBe('ballerina 1.1.2');
    expect(resting(out)).toBe('stopped');
    expect(out.listener.completed).toEqual({});
  });

  it('because of an error: I am back at the start of the block', () => {
    const out = inSecondSet.say(ended('ERROR'));
    expect(placeIn(out)).toBe('ballerina 1.1.0');
    expect(resting(out)).toBe('lost');
  });

  it('because of silence, before the question can have been reached: I am where the clock puts me', () => {
    const out = inSecondSet.say(ended('EXCEEDED_MAX_REPROMPTS'));
    expect(placeIn(out)).toBe('ballerina 1.1.2');
    expect(out.listener.completed).toEqual({});
  });

  it('because of silence at its question: it counts as heard to the end', () => {
    const out = inFirst.say(ended('EXCEEDED_MAX_REPROMPTS'), spokenFor(inFirst) + 70);
    expect(placeIn(out)).toBe('child-cobra 1.1.0');
    expect(resting(out)).toBe('silent');
    expect(out.listener.completed).toEqual({ ballerina: 1 });
  });

  it('of a set-up that was split off, with silence: its first set is next', () => {
    const out = afterSetUp.say(ended('EXCEEDED_MAX_REPROMPTS'), 90);
    expect(placeIn(out)).toBe('child-cobra 1.1.1');
    expect(out.listener.completed).toEqual({ ballerina: 1 });
  });

  it('that went on from a pause: it belongs to the Alexa session that resumed it', () => {
    const again = inSecondSet.say(steering('stop')).later(60).say(steering('launch'));
    expect(placeIn(again.say(ended('USER_INITIATED'), 80))).toBe('ballerina 1.1.3');
  });
});

describe('an error', () => {
  const once = inSecondSet.say(ended('ERROR')).later(30).say(steering('launch'));
  const twice = once.say(ended('ERROR'), 40).later(30).say(steering('launch'));

  it('once: the block again, as long as it was', () => {
    expect(speaksFrom(once)).toBe('ballerina 1.1.0');
    expect(sessionIn(once).block?.marks).toHaveLength(sessionIn(inFirst).block?.marks.length ?? 0);
  });

  it('twice in a row: a plainer, shorter block', () => {
    expect(speaksFrom(twice)).toBe('ballerina 1.1.0');
    expect(spokenFor(twice)).toBeLessThanOrEqual(100);
    expect(spokenFor(twice)).toBeLessThan(spokenFor(once));
    expect(twice.words).not.toMatch(/You may feel/);
    expect(twice.words).toMatch(/\?$/);
  });

  it('twice, but with a set heard in between, is not twice in a row', () => {
    const heard = once.say(steering('repeat'), 100).say(ended('ERROR'), 10).later(30).say(steering('launch'));
    expect(sessionIn(heard).errors).toBe(1);
  });

  it('three times is plain as well, and the rest of the plan is not forgotten', () => {
    const thrice = twice.say(ended('ERROR'), 40).later(30).say(steering('launch'));
    expect(spokenFor(thrice)).toBeLessThanOrEqual(100);
    expect(sessionIn(thrice).plan).toEqual(sessionIn(inFirst).plan);
  });
});

describe('Alexa ends its session at the last question', () => {
  const sent = atLast.now - (sessionIn(atLast).block?.sentAt ?? 0);

  it('with silence, late enough: the session is finished, and the dose stays', () => {
    const out = atLast.say(ended('EXCEEDED_MAX_REPROMPTS'), 70);
    expect(resting(out)).toBe('finished');
    expect(out.listener.totals.sessions).toBe(1);
    expect(out.listener.preferences.notches).toBeUndefined();
    expect(out.listener.completed).toEqual({ ballerina: 1, 'child-cobra': 1, corkscrew: 1, 'butt-walk': 1 });
  });

  it('with exit, late enough: the session is finished', () => {
    expect(resting(atLast.say(ended('USER_INITIATED'), 120))).toBe('finished');
  });

  it('with exit, before the clock allows it: I am in the last set', () => {
    const early = after(atLast, -Math.floor(sent / 1000) + 135);
    const out = early.say(ended('USER_INITIATED'), 1);
    expect(resting(out)).toBe('stopped');
    expect(named(out.listener.session?.place)).toMatch(/^butt-walk 1\.1\.[45]$/);
  });

  it('and the next launch offers a fresh session', () => {
    const back = atLast.say(ended('EXCEEDED_MAX_REPROMPTS'), 70).later(60).say(steering('launch'));
    expect(back.outcome?.talk.draft?.plan.routine).toBe('ten');
    expect(back.say(side('left')).outcome?.talk.asked).toBe('start');
  });
});
