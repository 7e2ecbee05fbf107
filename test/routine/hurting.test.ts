import { describe, expect, it } from '@jest/globals';
import type { Event } from '../../routine/events.ts';
import { conversation, type Conversation, no, side, steering, yes } from './talking.ts';
import {
  after,
  askedIn,
  atGate,
  atGateOf,
  atLast,
  days,
  hours,
  inFirst,
  inSecondSet,
  launched,
  offered,
  placeIn,
  sessionIn,
  speaksFrom,
  until,
} from './moments.ts';

const hurts = steering('hurts');
const tooStrong = steering('tooStrong');
const release = 'Come up tall and uncross your feet.';
const formOf = (talk: Conversation, id: string) => sessionIn(talk).plan.steps.find((step) => step.id === id)?.form;
const hurt = inSecondSet.say(hurts);

describe('that hurts, in the middle of a hold', () => {
  it('gets me out of it, and asks one thing', () => {
    expect(hurt.words).toBe(`${release} Is it sharp, or going down your leg?`);
    expect(placeIn(hurt)).toBe('child-cobra 1.1.0');
  });

  it('no: an easier form is offered, and yes goes back to the very set in it', () => {
    const offer = hurt.say(no);
    expect(offer.words).toBe("I'll make it easier. Carry on?");
    const easier = offer.say(yes);
    expect(speaksFrom(easier)).toBe('ballerina 1.1.2');
    expect(formOf(easier, 'ballerina')).toBe('easier');
  });

  it('no, and no: the next exercise is announced', () => {
    const next = hurt.say(no).say(no);
    expect(next.words).toMatch(/^Next: child's pose and cobra.*Shall we\?$/);
    expect(next.listener.completed).toEqual({});
  });

  it('the easier form lasts for this session', () => {
    const easier = hurt.say(no).say(yes);
    const again = after(easier, 60)
      .say(steering('pause'))
      .later(hours)
      .say(steering('launch'))
      .say(steering('startOver'), 90);
    expect(formOf(again, 'ballerina')).toBe('easier');
    const right = after(easier, 60).say(side('right'));
    expect(formOf(right, 'ballerina')).toBe('easier');
  });

  it.each<[string, Event]>([
    ['yes', yes],
    ['a warning sign', steering('warningB')],
  ])('%s: it is a warning sign', (_, event) => {
    const over = hurt.say(event);
    expect(over.words).toMatch(/^Please stop here\. Ask a doctor/);
    expect(over.outcome?.reply.expects).toBe('nothing');
    expect(over.listener.session).toBeUndefined();
  });

  it('twice not understood: in doubt it is one as well', () => {
    const once = hurt.say(steering('misunderstood'));
    expect(once.words).toMatch(/Say yes, or no\.$/);
    expect(once.say(steering('misunderstood')).listener.session).toBeUndefined();
  });

  it.each<[string, Event]>([
    ['"that hurts" once more', hurts],
    ['"it is too strong"', tooStrong],
    ['"too much"', { kind: 'answer', answer: 'tooMuch' }],
  ])('%s is about the same exercise still', (_, event) => {
    let talk = hurt.say(event);
    if (askedIn(talk) === 'sharp') talk = talk.say(no);
    expect(askedIn(talk)).toBe('easier');
    const back = talk.say(yes);
    expect(speaksFrom(back)).toBe('ballerina 1.1.2');
    expect(formOf(back, 'ballerina')).toBe('easier');
    expect(formOf(back, 'child-cobra')).toBe('normal');
  });

  it.each([[60], [2 * hours], [300 * days]])(
    'and stopped: coming back after %d seconds is the next exercise',
    (seconds) => {
      const back = hurt.say(steering('stop')).later(seconds).say(steering('resume'));
      expect(speaksFrom(back)).toBe('child-cobra 1.1.0');
    },
  );

  it('and silence: the same', () => {
    const silent = hurt.say({ kind: 'steer', steer: 'ended', reason: 'EXCEEDED_MAX_REPROMPTS' }, 30);
    expect(speaksFrom(silent.later(hours).say(steering('launch')))).toBe('child-cobra 1.1.0');
  });
});

describe('too strong', () => {
  it('in a block: out of it, and the easier form offered without asking about pain', () => {
    const offer = inSecondSet.say(tooStrong);
    expect(offer.words).toBe(`${release} I'll make it easier. Carry on?`);
    expect(speaksFrom(offer.say(yes))).toBe('ballerina 1.1.2');
    expect(placeIn(offer.say(no))).toBe('child-cobra 1.1.0');
  });
});

describe('that hurts, at another moment', () => {
  it('in the set-up: the next exercise is what is stored', () => {
    expect(placeIn(inFirst.say(hurts, 10))).toBe('child-cobra 1.1.0');
  });

  it('paused in the set-up: the next exercise is what is stored', () => {
    expect(placeIn(inFirst.say(steering('pause'), 10).say(hurts))).toBe('child-cobra 1.1.0');
  });

  it('paused in a set: the next exercise is what is stored, and the set comes back with a yes', () => {
    const talk = inSecondSet.say(steering('pause')).say(hurts);
    expect(placeIn(talk)).toBe('child-cobra 1.1.0');
    expect(speaksFrom(talk.say(no).say(yes))).toBe('ballerina 1.1.2');
  });

  it.each([[1], [45], [90]])(
    'at a gate, %d seconds after the question: the announced exercise is still the next',
    (seconds) => {
      const talk = atGate.say(hurts, seconds);
      expect(askedIn(talk)).toBe('sharp');
      expect(placeIn(talk)).toBe('child-cobra 1.1.0');
      expect(talk.say(no).say(no).words).toMatch(/^Next: child's pose and cobra/);
    },
  );

  it('while it waits at a gate: the announced exercise is still the next', () => {
    expect(placeIn(atGate.say(steering('wait')).say(hurts))).toBe('child-cobra 1.1.0');
  });

  it('after a set-up that was split off: the exercise after it is next', () => {
    expect(placeIn(until('go', atGate).say(hurts))).toBe('corkscrew 1.1.0');
  });

  it.each([
    ['while the side is asked', launched],
    ['at the first gate', offered],
  ])('%s: nothing begins, and nothing is stored', (_, was) => {
    const talk = was.say(hurts);
    expect(talk.words).toBe('Is it sharp, or going down your leg?');
    expect(talk.listener).toBe(was.listener);
    expect(talk.say(no).listener.session).toBeUndefined();
    expect(talk.say(yes).words).toMatch(/^Please stop here/);
  });
});

describe('that hurts, with nothing running', () => {
  const nothing = conversation().say({ ...hurts, opens: true });

  it.each(['next', 'previous', 'startOver', 'startOverRoutine', 'repeat', 'wait', 'resume', 'launch'] as const)(
    'and then %s: I am answered, and nothing begins',
    (word) => {
      const talk = nothing.say(steering(word));
      expect(talk.listener.session).toBeUndefined();
      expect(talk.say(yes).listener.session).toBeUndefined();
    },
  );
});

describe('that hurts, in the last exercise', () => {
  const inLast = after(atGateOf('butt-walk', atGate).say(yes), 90);

  it('no, and no: it is done', () => {
    const hurtInLast = inLast.say(hurts);
    expect(hurtInLast.words).toMatch(/^Relax your legs and rest on your back\. Is it sharp/);
    const done = hurtInLast.say(no).say(no);
    expect(done.outcome?.reply.expects).toBe('nothing');
    expect(done.listener.session?.ended?.how).toBe('finished');
    expect(done.listener.totals.sessions).toBe(1);
  });

  it('no, and yes: it comes back in the easier form, and is entered once', () => {
    const back = inLast.say(hurts).say(no).say(yes);
    expect(speaksFrom(back)).toMatch(/^butt-walk 1\.1\.[1-5]$/);
    const done = until('howWasIt', back.heard()).say(yes);
    expect(done.listener.totals.sessions).toBe(1);
    expect(done.listener.history).toEqual([expect.objectContaining({ complete: true })]);
  });

  it.each([[1], [60]])(
    'at the last question, %d seconds after it: no, and no does not announce it again',
    (seconds) => {
      const done = atLast.say(hurts, seconds).say(no).say(no);
      expect(done.outcome?.reply.expects).toBe('nothing');
      expect(done.listener.session?.ended?.how).toBe('finished');
    },
  );

  it.each([[1], [60]])('at the last question, %d seconds after it, and stopped: it does not come back', (seconds) => {
    const back = atLast.say(hurts, seconds).say(steering('stop')).later(60).say(steering('launch'));
    expect(askedIn(back)).toBe('start');
    expect(back.outcome?.talk.draft).toBeDefined();
  });
});

describe('a warning sign', () => {
  it.each([
    ['A', 'warningA', /or your local emergency number\.$/],
    ['B', 'warningB', /Ask a doctor or a medical advice line about this today\. Start again when they say you can\.$/],
  ] as const)('of level %s: out of it, stop, and it ends', (_, word, words) => {
    const over = inSecondSet.say(steering(word));
    expect(over.words).toMatch(words);
    expect(over.words.startsWith(release)).toBe(true);
    expect(over.outcome?.reply.expects).toBe('nothing');
    expect(over.listener.session).toBeUndefined();
    expect(over.listener.welcomed).toBe(false);
  });

  it.each([
    ['inFirst', inFirst],
    ['atGate', atGate],
    ['paused', inSecondSet.say(steering('pause'))],
    ['at the last question', atLast],
  ])('said %s: the next launch is fresh, and repeats who should not start', (_, was) => {
    const next = was.say(steering('warningA')).later(60).say(steering('launch'));
    expect(next.words).toMatch(/^Welcome to Back Routine\..*don't start; ask a doctor\./);
    expect(next.listener.session).toBeUndefined();
    expect(next.words).not.toMatch(/last time|yesterday|earlier|stopped/);
  });
});
