import { describe, expect, it } from '@jest/globals';
import type { Listener } from '../../routine/listener.ts';
import { conversation, type Conversation, no, steering, yes } from './talking.ts';
import {
  afterSetUp,
  askedIn,
  atGate,
  atLast,
  hours,
  inSecondSet,
  lastWords,
  launched,
  offered,
  placeIn,
  regular,
  sessionIn,
  speaksFrom,
  until,
  withRoutine,
} from './moments.ts';

const misunderstood = steering('misunderstood');
const wait = steering('wait');
const reprompt = ({ outcome }: Conversation) => outcome?.reply.reprompt ?? [];
const repromptWords = (talk: Conversation) =>
  reprompt(talk)
    .map(({ text }) => text)
    .join(' ');

describe('I leave out what was announced', () => {
  const left = atGate.say(steering('next'));

  it('and hear so, and what follows', () => {
    expect(left.words).toMatch(/^Leaving out child's pose and cobra\. Next: corkscrew stretch, .*Shall we\?$/);
    expect(left.listener.completed).toEqual({ ballerina: 1 });
  });

  it('and "back" returns it', () => {
    const back = left.say(steering('previous'));
    expect(placeIn(back)).toBe('child-cobra 1.1.0');
    expect(back.words).toMatch(/^Child's pose and cobra/);
  });

  it('and it is not counted, and the session is not complete', () => {
    const done = until('howWasIt', left).say(yes);
    expect(done.listener.completed).toEqual({ ballerina: 1, corkscrew: 1, 'butt-walk': 1 });
    expect(done.listener.history).toEqual([expect.objectContaining({ complete: false })]);
    expect(done.listener.completeSessions).toEqual({});
  });

  it('and again: the last one left out closes the session', () => {
    const none = left.say(steering('next')).say(steering('next'));
    expect(none.words).toMatch(/^Leaving out the butt walk\./);
    expect(none.outcome?.reply.expects).toBe('nothing');
    expect(none.listener.session?.ended?.how).toBe('finished');
  });

  it('at the first gate, before anything is stored', () => {
    const second = offered.say(steering('next'));
    expect(second.words).toMatch(/^Leaving out the ballerina\. Next: child's pose and cobra/);
    expect(second.listener).toBe(offered.listener);
    expect(speaksFrom(second.say(yes))).toBe('child-cobra 1.1.0');
  });

  it('an offered routine of one exercise left out does not end the session that is paused', () => {
    const was = inSecondSet.say(steering('stop')).later(hours);
    const skipped = was.say({ kind: 'wish', wish: 'routine', routine: 'hip-drop', opens: true }).say(steering('next'));
    expect(skipped.listener.session?.ended?.how).toBe('stopped');
    expect(speaksFrom(skipped.later(60).say(steering('resume')))).toBe('ballerina 1.1.2');
  });

  it('after a set-up that was split off', () => {
    const skipped = afterSetUp.say(steering('next'));
    expect(skipped.words).toMatch(/^Leaving out child's pose and cobra\. Next: corkscrew/);
    expect(skipped.listener.completed).toEqual({ ballerina: 1 });
  });
});

describe('I need more time', () => {
  it.each([
    ['no', no],
    ['wait', wait],
  ])('%s at a gate: a minute in two halves, and the question', (_, word) => {
    const waiting = atGate.say(word);
    expect(waiting.outcome?.reply.speech.filter(({ silence }) => silence === 30)).toHaveLength(2);
    expect(waiting.words).toMatch(
      /^I'll wait a minute\. If you're quicker, say: Alexa, ready\. Half a minute more\. Ready to begin\?$/,
    );
    expect(placeIn(waiting)).toBe('child-cobra 1.1.0');
  });

  it('before an exercise with the ball I hear what to say without one', () => {
    const first = until('next', conversation(regular).say(steering('launch')).say(yes).heard());
    const gate = until('next', first.say(yes).heard());
    expect(gate.words).toMatch(/the ball massage\. Shall we\?$/);
    expect(gate.say(wait).words).toMatch(/If you have no ball, say: no ball\. Ready to begin\?$/);
  });

  it('three times, then it is a pause', () => {
    const thrice = atGate.say(wait).heard().say(wait).heard().say(misunderstood).heard();
    expect(askedIn(thrice)).toBe('ready');
    const paused = thrice.say(wait);
    expect(paused.words).toMatch(/^Paused\. I'll wait three minutes\..*Shall we carry on\?$/);
    expect(speaksFrom(paused.say(yes))).toBe('child-cobra 1.1.0');
  });

  it('while the side is asked for, three times: nothing is claimed to be saved', () => {
    const paused = [1, 2, 3, 4].reduce((talk) => talk.say(wait).heard(), launched);
    expect(repromptWords(paused)).not.toMatch(/Your place is saved/);
    expect(paused.say(yes).words).not.toMatch(/nothing to carry on/i);
  });
});

describe('nobody answers a gate', () => {
  it('the reprompt is patience, forty seconds, and the question once more', () => {
    expect(reprompt(atGate)[0]).toMatchObject({ text: 'Take your time.', silence: 40 });
    expect(repromptWords(atGate)).toMatch(/Shall we start child's pose and cobra\?$/);
  });

  it('the first time it adds how to come back, later it does not', () => {
    expect(repromptWords(atGate)).toMatch(/say: Alexa, open back routine\./);
    expect(repromptWords(conversation(regular).say(steering('launch')))).not.toMatch(/back routine/);
  });
});

describe('I am not understood', () => {
  const plain = until('next', atGate.say(yes).heard().say(yes).heard()).say(yes).heard();

  it('at a gate without a leave-out sentence: once the answers are named, twice it begins', () => {
    expect(plain.words).toMatch(/Next: butt walk/);
    const once = plain.say(misunderstood);
    expect(lastWords(once)).toBe('Shall we start the butt walk? Say yes, or skip.');
    const twice = once.say(misunderstood);
    expect(twice.words).toMatch(/^I'll start it\. To stop me at any time, say: Alexa, stop\./);
    expect(speaksFrom(twice)).toBe('butt-walk 1.1.0');
  });

  it('at a gate with a leave-out sentence nothing starts by itself, ever', () => {
    const once = atGate.say(misunderstood);
    expect(lastWords(once)).toBe("Shall we start child's pose and cobra? Say yes, or skip.");
    let talk = once.say(misunderstood);
    expect(talk.words).toMatch(/^I'll wait a minute/);
    for (let i = 0; i < 8; i++) {
      talk = talk.heard().say(misunderstood);
      expect(sessionIn(talk).block).toBeUndefined();
    }
  });

  it('at the first gate, which is not between exercises, nothing starts by itself', () => {
    const twice = conversation(regular).say(steering('launch')).say(misunderstood).say(misunderstood);
    expect(twice.listener.session).toBeUndefined();
    expect(twice.words).toMatch(/^I'll wait a minute/);
  });

  it('after a set-up that was split off, which is not between exercises, nothing starts by itself', () => {
    const known = { ...regular, preferences: { ...regular.preferences, words: 'full' as const } };
    const twice = until('go', withRoutine('five', known).say(yes).heard()).say(misunderstood).say(misunderstood);
    expect(twice.words).toMatch(/^I'll wait a minute/);
  });

  it('while the side is asked for: the answers, then time', () => {
    const once = launched.say(misunderstood);
    expect(once.words).toMatch(/left side, your right side, or both\?$/);
    expect(once.say(misunderstood).words).toMatch(/^Take a minute\. I'll ask again\..*left, right, or both\?$/);
  });

  it('in a block it carries on with the located set', () => {
    const on = inSecondSet.say(misunderstood);
    expect(on.words).toMatch(/^I didn't catch that\. Carrying on\. Ballerina stretch, left side, second of three\./);
  });

  it('at the last question: the answers, then time, and never out of it', () => {
    const once = atLast.say(misunderstood);
    expect(once.words).toBe('How was it? Say: about right, too easy, or too much.');
    expect(askedIn(once.say(misunderstood))).toBe('howWasIt');
  });
});

describe("the set-up of child's pose and cobra", () => {
  it('is split off the first times, and ends in its own question', () => {
    const setUp = atGate.say(yes);
    expect(setUp.words).toMatch(/That's the set-up\. Shall we\?$/);
    expect(sessionIn(setUp).block?.marks).toHaveLength(2);
  });

  it('goes on with the first set, without another word', () => {
    const sets = afterSetUp.say(yes);
    expect(speaksFrom(sets)).toBe('child-cobra 1.1.1');
    expect(sets.words).not.toMatch(/^(Come down|Child's pose and cobra)/);
  });

  it('is not spoken again by "start over" at the next gate', () => {
    expect(speaksFrom(afterSetUp.say(steering('startOver')))).toBe('child-cobra 1.1.0');
  });

  it('ends in the bare question for somebody slow who knows it', () => {
    const slow: Listener = { ...regular, preferences: { ...regular.preferences, pace: 2 } };
    const setUp = withRoutine('five', slow).say(yes);
    expect(askedIn(setUp)).toBe('go');
    expect(setUp.words).toMatch(/ready to lean to the right\. Shall we\?$/);
  });

  it('is one block for somebody who knows it', () => {
    const known = { ...regular, completed: { ...regular.completed, 'child-cobra': 2 } };
    const five = withRoutine('five', known).say(yes);
    expect(sessionIn(five).block?.marks.length).toBeGreaterThan(3);
  });
});
